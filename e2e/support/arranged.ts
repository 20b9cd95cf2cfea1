import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asPlatform, type Ctx } from '@zhiping/server/context';
import { createServer } from '@zhiping/server/http/server';
import { ROUTES } from '@zhiping/server/modules/index';
import { seedDemonstration } from '@zhiping/server/start/demonstration/index';
import { openPlatform } from '@zhiping/server/start/platform';
import { startPostgres } from '@zhiping/server/start/postgres';
import { createOnce, DATABASE } from '@zhiping/server/start/serve';
import type { Settings } from '@zhiping/server/start/settings';
import { buildWeb } from '@zhiping/server/start/web';

export interface ArrangedServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * The platform with the demonstration year and something arranged in it, for browser tests of branches that begin late
 * in the year. Runs in the test's own process on a fresh embedded PostgreSQL.
 */
export async function startArranged(arrange: (ctx: Ctx) => Promise<void>): Promise<ArrangedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiping-e2e-'));
  const settings: Settings = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    dataFolder: folder,
    databaseUrl: null,
    signOn: null,
    mode: 'demonstration',
    logLevel: 'error',
    smtpUrl: null,
    mailFrom: '',
    smsUrl: null,
    smsKey: null,
  };
  const webFolder = await buildWeb();
  const postgres = await startPostgres({ folder });
  await createOnce(postgres.connection);
  const connection = { ...postgres.connection, database: DATABASE };
  const platform = await openPlatform({ settings, connection, keepRunning: true });
  await seedDemonstration(platform.installation);
  await asPlatform(platform.installation, 'system.test', arrange);
  const server = await createServer({ installation: platform.installation, routes: ROUTES, webFolder });
  await server.listen({ host: settings.host, port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://${settings.host}:${port}`,
    stop: async () => {
      await server.close();
      await platform.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
