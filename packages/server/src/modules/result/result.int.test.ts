import {
  admitCases,
  type Client,
  concludeResult,
  confirmResults,
  createMeeting,
  downloadResultNotice,
  downloadResultSlip,
  fileObjection,
  getPool,
  holdResult,
  listConfirmations,
  listMyCertificates,
  listObjections,
  answerObjection,
  listPublicities,
  publishResult,
  readPublicity,
  readResult,
  readResultSlip,
  refuseConfirmation,
  releaseResult,
  verifyCertificate,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { loadApplication } from '../application/index.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

let server: TestServer;
let office: Client;
let confirmer: Client;
let meetingId: string;
let cases: readonly [passed: string, doubted: string, failed: string, other: string];
const organiserId = DEMONSTRATION.organiser;
const contact = { contact: '人事处', phone: '024-21234567', supervisionPhone: null, ways: '书面、电话' };

beforeAll(async () => {
  server = await startTestServer();
  [office, confirmer] = [await server.loginAs('office'), await server.loginAs('confirmer')];
  await server.moveClockTo('2024-10-18T01:00:00.000Z');
  cases = [await ready('applicant'), await ready('applicant2'), await ready('authority'), await ready('association')];
  const { filings } = await office(getPool, { params: { organiserId } });
  const filingId = filings[0]?.id ?? '';
  const body = { title: '2024年安防工程评审会', filingId, heldOn: '2024-10-18', venue: '沈阳', blind: true };
  meetingId = (await office(createMeeting, { params: { organiserId }, body })).id;
  await office(admitCases, { params: { id: meetingId }, body: { applicationIds: [...cases] } });
});
afterAll(() => server.close());

async function ready(username: DemonstrationLogin): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    return arrangeApplication(ctx, { personId, state: { stage: 'ready' } });
  });
}

/** What the closing of a ballot does, without the ballot: the first two and the last passed. */
async function vote(): Promise<void> {
  await server.asPlatform(async (ctx) => {
    for (const id of cases) {
      const target = await loadApplication(ctx, { id });
      if (!target) throw new Error('no application');
      const passed = id !== cases[2];
      const at = ctx.businessNowOf(organiserId);
      const step = { action: passed ? 'pass' : 'not-pass', by: 'meeting' as const, at, from: 'in-meeting', to: '' };
      const stage = passed ? 'result-publicity' : 'not-passed';
      const state = { ...target.row.state, stage, since: at, steps: [...target.row.state.steps, step] };
      await ctx.tx
        .updateTable('application')
        .set({ stage, state: JSON.stringify(state) })
        .where('id', '=', id)
        .execute();
    }
    await ctx.tx.updateTable('meeting').set({ stage: 'voted' }).where('id', '=', meetingId).execute();
  });
}

const params = () => ({ params: { id: meetingId } });
const of = (id: string) => ({ params: { id } });
const people = async () => (await office(readResult, params())).people;
const stageOf = async (id: string) => (await people()).find((one) => one.applicationId === id)?.stage;
const token = async () => (await office(readResult, params())).publicity?.token ?? '';

describe('before the publicity', () => {
  it('nothing can be published while the ballot is not counted', async () => {
    expect((await office(readResult, params())).obstacle).toBe('会议还没有完成表决和计票。');
    await expect(office(publishResult, { ...params(), body: contact })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
  });

  it('an applicant does not learn the result before it is published', async () => {
    await vote();
    const applicant = await server.loginAs('applicant');
    await expect(applicant(readResultSlip, of(cases[0]))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the publicity of results', () => {
  it('is published by the office alone: who passed, with names, units and titles only', async () => {
    for (const login of ['confirmer', 'supervisor', 'unit', 'chair'] as const) {
      const other = await server.loginAs(login);
      await expect(other(publishResult, { ...params(), body: contact })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const published = await office(publishResult, { ...params(), body: contact });
    expect(published).toMatchObject({ people: 3, lastDay: '2024-10-25' });
    const shown = await server.anyone(readPublicity, { params: { token: published.token } });
    expect(shown.list?.map(({ name }) => name)).toEqual(['王安防', '刘监测', '钱协会']);
    expect(JSON.stringify(shown)).not.toContain('赵人社');
    const notice = await office(downloadResultNotice, params());
    const { text } = await readPdf(new Uint8Array(await notice.arrayBuffer()));
    expect(text).toContain('2024年10月18日至2024年10月25日');
    await expect(office(publishResult, { ...params(), body: contact })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
  });

  it('tells each applicant the own result, and nobody another’s', async () => {
    const applicant = await server.loginAs('applicant');
    const slip = await applicant(readResultSlip, of(cases[0]));
    expect(slip).toMatchObject({ outcome: '评审通过，正在公示', score: null });
    await expect(applicant(readResultSlip, of(cases[1]))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const pdf = await applicant(downloadResultSlip, of(cases[0]));
    const { text } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(text).toContain('评审结果通知单');
    const failed = await server.loginAs('authority');
    expect(await failed(readResultSlip, of(cases[2]))).toMatchObject({ outcome: '评审未通过' });
  });

  it('holds back only the person objected to', async () => {
    const filed = { place: 2, name: '李真名', contact: '13900000000', content: '论文系抄袭', truthful: true as const };
    await server.anyone(fileObjection, { params: { token: await token() }, body: filed });
    const [first, second, third] = await people();
    expect(first).toMatchObject({ held: null, objections: 0 });
    expect(second).toMatchObject({ objections: 1, openObjections: 1 });
    expect(second?.held?.reason).toMatch(/^公示期内收到异议（YY-/);
    expect(third).toMatchObject({ held: null });
    await expect(office(releaseResult, { ...of(cases[1]), body: { reason: '没有核查' } })).rejects.toMatchObject({
      code: 'OBJECTION_OPEN',
    });
  });

  it('lets the office hold and release somebody with a reason', async () => {
    await expect(office(holdResult, { ...of(cases[3]), body: { reason: '' } })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await office(holdResult, { ...of(cases[3]), body: { reason: '来电反映' } });
    await expect(office(holdResult, { ...of(cases[3]), body: { reason: '再次' } })).rejects.toMatchObject({
      code: 'RESULT_HELD',
    });
    await office(releaseResult, { ...of(cases[3]), body: { reason: '查无此事' } });
    await expect(office(releaseResult, { ...of(cases[3]), body: { reason: '再次' } })).rejects.toMatchObject({
      code: 'RESULT_NOT_HELD',
    });
  });

  it('never ends early', async () => {
    await server.moveClockTo('2024-10-25T15:59:00.000Z');
    const version = (await office(readResult, params())).publicity?.version ?? -1;
    await expect(office(concludeResult, { ...params(), body: { version } })).rejects.toMatchObject({
      code: 'PUBLICITY_RUNNING',
    });
    expect(await stageOf(cases[0])).toBe('result-publicity');
  });

  it('ends by itself with the last day: the others go on, the one held back stays, the list is public no more', async () => {
    const before = await token();
    await server.moveClockTo('2024-10-25T16:00:01.000Z');
    expect(await Promise.all(cases.map(stageOf))).toEqual([
      'confirmation',
      'result-publicity',
      undefined,
      'confirmation',
    ]);
    expect((await office(readResult, params())).publicity?.phase).toBe('concluded');
    expect((await server.anyone(listPublicities, {})).items).toEqual([]);
    await expect(server.anyone(readPublicity, { params: { token: before } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('lets the held person go on at once when the objection is answered and the result released', async () => {
    const publicityId = (await office(readResult, params())).publicity?.id ?? '';
    const [open] = (await office(listObjections, of(publicityId))).items;
    const body = {
      version: open?.version ?? -1,
      outcome: 'dismissed' as const,
      finding: '经查重，不属实',
      answer: '经核查，反映的情况不属实',
      removeRowIds: [],
    };
    const unit = await server.loginAs('unit');
    await expect(unit(answerObjection, { ...of(open?.id ?? ''), body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office(answerObjection, { ...of(open?.id ?? ''), body });
    await office(releaseResult, { ...of(cases[1]), body: { reason: '异议不成立' } });
    await server.settle();
    expect(await stageOf(cases[1])).toBe('confirmation');
  });
});

describe('confirmation', () => {
  it('waits at the authority, with dates of ballot and publicity', async () => {
    const { items } = await confirmer(listConfirmations, {});
    expect(items.map(({ name }) => name).toSorted()).toEqual(['刘监测', '王安防', '钱协会'].toSorted());
    expect(items.find(({ name }) => name === '王安防')).toMatchObject({
      passedOn: '2024-10-18',
      publicisedFrom: '2024-10-18',
      publicisedTo: '2024-10-25',
      objections: 0,
    });
    await expect(office(listConfirmations, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('issues a certificate to each of those confirmed, that anybody can verify', async () => {
    const body = { applicationIds: [cases[0], cases[3]], approvalNumber: '辽人社职〔2024〕示例号' };
    await expect(office(confirmResults, { body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { confirmed, failed } = await confirmer(confirmResults, { body });
    expect(failed).toEqual([]);
    expect(confirmed).toHaveLength(2);
    const number = confirmed.find(({ applicationId }) => applicationId === cases[0])?.certificateNumber ?? '';
    const { result } = await server.anyone(verifyCertificate, { body: { number, name: '王安防' } });
    expect(result).toMatchObject({ found: true, state: 'valid', obtainedOn: '2024-10-18', titleName: '高级工程师' });
    const applicant = await server.loginAs('applicant');
    expect((await applicant(listMyCertificates, {})).items).toMatchObject([{ number, specialty: '安防工程' }]);
    expect(await applicant(readResultSlip, of(cases[0]))).toMatchObject({ outcome: '取得资格' });
  });

  it('does not issue a second one, nor to somebody who is not there to be confirmed', async () => {
    const body = { applicationIds: [cases[0], cases[2]], approvalNumber: '辽人社职〔2024〕示例号' };
    await expect(confirmer(confirmResults, { body })).rejects.toMatchObject({ code: 'RESULT_NONE_CONFIRMED' });
    const both = { ...body, applicationIds: [cases[0], cases[0]] };
    await expect(confirmer(confirmResults, { body: both })).rejects.toMatchObject({ code: 'RESULT_NONE_CONFIRMED' });
  });

  it('may be refused with a reason, which the person reads', async () => {
    await expect(confirmer(refuseConfirmation, { ...of(cases[1]), body: { reason: ' ' } })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(office(refuseConfirmation, { ...of(cases[1]), body: { reason: '无权' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await confirmer(refuseConfirmation, { ...of(cases[1]), body: { reason: '评审超出备案范围' } });
    const applicant = await server.loginAs('applicant2');
    const slip = await applicant(readResultSlip, of(cases[1]));
    expect(slip).toMatchObject({ outcome: '未予确认' });
    expect(slip.stage).toContain('评审超出备案范围');
    expect((await applicant(listMyCertificates, {})).items).toEqual([]);
    await expect(confirmer(refuseConfirmation, { ...of(cases[1]), body: { reason: '再次' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
