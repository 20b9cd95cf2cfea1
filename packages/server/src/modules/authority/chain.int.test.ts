import {
  assignAuthority,
  authorityApprove,
  authorityReturn,
  concludeUnitPublicity,
  findAuthorities,
  listSealing,
  listUnassigned,
  officePass,
  openCheck,
  readCheck,
  readApplication,
  readSealing,
  readSubmission,
  redirectSeal,
  saveCheckItems,
  startPublicity,
} from '@zhiping/contract';
import { kindSpec, type Subject } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION, TIANJIN_IDS, ZHEJIANG_IDS } from '../../start/demonstration/ids.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Case {
  readonly applicant: DemonstrationLogin;
  readonly planId?: string;
  readonly unitId: string;
  readonly subject: Subject;
  readonly stage: string;
}

/** An application of a demonstration person, with all verified achievements chosen. */
function arrange({ applicant, stage, ...rest }: Case): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', applicant)
      .executeTakeFirstOrThrow();
    const rows = await ctx.tx
      .selectFrom('archive_row')
      .select(['id', 'kind'])
      .where('person_id', '=', personId)
      .execute();
    const chosen = rows.filter(({ kind }) => kindSpec(kind).achievement).map(({ id }) => id);
    return arrangeApplication(ctx, {
      ...rest,
      personId,
      state: { stage, submissions: 1 },
      content: { rows: chosen },
    });
  });
}

/** The unit posts its publicity, the period runs out, the unit reports. Answers the version afterwards. */
async function publicise(
  id: string,
  login: DemonstrationLogin,
  province: 'zhejiang' | 'tianjin',
  on: string,
): Promise<number> {
  const unit = await server.loginAs(login);
  await server.moveClockTo(on, province);
  const input = {
    startsOn: null,
    approvingMeeting: '总经理办公会议',
    contact: '人事部',
    phone: '31234567',
    ways: '电话',
  };
  const { publicity: posted } = await unit(startPublicity, { params: { id }, body: input });
  const end = new Date(Date.parse(on) + 20 * 86_400_000).toISOString();
  await server.moveClockTo(end, province);
  await unit(concludeUnitPublicity, { params: { id: posted.id }, body: { version: posted.version } });
  return versionOf(id);
}

const versionOf = (id: string) =>
  server.asPlatform(async ({ tx }) => {
    const row = await tx.selectFrom('application').select('version').where('id', '=', id).executeTakeFirstOrThrow();
    return row.version;
  });

describe('Zhejiang: city 经信 with 人社, then the committee office (六)', () => {
  const subject = { specialty: 'design', level: 'senior', route: 'normal' } as const;
  it('goes to both in turn and stays with the one that reports', async () => {
    const id = await arrange({
      applicant: 'zj-applicant',
      planId: ZHEJIANG_IDS.plan,
      unitId: ZHEJIANG_IDS.enterprise,
      subject,
      stage: 'unit-publicity',
    });
    const [applicant, industry, hr, department] = [
      await server.loginAs('zj-applicant'),
      await server.loginAs('zj-authority'),
      await server.loginAs('zj-hr'),
      await server.loginAs('zj-department'),
    ];
    const planned = await applicant(readSealing, { params: { id } });
    expect(planned).toMatchObject({ begun: false, label: '六', association: null, choice: null });
    expect(planned.why).toContain('民营企业');
    expect(planned.seals.map(({ authorityName }) => authorityName)).toEqual([
      '杭州市经济和信息化局',
      '杭州市人力资源和社会保障局',
    ]);

    const version = await publicise(id, 'zj-unit', 'zhejiang', '2022-09-01T01:00:00.000Z');
    for (const other of [hr, department]) {
      await expect(other(authorityApprove, { params: { id }, body: { version } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const document = { number: '杭经信推〔2022〕7号', date: '2022-09-22' };
    const first = await industry(authorityApprove, { params: { id }, body: { version, document } });
    expect(first.stage).toBe('authority-review');
    await expect(
      industry(authorityApprove, { params: { id }, body: { version: first.version } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await hr(listSealing, { query: { limit: 10 } })).items.map((line) => line.id)).toEqual([id]);
    const second = await hr(authorityApprove, { params: { id }, body: { version: first.version } });
    expect(second.stage).toBe('office-check');
    const { seals } = await applicant(readSealing, { params: { id } });
    expect(seals).toMatchObject([
      { decision: 'approved', document },
      { decision: 'approved', document: null },
    ]);
    const row = await server.asPlatform(({ tx }) =>
      tx.selectFrom('application').select('authority_id').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(row.authority_id).toBe(ZHEJIANG_IDS.cityAuthority);
  });

  it('sends an over-estimated self-score back with the line named (附件1二12)', async () => {
    const id = await arrange({
      applicant: 'expert5',
      planId: ZHEJIANG_IDS.plan,
      unitId: ZHEJIANG_IDS.enterprise,
      subject,
      stage: 'authority-review',
    });
    await server.asPlatform(async (ctx) => {
      const line = { line: 'mountain', name: '山区', points: 1000, basis: '满25年', evidence: '第一册' };
      await arrangeSubmission(ctx, id, 1, { selfScore: { total: 1000, lines: [line] } });
      const authority = { authority_id: ZHEJIANG_IDS.cityAuthority };
      await ctx.tx.updateTable('application').set(authority).where('id', '=', id).execute();
    });
    const industry = await server.loginAs('zj-authority');
    const { overstated, submission } = await industry(readSubmission, { params: { id } });
    expect(overstated).toBe('附件1二12');
    const place = `selfScore.${submission?.snapshot.selfScore?.lines[0]?.line}`;
    const item = { place, label: overstated, problem: '只在山区工作 16 年', whatToDo: '请按实际年限重新评分' };
    await industry(authorityReturn, { params: { id }, body: { version: 0, items: [item] } });
    const { returned, stage } = await (await server.loginAs('expert5'))(readApplication, { params: { id } });
    expect(stage).toBe('draft');
    expect(returned?.items).toMatchObject([{ place, title: '自评分：山区26县专业技术工作年限' }]);
  });

  it('sends a unit of the province to the provincial department alone', async () => {
    const id = await arrange({
      applicant: 'applicant',
      planId: ZHEJIANG_IDS.plan,
      unitId: ZHEJIANG_IDS.institute,
      subject,
      stage: 'unit-review',
    });
    const unit = await server.loginAs('zj-unit2');
    const { seals, why } = await unit(readSealing, { params: { id } });
    expect(seals.map(({ authorityName }) => authorityName)).toEqual(['浙江省经济和信息化厅']);
    expect(why).toContain('省（直辖市）直属单位');
    const other = await server.loginAs('zj-unit');
    await expect(other(readSealing, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('Tianjin: the submitting authority chooses the committee (二(三)2)', () => {
  it('refuses to report without one or to one that does not take the specialty', async () => {
    const id = await arrange({
      applicant: 'tj-applicant',
      planId: TIANJIN_IDS.plan,
      unitId: TIANJIN_IDS.enterprise,
      subject: { specialty: 'artificial-intelligence', level: 'senior', route: 'normal' },
      stage: 'unit-publicity',
    });
    const version = await publicise(id, 'tj-unit', 'tianjin', '2022-07-01T01:00:00.000Z');
    const district = await server.loginAs('tj-authority');
    const { choice, seals } = await district(readSealing, { params: { id } });
    expect(seals.map(({ authorityName }) => authorityName)).toEqual(['天津市滨海新区人力资源和社会保障局']);
    expect(choice?.committees.map(({ takes }) => takes)).toEqual([true, false]);
    const approve = (committee?: string) =>
      district(authorityApprove, { params: { id }, body: { version, ...(committee ? { committee } : {}) } });
    await expect(approve()).rejects.toMatchObject({ code: 'COMMITTEE_NOT_CHOSEN' });
    await expect(approve('others')).rejects.toMatchObject({
      code: 'COMMITTEE_MISMATCH',
      details: { words: '所选评审委员会不受理这个专业，应选：示例：人工智能专业职称评审委员会。' },
    });
    expect((await approve('artificial-intelligence')).stage).toBe('office-check');
    const office = await server.loginAs('tj-office');
    const sealed = await office(readSealing, { params: { id } });
    expect(sealed.seals[0]?.committeeName).toBe('示例：人工智能专业职称评审委员会');
  });
});

describe('Liaoning: 人社 or the department, then the security association (五(六))', () => {
  it('comes to the authority of the table from the office, and a wrong one sends it on', async () => {
    await server.moveClockTo('2024-07-10T01:00:00.000Z');
    const [office, authority] = [await server.loginAs('office'), await server.loginAs('authority')];
    const id = await arrange({
      applicant: 'applicant',
      unitId: DEMONSTRATION.enterprise,
      subject: { specialty: 'security', level: 'senior', route: 'normal' },
      stage: 'office-check',
    });
    await server.asPlatform(async (ctx) => {
      await arrangeSubmission(ctx, id);
      // A provincial university registered with the city's 人社: the table does not ask where it is registered.
      await ctx.tx
        .insertInto('authority')
        .values({ id: ctx.newId(), name: '辽宁省教育厅', area: '辽宁省', kind: 'department' })
        .execute();
    });
    const { version } = await office(openCheck, { params: { id }, body: { version: 0 } });
    const { items } = await office(readCheck, { params: { id } });
    const decided = { decision: 'accepted', problem: '', whatToDo: '', lateReason: '' } as const;
    await office(saveCheckItems, {
      params: { id },
      body: { submission: 1, items: items.map(({ place }) => ({ place, ...decided })) },
    });
    const passed = await office(officePass, { params: { id }, body: { version } });
    expect(passed.stage).toBe('authority-review');
    expect((await authority(readSealing, { params: { id } })).association).toBe('辽宁省公共安全防范行业协会');

    const reason = '该单位隶属教育厅';
    const sent = await authority(redirectSeal, { params: { id }, body: { version: passed.version, reason } });
    await expect(
      authority(authorityApprove, { params: { id }, body: { version: sent.version } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const waiting = await office(listUnassigned, { query: { limit: 10 } });
    expect(waiting.items.map((line) => line.id)).toEqual([id]);
    const [education] = (await office(findAuthorities, { query: { name: '教育厅' } })).items;
    const [city] = (await office(findAuthorities, { query: { name: '沈阳市人力' } })).items;
    const assign = (authorityId: string | undefined, at: number) =>
      office(assignAuthority, { params: { id }, body: { version: at, authorityId: authorityId ?? '', reason } });
    await expect(assign(education?.id, passed.version)).rejects.toMatchObject({ code: 'STALE' });
    const assigned = await assign(education?.id, sent.version);
    await expect(assign(city?.id, assigned.version)).rejects.toMatchObject({ code: 'SEAL_ASSIGNED' });
    expect((await office(readSealing, { params: { id } })).seals).toMatchObject([
      { authorityName: '辽宁省教育厅', decision: null, reason },
    ]);
    const items2 = [{ place: 'form', label: '六(一)', problem: '错', whatToDo: '改' }];
    await expect(
      authority(authorityReturn, { params: { id }, body: { version: assigned.version, items: items2 } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
