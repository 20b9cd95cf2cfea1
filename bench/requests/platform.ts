import { asPlatform, type Ctx } from '@zhiping/server/context';
import { COOKIE } from '@zhiping/server/http/session-cookie';
import { openSession } from '@zhiping/server/modules/account/commands/open-session';
import { DEMONSTRATION } from '@zhiping/server/start/demonstration/ids';
import { linkRecord } from '@zhiping/server/record/sequencer';
import { DATABASE } from '@zhiping/server/start/serve';
import { startOwnPlatform } from '@zhiping/server/testing/own-platform';

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
  /** Numbers what was recorded. */
  readonly link: () => Promise<number>;
  readonly personOf: (username: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/**
 * The platform with the demonstration on an embedded PostgreSQL, answering on a free port: in a temporary folder that goes
 * with it, or in a given one that stays.
 */
export async function startBench(options: { readonly folder?: string } = {}): Promise<Bench> {
  const own = await startOwnPlatform({ ...options, webFolder: null, poolSize: POOL, callsPerMinute: 10_000_000 });
  const { installation } = own;
  return {
    url: own.url,
    connection: own.connection,
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
    link: () => linkRecord(installation),
    personOf: (username) =>
      asPlatform(installation, 'system.bench', async ({ tx }) => {
        const account = await tx
          .selectFrom('account')
          .select('person_id')
          .where('username', '=', username)
          .executeTakeFirstOrThrow();
        return account.person_id;
      }),
    stop: own.stop,
  };
}

/** The p-th quantile of `values` in their own unit, the nearest value above. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}
