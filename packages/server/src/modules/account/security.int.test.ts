import {
  answerChallenge,
  AppError,
  beginSecondFactor,
  changeSecuritySettings,
  type Client,
  confirmSecondFactor,
  createClient,
  endOtherSessions,
  endSecondFactor,
  endSession,
  getMe,
  listOwnSignIns,
  listRegistrations,
  listSignIns,
  login,
  readSecurity,
  readSecuritySettings,
  renewRecoveryCodes,
  resetSecondFactor,
} from '@zhiping/contract';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { clientOf, NEWCOMER_PASSWORD, registerNewcomer } from './testing/newcomer.ts';

let server: TestServer;
let securityAdmin: Client;
beforeAll(async () => {
  server = await startTestServer();
  securityAdmin = await server.loginAs('security');
});
afterAll(() => server.close());

/** Codes of an authenticator; each call one step later, as every code counts once. */
function authenticator(secret: string): () => string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  let step = -1;
  return () => {
    step += 1;
    return totp.generate({ timestamp: Date.now() + step * 30_000 });
  };
}

interface SignedIn {
  readonly call: Client;
  readonly cookie: string;
}
async function signIn(username: string, password: string, code?: () => string): Promise<SignedIn> {
  let cookie = '';
  const keeping: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const nobody = createClient({ base: server.url, fetch: keeping });
  try {
    await nobody(login, { body: { username, password } });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'SECOND_FACTOR_NEEDED' || !code) throw error;
    const { challenge } = error.details as { challenge: string };
    await nobody(answerChallenge, { body: { challenge, code: code() } });
  }
  return { call: clientOf(server, cookie), cookie };
}
const challengeOf = async (username: string, password: string): Promise<string> => {
  const error = await server.anyone(login, { body: { username, password } }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'SECOND_FACTOR_NEEDED' });
  return ((error as AppError).details as { challenge: string }).challenge;
};

describe('the second factor', () => {
  it('is set up with a first code, then asked for after the password; codes count once', async () => {
    const person = await registerNewcomer(server, { name: '两步人' });
    const wrong = person.call(beginSecondFactor, { body: { password: 'not the one' } });
    await expect(wrong).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(person.call(confirmSecondFactor, { body: { code: '123456' } })).rejects.toMatchObject({
      code: 'SECOND_FACTOR_OFF',
    });
    const { secret, uri } = await person.call(beginSecondFactor, { body: { password: NEWCOMER_PASSWORD } });
    expect(uri).toContain('otpauth://totp/');
    // Not confirmed: the password alone still does.
    await signIn(person.me.username, NEWCOMER_PASSWORD);
    await expect(person.call(confirmSecondFactor, { body: { code: '000000' } })).rejects.toMatchObject({
      code: 'CODE_WRONG',
    });
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const first = totp.generate({ timestamp: Date.now() });
    const { recoveryCodes } = await person.call(confirmSecondFactor, { body: { code: first } });
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = await server.asPlatform(({ tx }) => tx.selectFrom('recovery_code').selectAll().execute());
    expect(JSON.stringify(stored)).not.toContain(recoveryCodes[0]);

    const challenge = await challengeOf(person.me.username, NEWCOMER_PASSWORD);
    const used = server.anyone(answerChallenge, { body: { challenge, code: first } });
    await expect(used).rejects.toMatchObject({ code: 'CODE_WRONG' });
    const code = totp.generate({ timestamp: Date.now() + 30_000 });
    expect(await server.anyone(answerChallenge, { body: { challenge, code } })).toMatchObject({ name: '两步人' });
    const over = server.anyone(answerChallenge, { body: { challenge, code: recoveryCodes[0] ?? '' } });
    await expect(over).rejects.toMatchObject({ code: 'CHALLENGE_OVER' });

    const by = await signIn(person.me.username, NEWCOMER_PASSWORD, () => recoveryCodes[1] ?? '');
    expect((await by.call(readSecurity, {})).secondFactor).toMatchObject({ on: true, recoveryCodesLeft: 9 });
    const again = signIn(person.me.username, NEWCOMER_PASSWORD, () => recoveryCodes[1] ?? '');
    await expect(again).rejects.toMatchObject({ code: 'CODE_WRONG' });
    const body = { password: NEWCOMER_PASSWORD, code: recoveryCodes[2] ?? '' };
    const renewed = await by.call(renewRecoveryCodes, { body });
    const old = by.call(endSecondFactor, { body: { ...body, code: recoveryCodes[3] ?? '' } });
    await expect(old).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await by.call(endSecondFactor, { body: { ...body, code: renewed.recoveryCodes[0] ?? '' } });
    await signIn(person.me.username, NEWCOMER_PASSWORD);
  });

  it('locks after five wrong codes, also for the right password', async () => {
    const person = await registerNewcomer(server, { name: '猜码人' });
    const { secret } = await person.call(beginSecondFactor, { body: { password: NEWCOMER_PASSWORD } });
    await person.call(confirmSecondFactor, { body: { code: authenticator(secret)() } });
    const challenge = await challengeOf(person.me.username, NEWCOMER_PASSWORD);
    const codes: unknown[] = [];
    for (let count = 0; count < 5; count += 1) {
      codes.push(
        await server
          .anyone(answerChallenge, { body: { challenge, code: 'aaaaa-aaaaa' } })
          .catch((error: AppError) => error.code),
      );
    }
    expect(codes).toEqual(['CODE_WRONG', 'CODE_WRONG', 'CODE_WRONG', 'CODE_WRONG', 'ACCOUNT_LOCKED']);
    await expect(signIn(person.me.username, NEWCOMER_PASSWORD)).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
  });

  it('can be asked of relations: without it their powers rest; with it they are back, and it cannot be switched off', async () => {
    expect(await securityAdmin(readSecuritySettings, {})).toEqual({ secondFactorFor: [] });
    const authority = await server.loginAs('authority');
    const settings = { secondFactorFor: ['authority' as const] };
    await expect(authority(changeSecuritySettings, { body: settings })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const system = await server.loginAs('system');
    await expect(system(changeSecuritySettings, { body: settings })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await securityAdmin(changeSecuritySettings, { body: settings });

    const { call } = await signIn('authority', DEMONSTRATION_PASSWORD);
    expect(await call(getMe, {})).toMatchObject({ limited: true });
    await expect(call(listRegistrations, { query: {} })).resolves.toEqual({ items: [], next: null });
    const { secret } = await call(beginSecondFactor, { body: { password: DEMONSTRATION_PASSWORD } });
    const codes = authenticator(secret);
    const { recoveryCodes } = await call(confirmSecondFactor, { body: { code: codes() } });
    expect(await call(getMe, {})).toMatchObject({ limited: false });
    // The session from before was opened with the password alone.
    await expect(authority(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const off = call(endSecondFactor, { body: { password: DEMONSTRATION_PASSWORD, code: recoveryCodes[0] ?? '' } });
    await expect(off).rejects.toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });

    const params = { personId: (await call(getMe, {})).personId };
    await expect(system(resetSecondFactor, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await securityAdmin(resetSecondFactor, { params });
    const after = await signIn('authority', DEMONSTRATION_PASSWORD);
    expect(await after.call(getMe, {})).toMatchObject({ limited: true });
    await securityAdmin(changeSecuritySettings, { body: { secondFactorFor: [] } });
  });
});

describe('sessions and sign-ins', () => {
  it('are listed, ended one by one or all but this, and only by their person', async () => {
    const here = await registerNewcomer(server, { name: '多处人' });
    const there = await signIn(here.phone, NEWCOMER_PASSWORD);
    const elsewhere = await signIn(here.phone, NEWCOMER_PASSWORD);
    const { sessions, phone } = await here.call(readSecurity, {});
    expect(phone).toMatch(/^139\*{4}\d{4}$/);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions).toHaveLength(3);
    const other = sessions.find(({ current }) => !current)?.id ?? '';
    const stranger = await server.loginAs('unit');
    await expect(stranger(endSession, { params: { sessionId: other } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await here.call(endSession, { params: { sessionId: other } });
    await here.call(endOtherSessions, {});
    await expect(there.call(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(elsewhere.call(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await here.call(getMe, {})).toMatchObject({ name: '多处人' });
  });

  it('are seen by the person and by the security administrator alone, page by page', async () => {
    const person = await registerNewcomer(server, { name: '有记录人' });
    await signIn(person.me.username, 'not the one').catch(() => undefined);
    await signIn('no-such-name', 'x').catch(() => undefined);
    await signIn(person.me.username, NEWCOMER_PASSWORD);
    const own = await person.call(listOwnSignIns, { query: { limit: 2 } });
    expect(own.items.map(({ outcome }) => outcome)).toEqual(['opened', 'wrong-password']);
    const rest = await person.call(listOwnSignIns, { query: { limit: 2, after: own.next ?? '' } });
    expect(rest.items.map(({ outcome, way }) => [outcome, way])).toEqual([['opened', 'registration']]);
    expect(rest.next).toBeNull();
    const refused = await securityAdmin(listSignIns, { query: { only: 'refused', limit: 2 } });
    expect(refused.items.map(({ outcome, name }) => [outcome, name])).toEqual([
      ['unknown', ''],
      ['wrong-password', '有记录人'],
    ]);
    const audit = await server.loginAs('audit');
    await expect(audit(listSignIns, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(person.call(listSignIns, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
