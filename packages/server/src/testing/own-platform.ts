import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from '../http/server.ts';
import type { Installation } from '../installation.ts';
import { ROUTES } from '../modules/index.ts';
import { seedDemonstration } from '../start/demonstration/index.ts';
import { openPlatform } from '../start/platform.ts';
import { startPostgres } from '../start/postgres.ts';
import { createOnce, DATABASE } from '../start/serve.ts';
import { testSettings } from './settings.ts';

export interface OwnPlatform {
  readonly url: string;
  readonly installation: Installation;
  /** How to reach its PostgreSQL. */
  readonly connection: { readonly host: string; readonly user: string; readonly password: string };
  readonly stop: () => Promise<void>;
}

export interface OwnPlatformOptions {
  /** Where its data lie and stay; left out, a temporary folder that goes with it. */
  readonly folder?: string;
  /** The built pages; null for none. */
  readonly webFolder: string | null;
  readonly poolSize?: number;
  readonly callsPerMinute?: number;
}

/** The whole platform with the demonstration in this process, on an embedded PostgreSQL of its own and a free port. */
export async function startOwnPlatform({
  folder,
  webFolder,
  poolSize,
  callsPerMinute,
}: OwnPlatformOptions): Promise<OwnPlatform> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'zhiping-own-'));
  const settings = testSettings(home);
  const postgres = await startPostgres({ folder: home });
  await createOnce(postgres.connection);
  const connection = { ...postgres.connection, database: DATABASE };
  const platform = await openPlatform({
    settings,
    connection,
    keepRunning: true,
    ...(poolSize === undefined ? {} : { poolSize }),
  });
  const { installation } = platform;
  await seedDemonstration(installation);
  const limit = callsPerMinute === undefined ? {} : { callsPerMinute };
  const server = await createServer({ installation, routes: ROUTES, webFolder, ...limit });
  await server.listen({ host: settings.host, port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://${settings.host}:${port}`,
    installation,
    connection: postgres.connection,
    stop: async () => {
      await server.close();
      await platform.close();
      await postgres.stop();
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}
