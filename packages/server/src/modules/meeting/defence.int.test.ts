import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  admitCases,
  type ApplicationSnapshot,
  type Client,
  createMeeting,
  getMeeting,
  nameForDefence,
  recheckDefences,
} from '@zhiping/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { POLICIES } from '../../policy/import-packs.ts';
import { ZHEJIANG_IDS } from '../../start/demonstration/ids.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';
import { personOf } from '../ballot/testing/meeting.ts';

// 浙江2022年通知八(二): four triggers that facts decide, and a fifth that the committee decides.

let server: TestServer;
let office: Client;
let meetingId = '';
let filingId = '';
const { organiser: organiserId, enterprise: unitId, plan: planId } = ZHEJIANG_IDS;
const SPECIALTY = '安全技术防范（工程设计）';
const dossier = JSON.parse(
  readFileSync(join(POLICIES, 'zhejiang/zj-sec-2022/examples/everything.dossier.json'), 'utf8'),
) as Record<string, ApplicationSnapshot['dossier']>;

beforeAll(async () => {
  server = await startTestServer();
  office = await server.loginAs('zj-office');
  const chairPersonId = await personOf(server, 'zj-supervisor');
  filingId = await server.asPlatform(async (ctx) => {
    const id = ctx.newId();
    await ctx.tx
      .insertInto('committee_filing')
      .values({
        id,
        organiser_id: organiserId,
        name: '高级工程师评审委员会',
        number: '浙人社职备〔2022〕9号',
        filed_on: '2022-01-01',
        valid_until: '2024-12-31',
        members: 11,
        levels: ['senior'],
        specialties: [SPECIALTY],
        chair_person_id: chairPersonId,
      })
      .execute();
    return id;
  });
  const body = { title: '2022年评审会', filingId, heldOn: '2022-11-20', venue: '杭州', blind: true };
  meetingId = (await office(createMeeting, { params: { organiserId }, body })).id;
});
afterAll(() => server.close());

const PHOTO = {
  photoId: '01900000-0000-7000-8000-0000000000c1',
  fileId: '01900000-0000-7000-8000-0000000000c2',
  mediaType: 'image/jpeg',
};
/** An application of a route that waits for the meeting, with a submission on the example that has everything. */
async function admitted(
  login: 'zj-applicant' | 'zj-unit' | 'zj-authority',
  route: 'normal' | 'landmark',
  from = dossier,
) {
  const personId = await personOf(server, login);
  const applicationId = await server.asPlatform(async (ctx) => {
    const subject = { specialty: 'design', level: 'senior', route } as const;
    const id = await arrangeApplication(ctx, { personId, unitId, planId, subject, state: { stage: 'ready' } });
    await arrangeSubmission(ctx, id, 1, { dossier: from, subject, photo: PHOTO });
    return id;
  });
  await office(admitCases, { params: { id: meetingId }, body: { applicationIds: [applicationId] } });
  return applicationId;
}

async function caseOf(applicationId: string) {
  const { cases = [], nameable } = await office(getMeeting, { params: { id: meetingId } });
  return { nameable, one: cases.find((row) => row.applicationId === applicationId) };
}

it('takes the reasons of the plan with a case, each with its clause', async () => {
  const { one } = await caseOf(await admitted('zj-applicant', 'landmark'));
  expect(one?.defence).toBe('waiting');
  // The photo of the submission stands by for the check-in.
  expect(one?.photoFileId).toBe(PHOTO.fileId);
  expect(one?.defenceReasons).toContainEqual({
    trigger: 'landmark',
    label: '八(二)3',
    text: '按标志性业绩申报的',
    state: 'applies',
    detail: '',
  });
});

it('lets the committee name a case with a reason, once, beside what was found', async () => {
  const applicationId = await admitted('zj-unit', 'normal');
  const before = await caseOf(applicationId);
  expect(before.one?.defence).toBe('none');
  expect(before.nameable).toMatchObject([{ id: 'committee', label: '八(二)5', by: '评委会', level: 'senior' }]);
  const params = { id: meetingId, applicationId };
  const name = (trigger: string, reason: string) => office(nameForDefence, { params, body: { trigger, reason } });
  await expect(name('landmark', '试')).rejects.toMatchObject({ code: 'DEFENCE_NOT_NAMEABLE' });
  await expect(name('committee', '')).rejects.toMatchObject({ code: 'INVALID' });
  await name('committee', '代表作的本人贡献须当面说明');
  await expect(name('committee', '再一次')).rejects.toMatchObject({ code: 'DEFENCE_NAMED' });
  const { one } = await caseOf(applicationId);
  expect(one?.defence).toBe('waiting');
  expect(one?.defenceReasons).toContainEqual(
    expect.objectContaining({ trigger: 'committee', state: 'named', detail: '代表作的本人贡献须当面说明' }),
  );
  const stranger = await server.loginAs('office');
  await expect(
    stranger(nameForDefence, { params, body: { trigger: 'committee', reason: '别处' } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('asks an open reason again once the fact behind it is decided', async () => {
  const applicationId = await admitted('zj-authority', 'normal', { ...dossier, judgements: {} });
  const lacking = async () =>
    (await caseOf(applicationId)).one?.defenceReasons.find(({ trigger }) => trigger === 'lacking')?.state;
  const recheck = () => office(recheckDefences, { params: { id: meetingId } });
  expect(await lacking()).toBe('open');
  expect(await recheck()).toEqual({ changed: 0 });
  await server.asPlatform(async (ctx) => {
    await ctx.tx
      .insertInto('office_judgement')
      .values({
        organiser_id: organiserId,
        application_id: applicationId,
        ordinal: 1,
        judgement: 'condition:normal-article',
        answer: 'unmet',
        reason: '任职年限不足',
        decided_by: await personOf(server, 'zj-office'),
        decided_at: ctx.businessNow,
      })
      .execute();
  });
  expect(await recheck()).toEqual({ changed: 1 });
  expect(await lacking()).toBe('applies');
  expect((await caseOf(applicationId)).one?.defence).toBe('waiting');
});
