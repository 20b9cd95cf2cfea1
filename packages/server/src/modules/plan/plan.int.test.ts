import {
  addAuthority,
  addOrganiser,
  approvePlan,
  type Client,
  declinePlan,
  grantRelation,
  listOpenPlans,
  listPlanOpenings,
  previewPlan,
  proposePlan,
  readOfficeBoard,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZHEJIANG_IDS } from '../../start/demonstration/ids.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { fileExpert, registerFiling } from '../pool/index.ts';

let server: TestServer;
let system: Client;
/** Two people of a new office, nobody's staff before. */
let first: Client;
let second: Client;
let organiserId: string;
const PACK = 'zj-2022';

beforeAll(async () => {
  server = await startTestServer();
  system = await server.loginAs('system');
  const body = {
    name: '浙江省建筑智能化行业协会',
    officeName: '浙江省建筑智能化行业协会职称办',
    startsAt: '2022-07-01T01:00:00.000Z',
  };
  ({ id: organiserId } = await system(addOrganiser, { body }));
  for (const username of ['expert1', 'expert2'] as const) {
    await system(grantRelation, {
      params: { personId: await personOf(username) },
      body: { relation: 'office', subjectId: organiserId },
    });
  }
  first = await server.loginAs('expert1');
  second = await server.loginAs('expert2');
});
afterAll(() => server.close());

const personOf = (username: string): Promise<string> =>
  server.asPlatform(async (ctx) => {
    const query = ctx.tx.selectFrom('account').select('person_id').where('username', '=', username);
    return (await query.executeTakeFirstOrThrow()).person_id;
  });

async function file(number: string, specialties: string[], validUntil: string): Promise<void> {
  const chairPersonId = await personOf('chair');
  await server.asPlatform(async (ctx) => {
    const known = await ctx.tx.selectFrom('expert').select('id').where('organiser_id', '=', organiserId).execute();
    if (known.length === 0) {
      await fileExpert(ctx, organiserId, chairPersonId, {
        specialty: '安全技术防范（工程设计）',
        level: 'full-senior',
        employer: '浙江大学',
        unitId: null,
        appointedOn: '2020-03-01',
        termEnds: '2023-02-28',
      });
    }
    await registerFiling(ctx, organiserId, {
      name: '安全技术防范行业高级工程师评审委员会',
      number,
      filedOn: '2020-03-01',
      validUntil,
      members: 11,
      levels: ['senior'],
      specialties,
      chairPersonId,
    });
  });
}

const ALL = ['工程设计', '产品制造', '系统集成', '技术服务'].map((name) => `安全技术防范（${name}）`);
const preview = (confirmerId?: string) =>
  first(previewPlan, { params: { organiserId, pack: PACK }, query: confirmerId === undefined ? {} : { confirmerId } });
const lacking = async (confirmerId?: string) =>
  (await preview(confirmerId)).checks.filter(({ state }) => state === 'lacking').map(({ id }) => id);
const confirmerId = ZHEJIANG_IDS.confirmer;

describe('a new organiser opens a plan of the library (O1)', () => {
  it('shows what the plan says, and keeps it closed until a committee is on file for all it accepts', async () => {
    const shown = await preview();
    expect(shown).toMatchObject({ title: expect.stringContaining('2022年度'), province: '浙江省', ready: false });
    expect(shown.windows.map(({ id }) => id)).toEqual(['online', 'unit', 'authority', 'meeting']);
    expect(shown.accepted.map(({ specialty }) => specialty)).toEqual(ALL);
    expect(shown.fee).toContain('每人 280 元');
    expect(shown.confirmers[0]?.area).toBe('浙江省');
    expect(await lacking()).toEqual(['filing', 'confirmer']);
    expect(await lacking(ZHEJIANG_IDS.cityAuthority)).toEqual(['filing', 'confirmer']);
    const body = { pack: PACK, hash: shown.hash, confirmerId, note: '按通知组织' };
    await expect(first(proposePlan, { params: { organiserId }, body })).rejects.toMatchObject({
      code: 'PLAN_NOT_READY',
      details: { words: expect.stringContaining('没有登记评委会核准备案') },
    });
    await file('浙人社备〔2020〕1号', ALL.slice(1), '2023-02-28');
    expect(await lacking(confirmerId)).toEqual(['filing']);
    await file('浙人社备〔2020〕2号', ALL.slice(0, 1), '2022-12-01');
    const ready = await preview(confirmerId);
    expect(ready.ready).toBe(true);
    expect(ready.checks.filter(({ state }) => state === 'note').map(({ id }) => id)).toEqual(['validity', 'organiser']);
  });

  it('opens by two people on the version they read, and by nobody else', async () => {
    const { hash } = await preview(confirmerId);
    const body = { pack: PACK, hash, confirmerId, note: '按通知组织' };
    const params = { organiserId };
    const stale = first(proposePlan, { params, body: { ...body, hash: '0'.repeat(64) } });
    await expect(stale).rejects.toMatchObject({ code: 'PLAN_VERSION_CHANGED' });
    for (const login of ['office', 'zj-office', 'applicant', 'policy', 'supervisor'] as const) {
      const other = await server.loginAs(login);
      await expect(other(proposePlan, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const dropped = await first(proposePlan, { params, body });
    await expect(second(proposePlan, { params, body })).rejects.toMatchObject({ code: 'PLAN_OPENING_WAITS' });
    const office = await server.loginAs('office');
    await expect(office(approvePlan, { params: dropped })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await first(declinePlan, { params: dropped });
    await expect(second(approvePlan, { params: dropped })).rejects.toMatchObject({ code: 'PLAN_OPENING_DECIDED' });

    const { id } = await first(proposePlan, { params, body });
    await expect(first(approvePlan, { params: { id } })).rejects.toMatchObject({ code: 'PLAN_OPENING_SAME_PERSON' });
    const { planId } = await second(approvePlan, { params: { id } });
    await expect(second(approvePlan, { params: { id } })).rejects.toMatchObject({ code: 'PLAN_OPENING_DECIDED' });
    const listed = await first(listPlanOpenings, {});
    expect(listed.plans).toMatchObject([{ id: planId, pack: PACK, organiserId }]);
    expect(listed.openings.map(({ state }) => state)).toEqual(['opened', 'declined']);
    expect(await lacking(confirmerId)).toEqual(['running']);
    const applicant = await server.loginAs('zj-applicant');
    const offered = (await applicant(listOpenPlans, {})).items.find((plan) => plan.id === planId);
    expect(offered?.organiserName).toBe('浙江省建筑智能化行业协会');
    expect((await first(readOfficeBoard, {})).plans.map((plan) => plan.id)).toEqual([planId]);
  });

  it('asks everything anew when the second person approves, and offers no plan that is over', async () => {
    const late = { name: '浙江省安防产业联盟', officeName: '职称办', startsAt: '2022-10-16T01:00:00.000Z' };
    const { id } = await system(addOrganiser, { body: late });
    const relation = { relation: 'office', subjectId: id } as const;
    await system(grantRelation, { params: { personId: await personOf('expert3') }, body: relation });
    const office = await server.loginAs('expert3');
    const shown = await office(previewPlan, { params: { organiserId: id, pack: PACK }, query: { confirmerId } });
    expect(shown.checks.find((check) => check.id === 'windows')).toMatchObject({ state: 'lacking' });
    await expect(office(previewPlan, { params: { organiserId, pack: PACK } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(system(addOrganiser, { body: late })).rejects.toMatchObject({ code: 'ORGANISATION_EXISTS' });
    const authority = { name: '杭州市城市管理局', area: '杭州市', kind: 'department' } as const;
    const { id: department } = await system(addAuthority, { body: authority });
    const asked = await office(previewPlan, {
      params: { organiserId: id, pack: PACK },
      query: { confirmerId: department },
    });
    expect(asked.checks.find((check) => check.id === 'confirmer')?.state).toBe('lacking');
  });
});
