import {
  appoint,
  assessAppointment,
  type Client,
  endAppointment,
  listAppointments,
  listSelfAppointments,
  readCasePost,
  readPosts,
  recordCasePost,
  selfAppoint,
  setPostQuota,
  unitAccept,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIANJIN_IDS, ZHEJIANG_IDS } from '../../start/demonstration/ids.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { appointmentRows } from '../application/index.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

let server: TestServer;
let unit: Client;
let institute: Client;
let personId: string;
const unitId = TIANJIN_IDS.enterprise;

beforeAll(async () => {
  server = await startTestServer();
  [unit, institute] = [await server.loginAs('tj-unit'), await server.loginAs('zj-unit2')];
  personId = await server.asPlatform(async ({ tx }) => {
    const row = await tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', 'tj-applicant')
      .executeTakeFirstOrThrow();
    return row.person_id;
  });
});
afterAll(() => server.close());

describe('posts and appointments (TJ 二(一)5, 二(四)2)', () => {
  it('counts what is held and what is vacant by level, for the own unit only', async () => {
    await unit(setPostQuota, { params: { unitId, grade: 6 }, body: { quota: 2 } });
    await unit(setPostQuota, { params: { unitId, grade: 9 }, body: { quota: 1 } });
    const { levels } = await unit(readPosts, { params: { unitId } });
    expect(levels.find(({ level }) => level === 'senior')).toEqual({
      level: 'senior',
      quota: 2,
      held: 0,
      asked: 0,
      vacancies: 2,
    });
    for (const username of ['tj-unit2', 'tj-authority', 'tj-applicant'] as const) {
      const other = await server.loginAs(username);
      await expect(other(readPosts, { params: { unitId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other(setPostQuota, { params: { unitId, grade: 6 }, body: { quota: 9 } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it('ends the former appointment on the day before, and the periods reach the dossier', async () => {
    const params = { unitId };
    const post = { personId, postName: '算法工程师', to: null };
    const first = await unit(appoint, { params, body: { ...post, grade: 10, from: '2016-08-01' } });
    expect(first.way).toBe('appointed');
    const second = await unit(appoint, { params, body: { ...post, grade: 9, from: '2019-08-01' } });
    expect(second.way).toBe('promoted');
    await expect(unit(appoint, { params, body: { ...post, grade: 8, from: '2019-08-01' } })).rejects.toMatchObject({
      code: 'POST_PERIOD',
    });
    await expect(
      unit(assessAppointment, { params: { unitId, id: second.id, year: 2018 }, body: { result: 'qualified' } }),
    ).rejects.toMatchObject({ code: 'POST_PERIOD' });
    await unit(assessAppointment, { params: { unitId, id: second.id, year: 2020 }, body: { result: 'excellent' } });
    const third = await unit(appoint, { params, body: { ...post, grade: 10, from: '2021-01-01' } });
    expect(third.way).toBe('demoted');
    const { items } = await unit(listAppointments, { params, query: { limit: 10 } });
    expect(items.map(({ from, to, grade }) => [grade, from, to])).toEqual([
      [10, '2016-08-01', '2019-07-31'],
      [9, '2019-08-01', '2020-12-31'],
      [10, '2021-01-01', null],
    ]);
    expect(items[1]?.assessments).toMatchObject([{ year: 2020, result: 'excellent' }]);
    const rows = await server.asPlatform((ctx) => appointmentRows(ctx, personId));
    expect(rows[0]).toMatchObject({ kind: 'appointment', fields: { level: 'engineer', from: '2016-08-01' } });
    await unit(endAppointment, { params: { unitId, id: third.id }, body: { to: '2022-01-31', reason: '调离岗位' } });
    await expect(
      unit(endAppointment, { params: { unitId, id: third.id }, body: { to: '2022-01-31', reason: '再次' } }),
    ).rejects.toMatchObject({ code: 'POST_ENDED' });
  });

  it('appoints nobody of another unit', async () => {
    const body = { personId, grade: 9, postName: '工程师', from: '2022-01-01' };
    await expect(institute(appoint, { params: { unitId: ZHEJIANG_IDS.institute }, body })).rejects.toMatchObject({
      code: 'POST_MEMBER_UNKNOWN',
    });
  });
});

describe('self-appointed engineers (TJ 二(三)4)', () => {
  it('are registered by enterprises alone, once', async () => {
    const body = { personId, specialty: '人工智能', basis: 'master', from: '2022-03-01' } as const;
    await unit(selfAppoint, { params: { unitId }, body });
    await expect(unit(selfAppoint, { params: { unitId }, body })).rejects.toMatchObject({ code: 'SELF_APPOINTED' });
    const { items } = await unit(listSelfAppointments, { params: { unitId }, query: { limit: 10 } });
    expect(items).toMatchObject([{ personId, basis: 'master', from: '2022-03-01' }]);
    await expect(institute(selfAppoint, { params: { unitId: ZHEJIANG_IDS.institute }, body })).rejects.toMatchObject({
      code: 'SELF_APPOINTMENT_ENTERPRISE',
    });
  });
});

describe('评聘结合 (ZJ 五(四))', () => {
  const arrange = (applicant: string) =>
    server.asPlatform(async (ctx) => {
      const { person_id } = await ctx.tx
        .selectFrom('account')
        .select('person_id')
        .where('username', '=', applicant)
        .executeTakeFirstOrThrow();
      return arrangeApplication(ctx, {
        personId: person_id,
        planId: ZHEJIANG_IDS.plan,
        unitId: ZHEJIANG_IDS.institute,
        subject: { specialty: 'design', level: 'senior', route: 'normal' },
        state: { stage: 'unit-review', submissions: 1 },
      });
    });

  it('makes an institution take a vacancy or say why not, and gives the last one away once', async () => {
    const [one, two] = [await arrange('expert1'), await arrange('expert2')];
    await institute(setPostQuota, { params: { unitId: ZHEJIANG_IDS.institute, grade: 7 }, body: { quota: 1 } });
    expect(await institute(readCasePost, { params: { id: one } })).toMatchObject({
      needed: true,
      label: '五(四)',
      posts: { vacancies: 1 },
      recorded: null,
    });
    const record = (id: string, takes: boolean, reason = '') =>
      institute(recordCasePost, { params: { id }, body: { takes, reason } });
    await expect(record(one, false)).rejects.toMatchObject({ code: 'POST_REASON_MISSING' });
    await record(one, true);
    await expect(record(two, true)).rejects.toMatchObject({ code: 'POST_NO_VACANCY' });
    await record(two, false, '非在编人员');
    // Saying it again for the same case is no second post.
    await record(one, true);
    const other = await server.loginAs('zj-unit');
    await expect(other(recordCasePost, { params: { id: one }, body: { takes: true } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('lets no application pass that said nothing, and asks nothing of enterprises', async () => {
    const silent = await arrange('expert3');
    await expect(institute(unitAccept, { params: { id: silent }, body: { version: 0 } })).rejects.toMatchObject({
      code: expect.stringMatching(/POST_NOT_RECORDED|UNIT_/),
    });
    const enterprise = await server.asPlatform((ctx) =>
      arrangeApplication(ctx, {
        personId,
        planId: TIANJIN_IDS.plan,
        unitId,
        subject: { specialty: 'artificial-intelligence', level: 'senior', route: 'normal' },
        state: { stage: 'unit-review', submissions: 1 },
      }),
    );
    expect(await unit(readCasePost, { params: { id: enterprise } })).toMatchObject({ needed: false, label: null });
  });
});
