import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asPlatform, type Ctx } from '@zhiping/server/context';
import { createServer } from '@zhiping/server/http/server';
import { COOKIE } from '@zhiping/server/http/session-cookie';
import { openSession } from '@zhiping/server/modules/account/commands/open-session';
import { ROUTES } from '@zhiping/server/modules/index';
import { DEMONSTRATION } from '@zhiping/server/start/demonstration/ids';
import { seedDemonstration } from '@zhiping/server/start/demonstration/index';
import { openPlatform } from '@zhiping/server/start/platform';
import { startPostgres } from '@zhiping/server/start/postgres';
import { createOnce, DATABASE } from '@zhiping/server/start/serve';
import type { Settings } from '@zhiping/server/start/settings';

export { DATABASE };
/** Connections to PostgreSQL, the same for everything that is measured. */
export const POOL = 8;

export interface Bench {
  readonly url: string;
  /** How to reach its PostgreSQL. */
  readonly connection: { readonly host: string; readonly user: string; readonly password: string };
  readonly database: string;
  readonly asPlatform: <T>(fn: (ctx: Ctx) => Promise<T>) => Promise<T>;
  /** A session of a person as a Cookie header, without a password: hashing them is not what is measured. */
  readonly signIn: (personId: string) => Promise<string>;
  /** Moves business time of Liaoning's organiser. */
  readonly moveClockTo: (instant: string) => Promise<void>;
  readonly personOf: (username: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/**
 * The platform with the demonstration on an embedded PostgreSQL, answering on a free port: in a temporary folder that goes
 * with it, or in a given one that stays.
 */
export async function startBench(options: { readonly folder?: string } = {}): Promise<Bench> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'zhiping-bench-'));
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
  const postgres = await startPostgres({ folder });
  await createOnce(postgres.connection);
  const connection = { ...postgres.connection, database: DATABASE };
  const platform = await openPlatform({ settings, connection, keepRunning: true, poolSize: POOL });
  const { installation } = platform;
  await seedDemonstration(installation);
  const server = await createServer({ installation, routes: ROUTES, webFolder: null, callsPerMinute: 10_000_000 });
  await server.listen({ host: settings.host, port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://${settings.host}:${port}`,
    connection: postgres.connection,
    database: DATABASE,
    asPlatform: (fn) => asPlatform(installation, 'system.bench', fn),
    signIn: (personId) =>
      asPlatform(installation, 'system.bench', async (ctx) => {
        const { token } = await openSession(ctx, personId, 'password', { address: '127.0.0.1', agent: 'bench' });
        return `${COOKIE}=${token}`;
      }),
    moveClockTo: (instant) =>
      asPlatform(installation, 'system.bench', async ({ tx, systemNow }) => {
        await tx
          .updateTable('organiser')
          .set({ clock_offset_ms: BigInt(Date.parse(instant) - Date.parse(systemNow)) })
          .where('id', '=', DEMONSTRATION.organiser)
          .execute();
      }),
    personOf: (username) =>
      asPlatform(installation, 'system.bench', async ({ tx }) => {
        const account = await tx
          .selectFrom('account')
          .select('person_id')
          .where('username', '=', username)
          .executeTakeFirstOrThrow();
        return account.person_id;
      }),
    stop: async () => {
      await server.close();
      await platform.close();
      await postgres.stop();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The p-th quantile of `values` in their own unit, the nearest value above. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}
