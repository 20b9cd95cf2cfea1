import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApplicationSnapshot, getMe } from '@zhiping/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { POLICIES } from '../../policy/import-packs.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { lastSubmission } from './queries/for-meeting.ts';
import { replayDecisions, type ReplayedSubmission } from './replay-decisions.ts';
import { arrangeApplication } from './testing/arrange.ts';
import { arrangeSubmission } from './testing/arrange-submission.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const example = (name: string): ApplicationSnapshot['dossier'] =>
  JSON.parse(
    readFileSync(join(POLICIES, 'liaoning/ln-sec-2024/examples', `${name}.dossier.json`), 'utf8'),
  ) as ApplicationSnapshot['dossier'];

async function arranged(login: 'expert1' | 'expert2', dossier: ApplicationSnapshot['dossier']) {
  const { personId } = await (await server.loginAs(login))(getMe, {});
  return server.asPlatform(async (ctx) => {
    const id = await arrangeApplication(ctx, { personId, state: { stage: 'office-check', submissions: 1 } });
    await arrangeSubmission(ctx, id, 1, { dossier });
    const { number } = await ctx.tx
      .selectFrom('application')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { id, number };
  });
}

async function replayed(number: string): Promise<ReplayedSubmission> {
  const found: ReplayedSubmission[] = [];
  await replayDecisions(server.installation, number, (one) => found.push(one));
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`${found.length} decisions of ${number}`);
  return one;
}

it('keeps a decision of some hundred bytes instead of the report, and renders the report from it', async () => {
  const { id, number } = await arranged('expert1', example('done-senior'));
  const kept = await server.asPlatform((ctx) =>
    ctx.tx
      .selectFrom('application_submission')
      .select(['report', 'decision'])
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  expect(kept.report).toBeNull();
  expect(JSON.stringify(kept.decision).length).toBeLessThan(1_200);
  const submission = await server.asPlatform((ctx) => lastSubmission(ctx, id));
  expect(submission?.report?.verdict).toBe(submission?.verdict);
  const one = await replayed(number);
  expect(one).toMatchObject({ ordinal: 1, differences: [] });
  expect(one.bytes).toBeGreaterThan(20 * one.keptBytes);
});

it('says what changed: the frozen dossier, the rules of the plan, the engine', async () => {
  const { id, number } = await arranged('expert2', example('done-senior'));
  const change = (set: ReturnType<typeof sql>) =>
    server.asPlatform((ctx) =>
      sql`update application_submission set ${set} where application_id = ${id}`.execute(ctx.tx),
    );
  await change(sql`snapshot = jsonb_set(snapshot, '{dossier,achievements}', '[]')`);
  const tampered = await replayed(number);
  expect(tampered.differences).toContain('提交时冻结的材料已经改变');
  expect(tampered.differences.length).toBeGreaterThan(1);
  await change(sql`decision = jsonb_set(decision, '{engine}', '0')`);
  expect((await replayed(number)).differences.join()).toContain('引擎版本 0');
  await change(sql`decision = jsonb_set(decision, '{planHash}', to_jsonb(repeat('0', 64)))`);
  expect((await replayed(number)).differences).toEqual(['所依据的标准版本或计划规则已不在平台上']);
});
