import {
  adviseRoutes,
  type Client,
  createApplication,
  listOpenPlans,
  readApplication,
  sendToUnit,
  submitApplication,
  withdrawApplication,
} from '@zhiping/contract';
import { type PlanLevel, type PlanRoute } from '@zhiping/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { advance } from './advance.ts';
import { fillForm } from './testing/fill-form.ts';
import { arrangeBasic, arrangeBasicState, arrangePlan } from './testing/arrange-plan.ts';

let server: TestServer;
let wang: Client;
const planIds = new Map<string, string>();
const plans = {
  'ln-2024-econ': '2024-08-13T01:00:00.000Z',
  'zj-2022': '2022-07-11T01:00:00.000Z',
  'tj-2019': '2022-06-10T01:00:00.000Z',
} as const;

beforeAll(async () => {
  server = await startTestServer();
  wang = await server.loginAs('applicant');
  await server.asPlatform(async (ctx) => {
    for (const [pack, at] of Object.entries(plans)) planIds.set(pack, (await arrangePlan(ctx, pack, at)).planId);
  });
});
afterAll(() => server.close());

const works = (region: string, more: Readonly<Record<string, string | boolean>> = {}) =>
  server.asPlatform((ctx) =>
    arrangeBasic(ctx, 'applicant', {
      region,
      affiliation: 'private',
      employment: 'employee',
      ownership: 'private-enterprise',
      labourRelation: true,
      ...more,
    }),
  );
const create = (pack: string, specialty: string, level: PlanLevel, route: PlanRoute = 'normal') =>
  wang(createApplication, { body: { planId: planIds.get(pack) ?? '', specialty, level, route } });

async function fill(id: string): Promise<number> {
  const { lacks, version } = await fillForm(wang, id);
  expect(lacks).toEqual([]);
  return version;
}

async function throughUnit(id: string): Promise<void> {
  await server.asPlatform(async (ctx) => {
    await advance(ctx, id, 'unit-accept', {}, { as: 'unit' });
    await advance(ctx, id, 'record-appraisal', { recommended: true }, { as: 'unit' });
    await advance(ctx, id, 'start-publicity', {}, { as: 'unit' });
  });
  await server.asPlatform(async (ctx) => {
    await sql`update organiser set clock_offset_ms = clock_offset_ms + ${9 * 86_400_000}
      where id = (select organiser_id from application where id = ${id})`.execute(ctx.tx);
  });
  await server.asPlatform(async (ctx) => {
    await advance(ctx, id, 'conclude-publicity', { openObjections: 0 }, { as: 'unit' });
  });
}

describe('each plan from draft to submission', () => {
  it.each([
    ['ln-2024-econ', 'liaoning', 'business', 'full-senior', '正高级经济师'],
    ['zj-2022', 'zhejiang', 'design', 'senior', '高级工程师'],
    ['tj-2019', 'tianjin', 'artificial-intelligence', 'senior', '高级工程师'],
  ] as const)('%s', async (pack, region, specialty, level, levelName) => {
    await works(region);
    const { id } = await create(pack, specialty, level);
    const before = await wang(readApplication, { params: { id } });
    expect(before).toMatchObject({ stage: 'draft', levelName });
    const lnLike = before.actions.some((action) => action.id === 'send-to-unit');
    const version = await fill(id);
    if (lnLike) {
      await wang(sendToUnit, { params: { id }, body: { version } });
      await throughUnit(id);
    }
    const seen = await wang(readApplication, { params: { id } });
    const done = await wang(submitApplication, { params: { id }, body: { version: seen.version } });
    expect(done).toMatchObject({ ordinal: 1, stage: lnLike ? 'office-check' : 'unit-review' });
    const after = await wang(readApplication, { params: { id } });
    expect(after.submissions.limit).toBe(pack === 'ln-2024-econ' ? 3 : null);
    expect(after.submitted?.[0]?.verdict === null).toBe(pack === 'ln-2024-econ');
    await wang(withdrawApplication, { params: { id }, body: { version: after.version } });
  });

  it('another try after a return counts as the next submission where the plan sets no limit (ZJ 六(一))', async () => {
    await works('zhejiang');
    const { id } = await create('zj-2022', 'product', 'senior');
    let version = await fill(id);
    const items = [{ place: 'selfReport', label: '六(一)', problem: '过于笼统', whatToDo: '写明主持的项目' }];
    for (const ordinal of [1, 2, 3, 4]) {
      const done = await wang(submitApplication, { params: { id }, body: { version } });
      expect(done.ordinal).toBe(ordinal);
      await server.asPlatform((ctx) => advance(ctx, id, 'unit-return', { items }, { as: 'unit' }));
      const returned = await wang(readApplication, { params: { id } });
      expect(returned).toMatchObject({ stage: 'draft', returned: { unchanged: true }, submissions: { left: null } });
      version = returned.version;
    }
    await wang(withdrawApplication, { params: { id }, body: { version } });
  });
});

describe('what is not offered, and who does it', () => {
  it.each([
    ['ln-2024-econ', 'business', 'senior', 'normal', 'COMMITTEE_ELSEWHERE', /所在市的评审委员会/],
    ['ln-2024-econ', 'business', 'engineer', 'normal', 'LEVEL_NOT_OFFERED', /高级经济师、正高级经济师/],
    ['ln-2024-econ', 'business', 'full-senior', 'self-score', 'ROUTE_NOT_OPEN', /正常申报、破格申报、绿色通道/],
  ] as const)('%s %s %s by %s', async (pack, specialty, level, route, code, words) => {
    await works('liaoning');
    await expect(create(pack, specialty, level, route)).rejects.toMatchObject({
      code,
      details: { words: expect.stringMatching(words) as string },
    });
  });

  it('a unit appoints by itself where no committee does (TJ 二(三)4)', async () => {
    await works('tianjin');
    await expect(create('tj-2019', 'other', 'engineer', 'initial')).rejects.toMatchObject({
      code: 'ROUTE_WITHOUT_COMMITTEE',
      details: { words: expect.stringContaining('用人单位') as string },
    });
    await expect(create('tj-2019', 'other', 'assistant', 'exception')).rejects.toMatchObject({
      code: 'ROUTE_NOT_OPEN',
    });
  });

  it('the people of central units only when entrusted (LN-2024 八(一)), elsewhere they ask the office', async () => {
    await works('liaoning', { affiliation: 'central' });
    await expect(create('ln-2024-econ', 'business', 'full-senior')).rejects.toMatchObject({
      code: 'ENTRUSTMENT_FIRST',
    });
    await works('zhejiang', { affiliation: 'central' });
    await expect(create('zj-2022', 'design', 'senior')).rejects.toMatchObject({ code: 'COMMITTEE_ELSEWHERE' });
  });

  it.each([
    ['zj-2022', 'zhejiang', { employment: 'freelancer' }, /自由职业者/],
    ['zj-2022', 'zhejiang', { ownership: 'social-organisation' }, /国有企业、事业单位、民营企业/],
    ['zj-2022', 'liaoning', {}, /浙江省/],
    ['tj-2019', 'tianjin', { employment: 'retired' }, /离退休人员/],
    ['ln-2024-econ', 'liaoning', { employment: 'freelancer', freelanceSince: '2023-08-31' }, /2024-08-31/],
    ['ln-2024-econ', 'liaoning', { labourRelation: false }, /人事劳动关系/],
  ] as const)('%s, in %s with %o', async (pack, region, facts, words) => {
    await works(region, facts);
    const specialty = { 'zj-2022': 'design', 'tj-2019': 'other', 'ln-2024-econ': 'business' }[pack];
    const level = pack === 'ln-2024-econ' ? 'full-senior' : 'senior';
    await expect(create(pack, specialty, level)).rejects.toMatchObject({
      code: 'NOT_EMPLOYED_HERE',
      details: { words: expect.stringMatching(words) as string },
    });
    const { items } = await wang(listOpenPlans, {});
    expect(items.find(({ id }) => id === planIds.get(pack))?.outOfScope.join('')).toMatch(words);
  });

  it('names the route that fits the archive', async () => {
    await works('liaoning');
    const { items } = await wang(listOpenPlans, {});
    const engineering = items.find(({ specialties }) => specialties.some(({ id }) => id === 'security'))?.id ?? '';
    const query = { specialty: 'security', level: 'senior' } as const;
    const { routes, fits } = await wang(adviseRoutes, { params: { id: engineering }, query });
    expect(fits).toBe('normal');
    expect(routes.find(({ route }) => route === 'green')).toMatchObject({ open: false, verdict: null });
    await expect(server.anyone(adviseRoutes, { params: { id: engineering }, query })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await expect(
      wang(adviseRoutes, { params: { id: engineering }, query: { ...query, specialty: 'none' } }),
    ).rejects.toMatchObject({ code: 'PLAN_UNKNOWN' });
  });
});

describe('what comes before an application (U1)', () => {
  const setBasic = (state: Parameters<typeof arrangeBasicState>[2]) =>
    server.asPlatform((ctx) => arrangeBasicState(ctx, 'applicant2', state));

  it('opens none before the unit has verified the basic facts, and says what to do', async () => {
    const liu = await server.loginAs('applicant2');
    const plan = (await liu(listOpenPlans, {})).items.find(
      ({ organiserName, specialties }) =>
        !organiserName.includes('测试') && specialties.some(({ id }) => id === 'security'),
    );
    const body = { planId: plan?.id ?? '', specialty: 'security', level: 'senior', route: 'normal' } as const;
    for (const [state, words] of [
      ['draft', '还没有提交单位核验'],
      ['waiting', '正在等待用人单位核验'],
      ['returned', '已被用人单位退回'],
    ] as const) {
      await setBasic(state);
      expect((await liu(listOpenPlans, {})).basics).toContain(words);
      await expect(liu(createApplication, { body })).rejects.toMatchObject({
        code: 'BASICS_NOT_VERIFIED',
        details: { words: expect.stringContaining(words) },
      });
    }
    await setBasic('verified');
    expect((await liu(listOpenPlans, {})).basics).toBeNull();
    await liu(createApplication, { body });
  });

  it('lists the plans for this person first, the open ones before the others, and says who takes the rest', async () => {
    const { items } = await (await server.loginAs('applicant2'))(listOpenPlans, {});
    const outside = items.map(({ outOfScope }) => Number(outOfScope.length > 0));
    expect(outside).toEqual(outside.toSorted((a, b) => a - b));
    expect(items.find(({ name }) => name.includes('浙江'))).toMatchObject({
      outOfScope: ['工作所在地不在浙江省'],
      elsewhere: expect.stringContaining('向工作所在地的评审委员会申报'),
    });
    expect(items.filter(({ outOfScope }) => outOfScope.length === 0).every(({ elsewhere }) => elsewhere === null)).toBe(
      true,
    );
  });
});
