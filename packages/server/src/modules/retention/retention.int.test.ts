import {
  askPrivacy,
  changePersonName,
  changeRetention,
  getMe,
  listOwnPrivacyRequests,
  listSignIns,
  readRetention,
} from '@zhiping/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { pruneLogs } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('removes logs older than their time, keeps the others, and records counts only', async () => {
  const security = await server.loginAs('security');
  await security(changeRetention, { body: { 'sign-in': 6, access: 12, delivery: 6 } });
  const few = { 'sign-in': 1, access: 12, delivery: 6 };
  await expect(security(changeRetention, { body: few })).rejects.toMatchObject({ code: 'INVALID' });
  const unit = await server.loginAs('unit');
  await expect(unit(readRetention, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await server.asPlatform(async (ctx) => {
    const old = { person_id: null, outcome: 'unknown', way: 'password', address: '192.0.2.1', agent: '' } as const;
    for (let at = 0; at < 3; at += 1) {
      await ctx.tx
        .insertInto('sign_in')
        .values({ id: ctx.newId(), at: '2020-01-01T00:00:00.000Z', ...old })
        .execute();
    }
  });
  const before = (await security(listSignIns, { query: {} })).items.length;
  expect(await pruneLogs(server.installation)).toEqual({ 'sign-in': 3, access: 0, delivery: 0 });
  expect((await security(listSignIns, { query: {} })).items.length).toBeGreaterThan(before - 4);
  expect((await security(readRetention, {})).last?.removed).toEqual({ 'sign-in': 3, access: 0, delivery: 0 });
  expect(await pruneLogs(server.installation)).toEqual({ 'sign-in': 0, access: 0, delivery: 0 });
});

it('changes a name by a request to correct it, keeping the former one sealed', async () => {
  const [person, security] = [await server.loginAs('applicant'), await server.loginAs('security')];
  const former = (await person(getMe, {})).name;
  const other = await person(askPrivacy, { body: { kind: 'explain', text: '请说明' } });
  const body = { name: '赵改名', document: '沈公户变字第1号' };
  await expect(security(changePersonName, { params: { requestId: other.id }, body })).rejects.toMatchObject({
    code: 'PRIVACY_NAME_ONLY_CORRECTION',
  });
  const asked = await person(askPrivacy, { body: { kind: 'correct', text: '已依法变更姓名' } });
  const params = { requestId: asked.id };
  await expect(person(changePersonName, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await security(changePersonName, { params, body });
  expect((await person(getMe, {})).name).toBe('赵改名');
  const mine = (await person(listOwnPrivacyRequests, {})).items.find(({ id }) => id === asked.id);
  expect(mine?.state).toBe('done');
  const rows = await server.asPlatform(({ tx }) => tx.selectFrom('former_name').selectAll().execute());
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(former);
  await expect(security(changePersonName, { params, body })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});
