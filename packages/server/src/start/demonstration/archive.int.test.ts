import { standardIn } from '@zhiping/contract';
import { ATTESTATION_IDS, dossierOf, fieldProblems, headingOf, parsePlan } from '@zhiping/core';
import { type Evaluation, evaluate, planForEvaluation } from '@zhiping/standard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf, readRows } from '../../modules/archive/index.ts';
import { findPolicy } from '../../modules/policy/index.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** The demonstration's archive of `username` on the real pack for senior engineers, every condition attested. */
async function evaluationOf(username: string): Promise<Evaluation> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    const rows = await readRows(ctx, personId, 'masked');
    const attestations = ATTESTATION_IDS.filter((id) => id !== 'assessment' && id !== 'probation').map((id) => ({
      id,
      year: 0,
      holds: true,
      result: null,
      years: null,
    }));
    const dossier = dossierOf(
      rows.map(factsOf),
      { specialty: '安防工程', attestations },
      { basis: 'entered', chosen: 'all', asOf: '2024-07-31' },
    );
    const standard = await findPolicy(ctx, { by: 'latest', pack: 'ln-sec-2024' });
    const plan = await findPolicy(ctx, { by: 'latest', pack: 'ln-2024-eng' });
    if (!standard || !plan) throw new Error('the packs are not published');
    const pack = standardIn(standard);
    const planFacts = planForEvaluation(parsePlan(plan.content));
    const answer = evaluate({ pack, dossier, level: 'senior', plan: planFacts, asOf: planFacts.asOf });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.evaluation;
  });
}

describe('the archives of the demonstration on LN-SEC, senior', () => {
  it('the engineer of 2018 may apply: what is left takes a person’s judgement', async () => {
    const evaluation = await evaluationOf('applicant');
    const normal = evaluation.routes.find(({ route }) => route === 'normal');
    expect(normal?.verdict).toBe('needs-judgement');
  });

  it('the engineer of 2021 may not yet', async () => {
    const evaluation = await evaluationOf('applicant2');
    const normal = evaluation.routes.find(({ route }) => route === 'normal');
    expect(normal?.verdict).toBe('ineligible');
  });
});

it('lacks no field in any row that a unit has before it or verified', async () => {
  const blanks = await server.asPlatform(async (ctx) => {
    const people = await ctx.tx.selectFrom('archive_row').select('person_id').distinct().execute();
    const lacking: string[] = [];
    for (const { person_id: id } of people) {
      for (const row of (await readRows(ctx, id, 'masked')).map(factsOf)) {
        if (row.state !== 'verified' && row.state !== 'waiting') continue;
        lacking.push(...fieldProblems(row.kind, row.fields).map(({ label }) => `${headingOf(row)}：${label}`));
      }
    }
    return lacking;
  });
  expect(blanks).toEqual([]);
});
