import { AppError, changePassword, getMe, listDemonstrationLogins, login, logout } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('sessions', () => {
  it('signs in, knows who one is, and signs out', async () => {
    const office = await server.loginAs('office');
    const me = await office(getMe, {});
    expect(me).toMatchObject({ name: '李办公', username: 'office' });
    expect(me.relations).toMatchObject([{ relation: 'office', subjectName: '辽宁省工业和信息化厅' }]);
    await office(logout, {});
    await expect(office(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('lists the logins of the demonstration, each of which opens a session', async () => {
    const { provinces } = await server.anyone(listDemonstrationLogins, {});
    expect(provinces.map(({ name }) => name)).toEqual(['辽宁', '浙江', '天津']);
    for (const { logins } of provinces) {
      const { username, password } = logins[0] ?? { username: '', password: '' };
      await expect(server.anyone(login, { body: { username, password } })).resolves.toMatchObject({ username });
    }
  });

  it('answers an unknown name like a wrong password', async () => {
    const answers = await Promise.allSettled(
      ['unit', 'nobody-here'].map((username) => server.anyone(login, { body: { username, password: 'not it' } })),
    );
    const refused = { status: 'rejected', reason: { code: 'LOGIN_FAILED' } };
    expect(answers).toMatchObject([refused, refused]);
  });

  it('locks after five wrong passwords, also for the right one', async () => {
    const attempt = (password: string): Promise<unknown> =>
      server.anyone(login, { body: { username: 'audit', password } }).catch((error: unknown) => error);
    for (let count = 1; count < 5; count += 1) expect(await attempt('wrong')).toMatchObject({ code: 'LOGIN_FAILED' });
    expect(await attempt('wrong')).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    expect(await attempt(DEMONSTRATION_PASSWORD)).toMatchObject({ code: 'ACCOUNT_LOCKED' });
  });

  it('refuses nobody to read an account, and a weak new password', async () => {
    await expect(server.anyone(getMe, {})).rejects.toBeInstanceOf(AppError);
    const chair = await server.loginAs('chair');
    const weak = chair(changePassword, { body: { current: DEMONSTRATION_PASSWORD, next: 'password123' } });
    await expect(weak).rejects.toMatchObject({ code: 'PASSWORD_WEAK' });
    await chair(changePassword, { body: { current: DEMONSTRATION_PASSWORD, next: '辽水东流浑河北岸七三' } });
  });
});

describe('same site', () => {
  it('refuses a changing request without our header or from another site', async () => {
    const post = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${server.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
    expect((await post({})).status).toBe(403);
    expect((await post({ 'x-zhiping': '1', origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ 'x-zhiping': '1', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ 'x-zhiping': '1', origin: server.url })).status).toBe(422);
  });
});
