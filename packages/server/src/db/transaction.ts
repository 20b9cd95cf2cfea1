import { AppError } from '@zhiping/contract';
import type { Actor, HeldRelation } from '@zhiping/core';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { systemNow } from '../time/clocks.ts';
import { poolOf } from './migrate.ts';
import type { DatabaseRole } from './roles.ts';
import type { Database } from './tables.ts';

/** One open transaction. The only way to reach the database outside `db/` and `start/`. */
export type Tx = Kysely<Database>;

/** What a transaction knows when it begins. */
export interface Begun {
  readonly tx: Tx;
  readonly actor: Actor;
  /** How far business time is ahead of real time, by organiser id, in milliseconds. */
  readonly clocks: ReadonlyMap<string, number>;
  /** When the session that asks ends; null without one. */
  readonly sessionExpiresAt: string | null;
  /** Runs as another role from here on until `fn` ends; see `Ctx.asPlatform`. */
  readonly withRole: <T>(role: DatabaseRole, fn: () => Promise<T>) => Promise<T>;
  /** Runs after the commit, never when rolled back; what it answers is waited for. */
  readonly afterCommit: (fn: () => void | Promise<void>) => void;
}

/** Who begins a transaction: a session or a program by the SHA-256 of its token in hexadecimal, nobody, or the platform itself. */
export type Beginner = { readonly session: string | null } | { readonly token: string } | 'platform';

export interface Transactor {
  /**
   * Runs `fn` in one transaction with role and row level security of the beginner, set in the same round trip as
   * BEGIN. Repeats it when the database asks for that (serialisation, deadlock, a key just taken): `fn` must have no effect outside.
   */
  readonly inTransaction: <T>(beginner: Beginner, fn: (begun: Begun) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Codes of PostgreSQL, with how often a transaction that ended so is tried in all. */
const ATTEMPTS: ReadonlyMap<unknown, number> = new Map([
  ['40001', 4],
  ['40P01', 4],
  // A key that somebody else took since this one looked: the second time it is seen, and refused in the command's words.
  ['23505', 2],
]);

interface Opening {
  readonly personId: string | null;
  readonly held: readonly HeldRelation[];
  readonly expiresAt: string | null;
  readonly limited?: boolean;
  /** Of a token: what it may do. */
  readonly actions?: readonly string[];
  readonly clocks: readonly { readonly id: string; readonly offset: number }[];
}

export function createTransactor(pool: pg.Pool): Transactor {
  return {
    inTransaction: async (beginner, fn) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(pool, beginner, fn);
        } catch (error) {
          if (attempt >= (ATTEMPTS.get((error as { code?: unknown }).code) ?? 1)) throw error;
        }
      }
    },
    close: () => pool.end(),
  };
}

async function once<T>(pool: pg.Pool, beginner: Beginner, fn: (begun: Begun) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const later: (() => void | Promise<void>)[] = [];
  let broken = false;
  let committed: T;
  try {
    const opening = await begin(client, beginner);
    const tx = new Kysely<Database>({ dialect: new PostgresDialect({ pool: poolOf(client) }) });
    let role: DatabaseRole = beginner === 'platform' ? 'zhiping_jobs' : 'zhiping_app';
    committed = await fn({
      tx,
      actor: actorOf(beginner, opening),
      clocks: new Map(opening.clocks.map(({ id, offset }) => [id, Number(offset)])),
      sessionExpiresAt: opening.expiresAt === null ? null : new Date(opening.expiresAt).toISOString(),
      withRole: async (next, work) => {
        const before = role;
        await client.query(`set local role ${next}`);
        role = next;
        // When `work` throws the transaction is lost anyway, so the role need not be set back.
        const answer = await work();
        await client.query(`set local role ${before}`);
        role = before;
        return answer;
      },
      afterCommit: (work) => later.push(work),
    });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
  // The connection is back in the pool: what runs now may need one of its own.
  for (const work of later) await work();
  return committed;
}

async function begin(client: pg.PoolClient, beginner: Beginner): Promise<Opening> {
  if (beginner === 'platform') {
    const clocks = `select jsonb_build_object('personId', null, 'held', '[]'::jsonb, 'expiresAt', null, 'clocks',
      coalesce(jsonb_agg(jsonb_build_object('id', id, 'offset', clock_offset_ms) order by id), '[]')) as opening
      from organiser`;
    return openingOf(await client.query(`begin; set local role zhiping_jobs; ${clocks}`));
  }
  // Several statements in one message take no parameters, so what stands in the text is checked to its last letter.
  const token = ('token' in beginner ? beginner.token : beginner.session) ?? '';
  if (!/^([0-9a-f]{64})?$/.test(token)) throw new Error('session hash expected');
  const door = 'token' in beginner ? 'begin_token' : 'begin_request';
  const open = `select ${door}('${token}', '${systemNow()}') as opening`;
  return openingOf(await client.query(`begin; set local role zhiping_app; ${open}`));
}

function openingOf(results: unknown): Opening {
  const last = (results as readonly pg.QueryResult<{ opening: Opening | null }>[]).at(-1)?.rows[0];
  if (!last) throw new Error('transaction did not open');
  if (last.opening === null) throw new AppError('TOKEN_INVALID');
  return last.opening;
}

function actorOf(beginner: Beginner, opening: Opening): Actor {
  if (beginner === 'platform') return { kind: 'system', personId: null, held: [] };
  if (opening.personId === null) return { kind: 'public', personId: null, held: [] };
  const { personId, held, actions } = opening;
  const actor = { kind: 'person', personId, held, limited: opening.limited === true } as const;
  return actions === undefined ? actor : { ...actor, token: actions };
}
