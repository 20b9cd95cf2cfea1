import pg from 'pg';
import type { Connection } from '../db/pool.ts';

/** The migrated and seeded database that every test's own is copied from. */
export const TEMPLATE = 'zhiping_template';

/** Creates a database, as a copy of `template` where one is named (about 30 ms). */
export async function createDatabase(connection: Connection, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`create database ${name} ${template ? `template ${template} strategy file_copy` : ''}`);
  } finally {
    await client.end();
  }
}
