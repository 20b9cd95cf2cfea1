import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { ensureRoles } from './roles.ts';

/** A file of `db/migrations/`: `NNNN-name.ts`, forward only. `db` runs as the owner, inside one transaction. */
export interface Migration {
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}
export class UnknownSchema extends Error {}

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any constant: two servers starting at once migrate one after the other. */
const MIGRATION_LOCK = 7_121_934_001;

/** Names of all migrations in order; two files with one number are a mistake and refused. */
export function migrationNames(): readonly string[] {
  const names = readdirSync(FOLDER)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ''))
    .toSorted();
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice) throw new UnknownSchema(`迁移编号 ${twice} 用了两次。`);
  return names;
}

/**
 * Brings the schema up to date, one transaction a migration. Refuses a database that a newer or another program
 * wrote. Returns the names that were applied.
 */
export async function migrate(pool: pg.Pool): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(client);
    await client.query(
      'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from schema_migration');
    const known = migrationNames();
    const unknown = rows.map(({ name }) => name).filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new UnknownSchema(`数据库由更新或不同的程序写过（${unknown.join('、')}），为保护数据不启动。`);
    }
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
    const applied = new Set(rows.map(({ name }) => name));
    const wanted = known.filter((name) => !applied.has(name));
    for (const name of wanted) await applyOne(client, name);
    return wanted;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  }
}

async function applyOne(client: pg.PoolClient, name: string): Promise<void> {
  const { up } = (await import(join(FOLDER, `${name}.ts`))) as Migration;
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: poolOf(client) }) });
  await client.query("begin; set local lock_timeout = '10s'");
  try {
    await up(db);
    await sql`insert into schema_migration (name) values (${name})`.execute(db);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Kysely wants a pool; the one connection that holds our transaction is all it gets. */
export function poolOf(client: pg.PoolClient): pg.Pool {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  return { connect: async () => borrowed, end: async () => undefined } as unknown as pg.Pool;
}
