import {
  type Client,
  createApplication,
  getMe,
  officePass,
  officeReturn,
  openCheck,
  readApplication,
  readCheck,
  readReuse,
  saveCheckItems,
  sendToUnit,
  submitApplication,
  submitStampedPage,
  unlockSubmission,
} from '@zhiping/contract';
import type { CaseState, PlanLevel, Subject } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/ids.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication, moveArranged } from './testing/arrange.ts';
import { type ArrangedPlan, arrangeBasic, arrangeOffice, arrangePlan } from './testing/arrange-plan.ts';
import { arrangeSubmission } from './testing/arrange-submission.ts';
import { fillForm, PNG } from './testing/fill-form.ts';

/**
 * The branches of issue «from archive to accepted application» for each of the four plans that has them, over HTTP, on one
 * server: every plan belongs to an organiser of its own with its own time. What leads to a branch is arranged.
 */
interface PlanCase {
  readonly pack: string;
  readonly region: string;
  /** In the middle of the applicants' window. */
  readonly at: string;
  /** Where its online window closes, to the second. */
  readonly closes: string;
  readonly subject: Subject;
  /** Where a submission waits that was returned by the office, and with how many tries in all; null: no limit. */
  readonly returnedTo: 'online-submission' | 'correction';
  readonly limit: 3 | null;
  /** Where it goes when the office passes it. */
  readonly passesTo: string;
  /** When the stamped page is due at the latest, where the plan asks for one. */
  readonly stampedPageDue?: string;
}
const subject = (specialty: string, level: PlanLevel): Subject => ({ specialty, level, route: 'normal' });
const PLANS: readonly PlanCase[] = [
  {
    pack: 'ln-2024-eng',
    region: 'liaoning',
    at: '2024-07-10T01:00:00.000Z',
    closes: '2024-07-31T16:00:00.000Z',
    subject: subject('security', 'senior'),
    returnedTo: 'online-submission',
    limit: 3,
    passesTo: 'authority-review',
    stampedPageDue: '2024-08-07T16:00:00.000Z',
  },
  {
    pack: 'ln-2024-econ',
    region: 'liaoning',
    at: '2024-08-13T01:00:00.000Z',
    closes: '2024-08-30T16:00:00.000Z',
    subject: subject('business', 'full-senior'),
    returnedTo: 'online-submission',
    limit: 3,
    passesTo: 'authority-review',
    stampedPageDue: '2024-09-06T16:00:00.000Z',
  },
  {
    pack: 'zj-2022',
    region: 'zhejiang',
    at: '2022-08-10T01:00:00.000Z',
    closes: '2022-10-15T16:00:00.000Z',
    subject: subject('design', 'senior'),
    returnedTo: 'correction',
    limit: null,
    passesTo: 'payment',
  },
  {
    pack: 'tj-2019',
    region: 'tianjin',
    at: '2022-06-15T01:00:00.000Z',
    closes: '2022-07-29T16:00:00.000Z',
    subject: subject('artificial-intelligence', 'senior'),
    returnedTo: 'correction',
    limit: null,
    passesTo: 'ready',
  },
];
const byName = PLANS.map((plan) => [plan.pack, plan] as const);
const only = (has: (plan: PlanCase) => boolean) => byName.filter(([, plan]) => has(plan));

let server: TestServer;
let office: Client;
let wang: Client;
let wangId = '';
beforeAll(async () => {
  server = await startTestServer();
  [office, wang] = [await server.loginAs('office'), await server.loginAs('applicant')];
  wangId = (await wang(getMe, {})).personId;
});
afterAll(() => server.close());

/** The plan opened for an organiser of its own at a moment, with the demonstration's office as its office. */
const open = (plan: PlanCase, at = plan.at): Promise<ArrangedPlan> =>
  server.asPlatform(async (ctx) => {
    const arranged = await arrangePlan(ctx, plan.pack, at);
    await arrangeOffice(ctx, 'office', arranged.organiserId);
    return arranged;
  });
const arrange = (plan: PlanCase, { planId }: ArrangedPlan, state: Partial<CaseState>): Promise<string> =>
  server.asPlatform((ctx) => arrangeApplication(ctx, { personId: wangId, planId, subject: plan.subject, state }));
/** Where the applicant submits for the first time. */
const firstStage = (plan: PlanCase) => (plan.limit === null ? 'draft' : 'online-submission');
const caseOf = (id: string) => wang(readApplication, { params: { id } });
async function submit(id: string) {
  const { version } = await caseOf(id);
  return wang(submitApplication, { params: { id }, body: { version } });
}

/** The office opens the check and decides every item, with something wrong or without. */
async function check(id: string, wrong: boolean): Promise<string> {
  const { items, submission, line } = await office(readCheck, { params: { id } });
  const { version } = await office(openCheck, { params: { id }, body: { version: line.version } });
  await office(saveCheckItems, {
    params: { id },
    body: {
      submission: submission?.ordinal ?? 0,
      items: items.map(({ place, seenBefore }, index) => ({
        place,
        decision: wrong && index === 0 ? ('correct' as const) : ('accepted' as const),
        problem: wrong && index === 0 ? '缺盖章页' : '',
        whatToDo: wrong && index === 0 ? '请补齐盖章页' : '',
        lateReason: wrong && index === 0 && seenBefore ? '与补交材料对照后发现' : '',
      })),
    },
  });
  const { stage } = await office(wrong ? officeReturn : officePass, { params: { id }, body: { version } });
  return stage;
}

/** Business time of the case's organiser becomes `instant`, without what is due being swept. */
const timeIs = (organiserId: string, instant: string) =>
  server.asPlatform((ctx) =>
    ctx.tx
      .updateTable('organiser')
      .set({ clock_offset_ms: BigInt(Date.parse(instant) - Date.parse(ctx.systemNow)) })
      .where('id', '=', organiserId)
      .execute(),
  );
const after = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

describe('returned twice, passed at the third submission', () => {
  it.each(byName)('%s', async (_, plan) => {
    const arranged = await open(plan);
    const id = await arrange(plan, arranged, { stage: firstStage(plan) });
    expect((await fillForm(wang, id)).lacks).toEqual([]);
    expect((await submit(id)).ordinal).toBe(1);
    // What lies between the applicant and the office in this plan has tests of its own.
    await server.asPlatform((ctx) => moveArranged(ctx, id, 'office-check'));
    for (const ordinal of [2, 3]) {
      expect(await check(id, true)).toBe(plan.returnedTo);
      const seen = await caseOf(id);
      expect(seen.returned?.items).toMatchObject([{ problem: '缺盖章页', whatToDo: '请补齐盖章页' }]);
      expect(seen.submissions.left).toBe(plan.limit === null ? null : plan.limit - ordinal + 1);
      expect(await submit(id)).toMatchObject({ ordinal, stage: 'office-check' });
    }
    expect(await check(id, false)).toBe(plan.passesTo);
    // The same works serve in another year: found, with both sides, and not refused.
    const { items } = await office(readReuse, { params: { id } });
    expect(items.length > 0).toBe(plan !== PLANS[0]);
    for (const { likenesses } of items) expect(likenesses.length).toBeGreaterThan(0);
  });
});

describe('locked after the third return, until the office grants one more', () => {
  it.each(only(({ limit }) => limit !== null))('%s', async (_, plan) => {
    const arranged = await open(plan);
    const id = await arrange(plan, arranged, { stage: 'online-submission', submissions: 3 });
    const { version } = await caseOf(id);
    await expect(wang(submitApplication, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'SUBMISSIONS_USED_UP',
    });
    expect((await caseOf(id)).waiting).toMatchObject({ who: 'office', yours: false });
    await office(unlockSubmission, { params: { id }, body: { version, reason: '平台故障占用一次' } });
    expect((await fillForm(wang, id)).lacks).toEqual([]);
    expect((await submit(id)).ordinal).toBe(4);
  });

  it.each(only(({ limit }) => limit === null))('never in %s, which sets no limit', async (_, plan) => {
    const arranged = await open(plan);
    const id = await arrange(plan, arranged, { stage: plan.returnedTo, submissions: 3 });
    expect((await fillForm(wang, id)).lacks).toEqual([]);
    expect(await submit(id)).toMatchObject({ ordinal: 4, stage: 'office-check' });
  });
});

describe('a unit whose staff have gone since the form was begun', () => {
  it.each(byName.filter(([pack]) => pack !== 'ln-2024-eng'))(
    '%s: takes nothing that nobody there could decide',
    async (_, plan) => {
      const arranged = await open(plan);
      const id = await arrange(plan, arranged, { stage: 'draft' });
      await fillForm(wang, id);
      const { version } = await caseOf(id);
      const send = () =>
        wang(plan.limit === null ? submitApplication : sendToUnit, { params: { id }, body: { version } });
      const staffed = (endedAt: string | null) =>
        server.asPlatform(({ tx }) =>
          tx
            .updateTable('relation')
            .set({ ended_at: endedAt })
            .where('subject_id', '=', DEMONSTRATION.enterprise)
            .where('relation', '=', 'unit')
            .execute(),
        );
      await staffed(server.now());
      await expect(send()).rejects.toMatchObject({ code: 'UNIT_UNSTAFFED' });
      expect(await caseOf(id)).toMatchObject({ stage: 'draft', version });
      await staffed(null);
      expect((await send()).stage).toBe('unit-review');
    },
  );
});

describe('the deadline missed by a second', () => {
  it.each(byName)('%s: the submission', async (_, plan) => {
    const arranged = await open(plan);
    const id = await arrange(plan, arranged, { stage: firstStage(plan) });
    await fillForm(wang, id);
    const { version } = await caseOf(id);
    await timeIs(arranged.organiserId, after(plan.closes, 1000));
    await expect(wang(submitApplication, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
    });
    await timeIs(arranged.organiserId, after(plan.closes, -60_000));
    expect((await submit(id)).ordinal).toBe(1);
  });

  it.each(only(({ returnedTo }) => returnedTo === 'correction'))('%s: the correction', async (_, plan) => {
    const arranged = await open(plan);
    const id = await arrange(plan, arranged, { stage: 'office-check', submissions: 1 });
    await server.asPlatform((ctx) => arrangeSubmission(ctx, id));
    expect(await check(id, true)).toBe('correction');
    await fillForm(wang, id);
    const { waiting, version } = await caseOf(id);
    const due = waiting.until?.at ?? '';
    await timeIs(arranged.organiserId, after(due, 1000));
    await expect(wang(submitApplication, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'DEADLINE_PASSED',
    });
    await server.settle();
    expect(await caseOf(id)).toMatchObject({ stage: 'expired', waiting: { who: 'nobody' } });
  });

  it.each(only(({ limit }) => limit !== null))('%s: the stamped page', async (_, plan) => {
    const arranged = await open(plan, after(plan.closes, 60 * 60_000));
    const id = await arrange(plan, arranged, { stage: 'stamped-page', submissions: 1 });
    const { waiting, version } = await caseOf(id);
    // Five working days after the portal closes, the closing day not counted.
    expect(waiting.until?.at).toBe(plan.stampedPageDue);
    await timeIs(arranged.organiserId, after(plan.stampedPageDue ?? '', 1000));
    // Refused because it is late, or because the platform closed the case in that second.
    await expect(
      wang(submitStampedPage, { params: { id }, body: { version } }, { file: new Blob([PNG]), fileName: 'a.png' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(DEADLINE_PASSED|STALE|NOT_AT_THIS_STEP)$/) as string });
    await server.settle();
    expect((await caseOf(id)).stage).toBe('expired');
  });
});

describe('before an application', () => {
  const apply = async (plan: PlanCase, choice: Partial<Subject>, facts: Readonly<Record<string, string>> = {}) => {
    const { planId } = await open(plan);
    await server.asPlatform((ctx) =>
      arrangeBasic(ctx, 'applicant', {
        region: plan.region,
        affiliation: 'private',
        employment: 'employee',
        ownership: 'private-enterprise',
        ...facts,
      }),
    );
    return wang(createApplication, { body: { planId, ...plan.subject, ...choice } });
  };

  it.each(byName)('%s takes nobody who is retired', async (_, plan) => {
    await expect(apply(plan, {}, { employment: 'retired' })).rejects.toMatchObject({ code: 'NOT_EMPLOYED_HERE' });
  });

  it.each([
    ['ln-2024-eng', { specialty: 'power', level: 'senior' }, {}],
    ['ln-2024-econ', { level: 'senior' }, {}],
    ['zj-2022', {}, { affiliation: 'central' }],
    ['tj-2019', {}, { affiliation: 'central' }],
  ] as const)('%s says which committee takes what it does not', async (pack, choice, facts) => {
    const plan = PLANS.find((one) => one.pack === pack);
    if (plan === undefined) throw new Error(pack);
    await expect(apply(plan, choice, facts)).rejects.toMatchObject({
      code: 'COMMITTEE_ELSEWHERE',
      details: { words: expect.stringMatching(/\p{Script=Han}{4}/u) as string },
    });
  });

  it.each(only(({ limit }) => limit !== null))('%s opens no green channel without consent', async (_, plan) => {
    const green = { level: 'full-senior', route: 'green' } as const;
    await expect(apply(plan, green)).rejects.toMatchObject({ code: 'CONSENT_FIRST' });
  });
});
