import {
  answerPrivacyRequest,
  askPrivacy,
  askToJoin,
  type Client,
  getMe,
  givePrivacyConsent,
  listPrivacyConsents,
  listJoining,
  listOwnAccess,
  listOwnPrivacyRequests,
  listPrivacyRequests,
  publishPrivacyNotice,
  readArchive,
  readPersonArchive,
  readPrivacyNotice,
  registerPerson,
  revealArchiveRow,
  revealJoining,
  withdrawPrivacyConsent,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { NEWCOMER_PASSWORD, registerNewcomer } from '../account/testing/newcomer.ts';

let server: TestServer;
let desk: Client;
let unit: Client;
let wang: Client;
let wangId: string;
beforeAll(async () => {
  server = await startTestServer();
  [desk, unit, wang] = [
    await server.loginAs('security'),
    await server.loginAs('unit'),
    await server.loginAs('applicant'),
  ];
  wangId = (await wang(getMe, {})).personId;
});
afterAll(() => server.close());

describe('notice and consent', () => {
  it('is agreed to on registering, apart from it for sensitive data', async () => {
    const { notice } = await server.anyone(readPrivacyNotice, {});
    expect(notice).toMatchObject({ version: 1 });
    const body = { name: '未同意', idNumber: '11010519491231002X', phone: '13911112222', password: NEWCOMER_PASSWORD };
    const refused = { code: 'CONSENT_NEEDED' };
    await expect(server.anyone(registerPerson, { body })).rejects.toMatchObject(refused);
    await expect(server.anyone(registerPerson, { body: { ...body, notice: 1 } })).rejects.toMatchObject(refused);
    const late = { ...body, notice: 7, sensitive: true };
    await expect(server.anyone(registerPerson, { body: late })).rejects.toMatchObject({ code: 'NOTICE_CHANGED' });
    const person = await registerNewcomer(server, { name: '已同意' });
    expect(person.me.consentNeeded).toBe(false);
    const { items } = await person.call(listPrivacyConsents, {});
    expect(items.map(({ kind, version }) => `${kind} ${version}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'notice 1',
      'sensitive 1',
    ]);
  });

  it('is asked for anew with a new version and after taking it back; only the desk publishes', async () => {
    expect((await wang(getMe, {})).consentNeeded).toBe(false);
    const body = { title: '告知书', body: '新的内容', sensitive: '敏感的内容' };
    await expect(unit(publishPrivacyNotice, { body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const system = await server.loginAs('system');
    await expect(system(publishPrivacyNotice, { body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk(publishPrivacyNotice, { body })).toMatchObject({ version: 2 });
    expect((await wang(getMe, {})).consentNeeded).toBe(true);
    const old = wang(givePrivacyConsent, { body: { version: 1, sensitive: true } });
    await expect(old).rejects.toMatchObject({ code: 'NOTICE_CHANGED' });
    await wang(givePrivacyConsent, { body: { version: 2, sensitive: true } });
    await wang(givePrivacyConsent, { body: { version: 2, sensitive: true } });
    expect((await wang(getMe, {})).consentNeeded).toBe(false);
    await wang(withdrawPrivacyConsent, {});
    expect((await wang(getMe, {})).consentNeeded).toBe(true);
    expect((await wang(listPrivacyConsents, {})).items.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });
});

describe('who looked', () => {
  it('is kept for the person: the archive once an hour, revealed numbers, in whose name', async () => {
    const before = await wang(listOwnAccess, { query: {} });
    expect(before.items).toEqual([]);
    await unit(readPersonArchive, { params: { personId: wangId } });
    await unit(readPersonArchive, { params: { personId: wangId } });
    const basic = (await wang(readArchive, {})).rows.find(({ kind }) => kind === 'basic');
    await unit(revealArchiveRow, { params: { rowId: basic?.id ?? '' } });
    const { items } = await wang(listOwnAccess, { query: { limit: 1 } });
    expect(items).toMatchObject([{ what: 'archive-numbers', byName: '孙人事', organisation: '沈阳安盾科技有限公司' }]);
    const next = await wang(listOwnAccess, { query: { after: items[0]?.id } });
    expect(next.items.map(({ what }) => what)).toEqual(['archive']);
    expect((await unit(listOwnAccess, { query: {} })).items).toEqual([]);
  });

  it('tells of numbers shown before joining', async () => {
    const person = await registerNewcomer(server, { name: '求职人', notice: 2 });
    await person.call(askToJoin, { body: { unitId: DEMONSTRATION.enterprise, post: '' } });
    const params = { unitId: DEMONSTRATION.enterprise };
    const line = (await unit(listJoining, { params })).items.find(({ name }) => name === '求职人');
    await unit(revealJoining, { params: { requestId: line?.id ?? '' } });
    expect((await person.call(listOwnAccess, { query: {} })).items).toMatchObject([{ what: 'numbers' }]);
  });
});

describe('requests', () => {
  it('get a number and a deadline, wait once a kind, and are answered by the desk alone', async () => {
    const asked = await wang(askPrivacy, { body: { kind: 'explain', text: '请说明评分规则' } });
    expect(asked).toMatchObject({ state: 'received', overdue: false, number: expect.stringMatching(/^G\d{10}$/) });
    const again = wang(askPrivacy, { body: { kind: 'explain', text: '再问一次' } });
    await expect(again).rejects.toMatchObject({ code: 'PRIVACY_REQUEST_OPEN' });
    await wang(askPrivacy, { body: { kind: 'human-review', text: '请人工复核' } });
    await expect(unit(listPrivacyRequests, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const page = await desk(listPrivacyRequests, { query: { limit: 1 } });
    expect(page.items.map(({ id }) => id)).toEqual([asked.id]);
    expect((await desk(listPrivacyRequests, { query: { after: page.next ?? '' } })).items).toHaveLength(1);
    const params = { requestId: asked.id };
    const body = { outcome: 'done' as const, answer: '规则见计划的量化评分部分' };
    await expect(wang(answerPrivacyRequest, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk(answerPrivacyRequest, { params, body });
    await expect(desk(answerPrivacyRequest, { params, body })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const own = (await wang(listOwnPrivacyRequests, {})).items.find(({ id }) => id === asked.id);
    expect(own).toMatchObject({ state: 'done', answer: body.answer });
    expect((await unit(listOwnPrivacyRequests, {})).items).toEqual([]);
  });
});
