import {
  cancelBulk,
  changeMessagePreferences,
  type Client,
  countUnread,
  holdBulk,
  listBulk,
  listDeliveries,
  listMessages,
  listMessageTemplates,
  previewBulk,
  readAllMessages,
  readMessage,
  readMessagePreferences,
  releaseBulk,
  resendDelivery,
  unitReturn,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../context.ts';
import { blindIndex, seal, unwrapKey } from '../../security/columns.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { notify, type Posting } from './index.ts';
import { type MailServer, startMailServer } from './testing/mail-server.ts';
import { type SmsGateway, startSmsGateway } from './testing/sms-gateway.ts';

const NOW = '2024-07-01T02:00:00.000Z';
const nothing = { code: 'NOT_FOUND' };
let mail: MailServer;
let sms: SmsGateway;
let server: TestServer;
let wang: Client;
let unit: Client;
let office: Client;
let elsewhere: Client;
let personId: string;
let applicationId: string;

beforeAll(async () => {
  [mail, sms] = [await startMailServer(), await startSmsGateway('key')];
  const settings = { smtpUrl: mail.url, mailFrom: 'zhiping@example.cn', smsUrl: sms.url, smsKey: 'key' };
  server = await startTestServer({ settings });
  await server.moveClockTo(NOW);
  [wang, unit, office, elsewhere] = [
    await server.loginAs('applicant'),
    await server.loginAs('unit'),
    await server.loginAs('office'),
    await server.loginAs('zj-office'),
  ];
  await server.asPlatform(async (ctx) => {
    personId = await personOf(ctx, 'applicant');
    await reach(ctx, personId, '13912345678', 'wang@example.cn');
    applicationId = await arrangeApplication(ctx, { personId, state: { stage: 'unit-review', submissions: 0 } });
  });
});
afterAll(async () => {
  await server.close();
  await mail.close();
  await sms.close();
});

async function personOf(ctx: Ctx, username: string): Promise<string> {
  const account = ctx.tx.selectFrom('account').select('person_id').where('username', '=', username);
  return (await account.executeTakeFirstOrThrow()).person_id;
}

/** Gives a person an address to be reached at, sealed as registration does. */
async function reach(ctx: Ctx, id: string, phone: string, email: string): Promise<void> {
  const { keys } = ctx.installation;
  const person = ctx.tx.selectFrom('person').select('wrapped_key').where('id', '=', id);
  const key = unwrapKey(keys, id, (await person.executeTakeFirstOrThrow()).wrapped_key);
  const sealed = (column: string, value: string) => seal(key, Buffer.from(value), { table: 'person', column, row: id });
  await ctx.tx
    .updateTable('person')
    .set({
      phone_sealed: sealed('phone', phone),
      phone_index: blindIndex(keys, 'phone', phone),
      email_sealed: sealed('email', email),
      email_index: blindIndex(keys, 'email', email),
    })
    .where('id', '=', id)
    .execute();
}

const inbox = async (client: Client) => (await client(listMessages, { query: {} })).items;
const posting = (occasion: string): Posting => ({
  to: { personId },
  organiserId: DEMONSTRATION.organiser,
  template: 'office.notice',
  slots: { title: '通知一则', body: '请查看。' },
  about: { noun: 'application', id: applicationId },
  occasion,
});
const log = async (state?: 'sent' | 'failed' | 'waiting' | 'declined' | 'no-address') =>
  (await office(listDeliveries, { query: state === undefined ? {} : { state } })).items;

describe('messages in the site and on their ways out', () => {
  it('tells the applicant of a return in the same transaction, by mail and by phone, without what was written', async () => {
    const items = [{ place: 'rows.1', label: '五(四)', problem: '缺少机密证明', whatToDo: '上传' }];
    await unit(unitReturn, { params: { id: applicationId }, body: { version: 0, items } });
    const [told] = await inbox(wang);
    expect(told).toMatchObject({ template: 'application.returned', readAt: null, about: { id: applicationId } });
    expect(await wang(countUnread, {})).toEqual({ unread: 1 });
    await server.settle();
    expect(mail.received).toMatchObject([{ to: ['wang@example.cn'] }]);
    expect([...sms.sent.values()]).toMatchObject([{ to: '13912345678', template: 'application.returned' }]);
    const said = JSON.stringify([told, mail.received, [...sms.sent.values()]]);
    expect(said).not.toContain('机密');
    expect(await log('sent')).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    expect(JSON.stringify(await log())).not.toMatch(/139\d{8}|139\*|example/);
  });

  it('is read by its reader alone', async () => {
    const [told] = await inbox(wang);
    const params = { id: told?.id ?? '' };
    for (const client of [office, unit, elsewhere]) {
      await expect(client(readMessage, { params })).rejects.toMatchObject(nothing);
    }
    await expect(server.anyone(listMessages, { query: {} })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await wang(readMessage, { params });
    expect((await inbox(wang))[0]?.readAt).not.toBeNull();
    await wang(readAllMessages, {});
    expect((await wang(listMessages, { query: { only: 'unread' } })).items).toEqual([]);
  });

  it('is never written twice, however many ask at once, and never delivered twice', async () => {
    const before = { mails: mail.received.length, texts: sms.sent.size };
    const written = await Promise.all(
      Array.from({ length: 12 }, (_, index) => server.asPlatform((ctx) => notify(ctx, [posting(`a ${index % 3}`)]))),
    );
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(3);
    await server.settle();
    await server.settle();
    // A job that comes again finds its work done.
    const ids = (await log('sent')).map(({ id }) => id);
    await server.asPlatform(async (ctx) => {
      for (const id of ids) await ctx.enqueue({ task: 'message.deliver', payload: { id } });
    });
    await server.settle();
    expect(mail.received.length - before.mails).toBe(3);
    expect(sms.sent.size - before.texts).toBe(3);
    expect(sms.calls()).toBe(sms.sent.size);
  });

  it('tries again what failed for a while, gives up what is refused, and the office sends it again', async () => {
    sms.answerWith(503);
    mail.refuseWith(550);
    await server.asPlatform((ctx) => notify(ctx, [posting('b')]));
    await server.settle();
    expect(await log('waiting')).toMatchObject([{ channel: 'sms', attempts: 1, error: '短信网关回答 503' }]);
    const [failed] = await log('failed');
    expect(failed).toMatchObject({ channel: 'mail', error: '邮件服务器回答 550' });
    sms.answerWith(200);
    mail.refuseWith(null);
    const params = { id: failed?.id ?? '' };
    for (const client of [wang, elsewhere]) {
      await expect(client(resendDelivery, { params })).rejects.toMatchObject(nothing);
    }
    await office(resendDelivery, { params });
    await server.settle();
    expect(await log('failed')).toEqual([]);
    await expect(office(resendDelivery, { params })).rejects.toMatchObject(nothing);
    expect((await elsewhere(listDeliveries, { query: {} })).items.map(({ id }) => id)).not.toContain(params.id);
  });

  it('respects what somebody does not want, but for the site', async () => {
    expect(await wang(readMessagePreferences, {})).toEqual({ mail: true, phone: true, digest: true });
    const mails = mail.received.length;
    await wang(changeMessagePreferences, { body: { mail: false, phone: true, digest: true } });
    await server.asPlatform((ctx) => notify(ctx, [posting('c')]));
    await server.settle();
    expect(mail.received.length).toBe(mails);
    expect(await log('declined')).toMatchObject([{ channel: 'mail' }]);
    expect(await wang(countUnread, {})).toEqual({ unread: 5 });
  });
});

describe('notices to many', () => {
  const params = { id: DEMONSTRATION_PLAN };
  const body = { stages: ['online-submission'], title: '请尽快提交', body: '申报〔申报编号〕还没有提交。' };

  it('is previewed, held and released once, to those whom it concerns', async () => {
    const seen = await office(previewBulk, { params, body: { ...body, stages: [] } });
    expect(seen).toMatchObject({ recipients: 1, sample: { body: expect.stringMatching(/申报T.*还没有/) as string } });
    await expect(office(holdBulk, { params, body: { ...body, stages: ['certified'] } })).rejects.toMatchObject({
      code: 'NOTICE_NOBODY',
    });
    await expect(office(holdBulk, { params, body: { ...body, stages: ['elsewhere'] } })).rejects.toMatchObject({
      code: 'NOTICE_STAGE',
    });
    const held = await office(holdBulk, { params, body: { ...body, stages: [] } });
    expect(held).toMatchObject({ state: 'held', recipients: 1, version: 0 });
    const of = { params: { id: held.id }, body: { version: 0 } };
    for (const client of [wang, unit, elsewhere]) {
      await expect(client(previewBulk, { params, body })).rejects.toMatchObject(nothing);
      await expect(client(releaseBulk, of)).rejects.toMatchObject(nothing);
    }
    await expect(office(releaseBulk, { ...of, body: { version: 4 } })).rejects.toMatchObject({ code: 'STALE' });
    const both = await Promise.allSettled([office(releaseBulk, of), office(releaseBulk, of)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await inbox(wang)).filter(({ title }) => title === body.title)).toHaveLength(1);
    await expect(office(cancelBulk, of)).rejects.toMatchObject(nothing);
  });

  it('is not sent when it is cancelled', async () => {
    const held = await office(holdBulk, { params, body: { ...body, stages: [], title: '作废的通知' } });
    await office(cancelBulk, { params: { id: held.id }, body: { version: 0 } });
    expect((await inbox(wang)).map(({ title }) => title)).not.toContain('作废的通知');
    expect((await office(listBulk, { query: {} })).items.map(({ state }) => state)).toEqual(['cancelled', 'released']);
    expect((await elsewhere(listBulk, { query: {} })).items).toEqual([]);
    expect((await office(listMessageTemplates, {})).channels).toEqual({ mail: true, sms: true });
  });
});

describe('the daily round', () => {
  it('tells staff once a day what waits, unless they do not want it, and applicants of deadlines that draw near', async () => {
    await server.asPlatform(async (ctx) => {
      const other = await personOf(ctx, 'applicant2');
      await arrangeApplication(ctx, { personId: other, state: { stage: 'office-check', submissions: 1 } });
      await ctx.tx
        .updateTable('application')
        .set({ due_at: '2024-07-05T16:00:00.000Z' })
        .where('id', '=', applicationId)
        .execute();
    });
    const digests = async (client: Client) =>
      (await inbox(client)).filter(({ template }) => template === 'staff.digest').map(({ title }) => title);
    await server.moveClockTo('2024-07-03T01:00:00.000Z');
    await server.moveClockTo('2024-07-03T02:00:00.000Z');
    expect(await digests(office)).toEqual([expect.stringContaining('1 件等待办理')]);
    expect(await digests(elsewhere)).toEqual([]);
    const near = (await inbox(wang)).filter(({ template }) => template === 'application.due-soon');
    expect(near).toHaveLength(1);
    await office(changeMessagePreferences, { body: { mail: true, phone: true, digest: false } });
    await server.moveClockTo('2024-07-04T01:00:00.000Z');
    expect(await digests(office)).toHaveLength(1);
    expect((await inbox(wang)).filter(({ template }) => template === 'application.due-soon')).toHaveLength(1);
  });
});
