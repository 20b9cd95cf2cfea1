import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyRoute } from '../http/route.ts';
import { arrangeApplication } from '../modules/application/testing/arrange.ts';
import { processOf } from '../modules/application/process-of.ts';
import { ROUTES } from '../modules/index.ts';
import { DEMONSTRATION_PLAN } from '../start/demonstration/plan.ts';
import { crawl } from '../testing/crawl.ts';
import { PERSONAS } from '../testing/personas.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

/** The real routes and targets on an application in every stage of the plan, each of another person, asked by everybody. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.asPlatform(async (ctx) => {
    const pinned = await ctx.tx
      .selectFrom('plan')
      .select(['pack', 'pack_number', 'organiser_id'])
      .where('id', '=', DEMONSTRATION_PLAN)
      .executeTakeFirstOrThrow();
    const process = await processOf(ctx, pinned);
    for (const [index, { id: stage }] of process.plan.stages.entries()) {
      const { person_id: personId } = await ctx.tx
        .selectFrom('account')
        .select('person_id')
        .where('username', '=', index === 0 ? 'applicant' : `expert${index + 1}`)
        .executeTakeFirstOrThrow();
      await arrangeApplication(ctx, { personId, state: { stage, submissions: 1 } });
    }
  });
});
afterAll(() => server.close());

/** Documents are printed from what an applicant filled in; the arranged cases are states without content. */
const answersForBareCases = ({ endpoint }: AnyRoute): boolean => endpoint.action !== 'form.print';

describe('everything there is, asked by everybody', () => {
  const logins = [...PERSONAS.map(({ login }) => login), 'unit2', 'expert2', 'expert6', 'expert9'] as const;

  it('is there for those the table allows, and not there for all others', async () => {
    const { asked, wrong } = await crawl(server, ROUTES.filter(answersForBareCases), logins);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  }, 300_000);

  it('would be seen to fail: the platform takes a thing for somebody else’s than the route does', async () => {
    const route = ROUTES.find(({ endpoint }) => endpoint.url.startsWith('/api/applications/:id'));
    if (!route || typeof route.target !== 'function') throw new Error('no route on an application');
    const { target } = route;
    const mistaken: AnyRoute = {
      ...route,
      target: async (ctx, params) => {
        const facts = await target(ctx, params);
        return facts === null ? null : { stage: facts.stage };
      },
    };
    const { wrong } = await crawl(server, [mistaken], logins);
    expect(wrong.length).toBeGreaterThan(0);
  });
});
