import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeApplication } from '../modules/application/testing/arrange.ts';
import { processOf } from '../modules/application/process-of.ts';
import { ROUTES } from '../modules/index.ts';
import { DEMONSTRATION_PLAN } from '../start/demonstration/plan.ts';
import { crawl } from '../testing/crawl.ts';
import { PERSONAS } from '../testing/personas.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

/** The real routes and targets on one application in every stage of the plan, asked by everybody. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', 'applicant')
      .executeTakeFirstOrThrow();
    const { pack, pack_number } = await ctx.tx
      .selectFrom('plan')
      .select(['pack', 'pack_number'])
      .where('id', '=', DEMONSTRATION_PLAN)
      .executeTakeFirstOrThrow();
    const process = await processOf(ctx, pack, pack_number);
    for (const { id: stage } of process.plan.stages) {
      await arrangeApplication(ctx, { personId, state: { stage, submissions: 1 } });
    }
  });
});
afterAll(() => server.close());

describe('everything there is, asked by everybody', () => {
  const logins = [...PERSONAS.map(({ login }) => login), 'unit2'] as const;

  it('is there for those the table allows, and not there for all others', async () => {
    const { asked, wrong } = await crawl(server, ROUTES, logins);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  }, 300_000);
});
