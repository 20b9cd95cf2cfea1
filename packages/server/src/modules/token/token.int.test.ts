import {
  type Client,
  createClient,
  createToken,
  getMe,
  listAllTokens,
  listTokens,
  listUnitApplications,
  listUnits,
  readPrivacyNotice,
  revokeAnyToken,
  revokeToken,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
let unit: Client;
beforeAll(async () => {
  server = await startTestServer();
  unit = await server.loginAs('unit');
});
afterAll(() => server.close());

const asked = {
  name: '人事系统',
  relation: 'unit' as const,
  subjectId: DEMONSTRATION.enterprise,
  actions: ['application.list-unit'],
  days: 30,
  password: DEMONSTRATION_PASSWORD,
};
const withToken = (secret: string): Client =>
  createClient({ base: server.url, fetch, headers: () => ({ authorization: `Bearer ${secret}` }) });

describe('a token', () => {
  it('reads what it was made for, and nothing else its person may', async () => {
    const { token, secret } = await unit(createToken, { body: asked });
    expect(token).toMatchObject({ active: true, lastUsedAt: null, subjectName: '沈阳安盾科技有限公司' });
    const call = withToken(secret);
    expect((await call(listUnitApplications, { query: {} })).items).toEqual([]);
    const beyond = [() => call(getMe, {}), () => call(listTokens, { query: {} }), () => call(readPrivacyNotice, {})];
    for (const ask of beyond) await expect(ask()).rejects.toMatchObject({ code: 'TOKEN_SCOPE' });
    const [listed] = (await unit(listTokens, { query: {} })).items;
    expect(listed?.lastUsedAt).not.toBeNull();
    const stored = await server.asPlatform(({ tx }) => tx.selectFrom('api_token').selectAll().execute());
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('is worth nothing once revoked, expired, or its person has lost the relation', async () => {
    const { token, secret } = await unit(createToken, { body: asked });
    await unit(revokeToken, { params: { tokenId: token.id } });
    const dead = withToken(secret)(listUnitApplications, { query: {} });
    await expect(dead).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await expect(withToken('zhp_nothing')(listUnitApplications, { query: {} })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });

    const second = await unit(createToken, { body: asked });
    const call = withToken(second.secret);
    const end = (ended: string | null) =>
      server.asPlatform(({ tx }) =>
        tx
          .updateTable('relation')
          .set({ ended_at: ended })
          .where('subject_id', '=', DEMONSTRATION.enterprise)
          .where('relation', '=', 'unit')
          .execute(),
      );
    await end('2024-01-01T00:00:00.000Z');
    await expect(call(listUnitApplications, { query: {} })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await end(null);
    await call(listUnitApplications, { query: {} });
    const past = '2024-01-01T00:00:00.000Z';
    await server.asPlatform(({ tx }) => tx.updateTable('api_token').set({ expires_at: past }).execute());
    await expect(call(listUnitApplications, { query: {} })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  it.each([
    ['the password is wrong', { password: 'wrong' }, 'PASSWORD_WRONG'],
    ['an action is not of the relation', { actions: ['organisation.list-units'] }, 'TOKEN_ACTIONS'],
    ['an action is done in person', { relation: 'office' as const }, 'NOT_FOUND'],
    ['the organisation is another one', { subjectId: DEMONSTRATION.institution }, 'NOT_FOUND'],
    ['it would last for years', { days: 400 }, 'INVALID'],
  ])('is not made when %s', async (_why, change, code) => {
    await expect(unit(createToken, { body: { ...asked, ...change } })).rejects.toMatchObject({ code });
  });

  it('is seen and ended by the security administrator', async () => {
    const { token, secret } = await unit(createToken, { body: asked });
    const security = await server.loginAs('security');
    const { items } = await security(listAllTokens, { query: {} });
    expect(items[0]).toMatchObject({ id: token.id, username: 'unit' });
    await security(revokeAnyToken, { params: { tokenId: token.id } });
    await expect(withToken(secret)(listUnits, { query: {} })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    const other = await server.loginAs('unit2');
    await expect(other(revokeToken, { params: { tokenId: token.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other(listAllTokens, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
