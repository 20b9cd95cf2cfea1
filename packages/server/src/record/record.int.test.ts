import { frontierRoot, type RecordFault, rootOf } from '@zhiping/core';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { beginFrontiers, readFrontier } from './frontier.ts';
import { verifyRecord } from './verify-record.ts';

let server: TestServer;
beforeEach(async () => {
  await server?.close();
  server = await startTestServer({ breaksData: true });
  await server.settle();
});
afterAll(() => server.close());

/** What an administrator of the database could do: past row level security and triggers. */
async function tamper(statement: string): Promise<void> {
  const database = await server.asPlatform(async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(tx);
    return rows[0]?.name;
  });
  const client = new pg.Client({ ...inject('postgres'), ...(database ? { database } : {}) });
  await client.connect();
  await client.query(`set session_replication_role = replica; ${statement}`);
  await client.end();
}
const kinds = (faults: readonly RecordFault[]): string[] => [...new Set(faults.map(({ kind }) => kind))];

describe('the record', () => {
  it('recomputes without a fault after the demonstration was filled', async () => {
    const report = await verifyRecord(server.installation);
    expect(report.size).toBeGreaterThan(50);
    expect(report).toMatchObject({ faults: [], unlinked: 0 });
  });

  it.each([
    [
      'an altered document',
      `update record_event set document = replace(document, 'person', 'persom') where id = (select event_id from record_entry where seq = 7)`,
      ['leaf'],
    ],
    ['an altered leaf', `update record_entry set leaf = repeat('a', 64) where seq = 7`, ['link', 'leaf']],
    [
      'altered roots kept with a batch',
      `update record_entry set frontier[1] = repeat('a', 64) where seq = (select max(seq) from record_entry)`,
      ['frontier'],
    ],
    ['a removed entry', `delete from record_entry where seq = 7`, ['gap', 'link']],
    [
      'an altered personal value',
      `update record_salt set value = '"某人"' where event_id = (select event_id from record_salt limit 1)`,
      ['personal'],
    ],
  ])('finds %s', async (_name, statement, expected) => {
    await tamper(statement);
    expect(kinds((await verifyRecord(server.installation)).faults)).toEqual(
      expect.arrayContaining(expected.slice(0, 1)),
    );
  });

  it('finds a cut-off end against a checkpoint kept elsewhere, and an erased value is no fault', async () => {
    const { size } = await verifyRecord(server.installation);
    const leaves = await server.asPlatform(({ tx }) =>
      tx.selectFrom('record_entry').select('leaf').orderBy('seq').execute(),
    );
    const witnessed = [{ size, root: rootOf(leaves.map(({ leaf }) => leaf)) }];
    expect((await verifyRecord(server.installation, witnessed)).faults).toEqual([]);
    await tamper('delete from record_salt where event_id = (select event_id from record_salt limit 1)');
    expect((await verifyRecord(server.installation, witnessed)).faults).toEqual([]);
    await tamper(`delete from record_event where id in (select event_id from record_entry where seq >= ${size - 3});
      delete from record_entry where seq >= ${size - 3}`);
    expect(kinds((await verifyRecord(server.installation, witnessed)).faults)).toEqual(['truncated']);
  });

  it('goes on from the roots kept with the last batch, and from a record that kept none', async () => {
    const whole = async (): Promise<string> => {
      const leaves = await server.asPlatform(({ tx }) =>
        tx.selectFrom('record_entry').select('leaf').orderBy('seq').execute(),
      );
      return rootOf(leaves.map(({ leaf }) => leaf));
    };
    const root = async (): Promise<string> => frontierRoot(await server.asPlatform(({ tx }) => readFrontier(tx)));
    const before = await server.asPlatform(({ tx }) =>
      tx.selectFrom('record_entry').where('frontier', 'is not', null).select('seq').execute(),
    );
    expect(before.length).toBeGreaterThan(0);
    await tamper('update record_entry set frontier = null');
    expect(await root()).toBe(await whole());
    await beginFrontiers(server.installation);
    await server.settle();
    const kept = await server.asPlatform(({ tx }) =>
      tx.selectFrom('record_entry').where('frontier', 'is not', null).select('seq').execute(),
    );
    expect(kept).toHaveLength(1);
    await beginFrontiers(server.installation);
    expect(await server.asPlatform(({ tx }) => tx.selectFrom('record_pending').selectAll().execute())).toEqual([]);
    expect(await root()).toBe(await whole());
    expect((await verifyRecord(server.installation)).faults).toEqual([]);
    expect(await server.asPlatform(({ tx }) => tx.selectFrom('record_pending').selectAll().execute())).toEqual([]);
  });

  it('refuses changes through the platform itself', async () => {
    await expect(server.asPlatform(({ tx }) => tx.deleteFrom('record_event').execute())).rejects.toThrow();
    await expect(
      server.asPlatform(({ tx }) => tx.updateTable('record_entry').set({ leaf: '' }).execute()),
    ).rejects.toThrow();
  });
});
