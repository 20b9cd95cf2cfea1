import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ctx } from '../../context.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { seedDemonstration } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const TABLES = [
  'organiser',
  'authority',
  'unit',
  'person',
  'unit_member',
  'archive_row',
  'plan',
  'expert',
  'policy_approval',
] as const;
const counts = (): Promise<readonly number[]> =>
  server.asPlatform(async (ctx) => {
    const found: number[] = [];
    for (const table of TABLES) found.push(await countOf(ctx, table));
    return found;
  });
async function countOf(ctx: Ctx, table: (typeof TABLES)[number]): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(ctx.tx);
  return Number(rows[0]?.n);
}

it('adds to an installation of an older program what it lacks, and nothing twice', async () => {
  const whole = await counts();
  // As a program left it that knew no second policy owner.
  await server.asPlatform(({ tx }) =>
    tx.updateTable('account').set({ username: 'former' }).where('username', '=', 'policy2').execute(),
  );
  await seedDemonstration(server.installation);
  await server.loginAs('policy2');
  const added = (await counts()).map((count, index) => count - (whole[index] ?? 0));
  expect(added.slice(0, -1)).toEqual(TABLES.slice(0, -1).map((table) => (table === 'person' ? 1 : 0)));
  // The new one signs what stands published.
  expect(added.at(-1)).toBeGreaterThan(0);
});
