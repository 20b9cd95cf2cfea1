import {
  admitCases,
  createMeeting,
  downloadCaseLabel,
  downloadCountSheet,
  downloadEvaluationForm,
  downloadForm,
  downloadMinutes,
  downloadStampedPage,
  getPool,
  listForms,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication, openPlan } from '../application/testing/arrange.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';

let server: TestServer;
let sealed: string;
let checked: string;
const organiserId = DEMONSTRATION.organiser;
beforeAll(async () => {
  // A counted round is put there without the way that leads to it, which the checks of the data would find.
  server = await startTestServer({ breaksData: true });
  await server.moveClockTo('2024-07-20T01:00:00.000Z');
  sealed = await arranged('applicant', 'stamped-page');
  checked = await arranged('applicant2', 'office-check');
});
afterAll(() => server.close());

async function arranged(username: DemonstrationLogin, stage: string): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    const id = await arrangeApplication(ctx, { personId, state: { stage, submissions: 1 } });
    await arrangeSubmission(ctx, id);
    return id;
  });
}

async function text(answer: Promise<unknown>): Promise<string> {
  const blob = (await answer) as Blob;
  return (await readPdf(new Uint8Array(await blob.arrayBuffer()))).text;
}

describe('the evaluation form', () => {
  it('is printed by its applicant with the boxes of the bodies empty and the numbers masked', async () => {
    const applicant = await server.loginAs('applicant');
    const form = await text(applicant(downloadEvaluationForm, { params: { id: sealed } }));
    for (const part of [
      '辽宁省专业技术资格评定表',
      '王安防',
      '市级重点单位视频防范系统',
      '七、公示、推荐',
      '八、评定意见',
      '一式3份',
    ])
      expect(form).toContain(part);
    expect(form).not.toMatch(/(?<!\w)\d{17}[\dX]|1380000\d{4}/);
    const page = await text(applicant(downloadStampedPage, { params: { id: sealed } }));
    expect(page).toContain('辽宁省公共安全防范行业协会');
  });

  it('prints the score sheet of a self-scored application line by line, the reviewers’ boxes empty (ZJ 附件1二12)', async () => {
    const id = await server.asPlatform(async (ctx) => {
      const { person_id: personId } = await ctx.tx
        .selectFrom('account')
        .select('person_id')
        .where('username', '=', 'applicant2')
        .executeTakeFirstOrThrow();
      const planId = await openPlan(ctx, 'zj-2022');
      const subject = { specialty: 'design', level: 'senior', route: 'self-score' } as const;
      const made = await arrangeApplication(ctx, {
        personId,
        planId,
        subject,
        state: { stage: 'payment', submissions: 1 },
      });
      const line = {
        line: 'mountain',
        name: '山区',
        points: 700,
        basis: '在淳安县工作满21年',
        evidence: '第一册第3项',
      };
      await arrangeSubmission(ctx, made, 1, { selfScore: { total: 8100, lines: [line] } });
      return made;
    });
    const liu = await server.loginAs('applicant2');
    const { items } = await liu(listForms, { params: { id } });
    const sheet = items.find(({ name }) => name.includes('打分表'));
    const printed = await text(liu(downloadForm, { params: { id, ordinal: sheet?.ordinal ?? 0 } }));
    for (const part of ['在淳安县工作满21年', '7.00', '81.00', '80.00', '每增1年加1分', '单位审核意见']) {
      expect(printed).toContain(part);
    }
  });

  it('comes with every form the plan asks for on this way of applying, and no other', async () => {
    const applicant = await server.loginAs('applicant');
    const { items, stampedPage } = await applicant(listForms, { params: { id: sealed } });
    expect(items.map(({ name }) => name)).toEqual(['辽宁省专业技术资格评定表', '辽宁省专业技术资格报评推荐表']);
    expect(stampedPage).toContain('学科评议组意见');
    const form = await text(applicant(downloadForm, { params: { id: sealed, ordinal: 1 } }));
    expect(form).toContain('人社或主管部门意见');
    expect(form).not.toMatch(/(?<!\w)\d{17}[\dX]|1380000\d{4}/);
    const label = await text(applicant(downloadCaseLabel, { params: { id: sealed } }));
    expect(label).toContain('王安防');
    for (const ordinal of [2, 9])
      await expect(applicant(downloadForm, { params: { id: sealed, ordinal } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('is printed by the unit that seals it, not by another one, nor by the authority whose turn is over', async () => {
    const unit = await server.loginAs('unit');
    expect(await text(unit(downloadStampedPage, { params: { id: sealed } }))).toContain('单位推荐意见');
    for (const login of ['unit2', 'applicant2', 'authority', 'association', 'confirmer'] as const) {
      const other = await server.loginAs(login);
      await expect(other(downloadEvaluationForm, { params: { id: sealed } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it('is not there before the online check is passed', async () => {
    const applicant = await server.loginAs('applicant2');
    await expect(applicant(downloadStampedPage, { params: { id: checked } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('minutes and count sheet', () => {
  it('state counts and thresholds in whole numbers, with the head of the record', async () => {
    const office = await server.loginAs('office');
    const application = await arranged('authority', 'ready');
    const { filings } = await office(getPool, { params: { organiserId } });
    const { id } = await office(createMeeting, {
      params: { organiserId },
      body: {
        title: '2024年安防工程评审会',
        filingId: filings[0]?.id ?? '',
        heldOn: '2024-07-20',
        venue: '沈阳市会议中心',
        blind: true,
      },
    });
    await office(admitCases, { params: { id }, body: { applicationIds: [application] } });
    await server.settle();
    await server.asPlatform(async (ctx) => {
      const one = await ctx.tx
        .selectFrom('meeting_case')
        .select(['packet_id', 'number'])
        .where('meeting_id', '=', id)
        .executeTakeFirstOrThrow();
      const counts = { yes: 6, no: 1, abstain: 1, recused: 0, missing: 1, n: 9, needed: 6, passed: true };
      const fraction = { numerator: 2, denominator: 3 };
      await ctx.tx
        .insertInto('ballot_round')
        .values({
          id: ctx.newId(),
          organiser_id: organiserId,
          meeting_id: id,
          number: 1,
          state: 'counted',
          members: 11,
          items: [one.packet_id],
          present: 9,
          rules: JSON.stringify({ quorum: fraction, pass: fraction, recusedCountsInN: true }),
          envelope_hashes: ['a'.repeat(64)],
          result: JSON.stringify([{ packetId: one.packet_id, number: one.number, ...counts }]),
          opened_at: '2024-07-20T06:00:00.000Z',
          sealed_at: '2024-07-20T06:20:00.000Z',
          ended_at: '2024-07-20T06:30:00.000Z',
        })
        .execute();
      await ctx.tx.updateTable('meeting').set({ stage: 'voted' }).where('id', '=', id).execute();
    });
    const sheet = await text(office(downloadCountSheet, { params: { id } }));
    expect(sheet).toContain('不少于8人');
    expect(sheet).toContain('赵人社');
    expect(sheet).toContain('6126通过');
    expect(sheet).toMatch(/共\d+条，校验摘要/);
    const minutes = await text((await server.loginAs('supervisor'))(downloadMinutes, { params: { id } }));
    expect(minutes).toContain('通过1人，未通过0人');
    const unit = await server.loginAs('unit');
    await expect(unit(downloadMinutes, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
