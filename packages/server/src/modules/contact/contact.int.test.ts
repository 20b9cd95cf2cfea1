import { beginContactChange, type Client, confirmContactChange, login, readSecurity } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { type SmsGateway, startSmsGateway } from '../message/testing/sms-gateway.ts';

let server: TestServer;
let sms: SmsGateway;
let person: Client;
beforeAll(async () => {
  sms = await startSmsGateway('key');
  server = await startTestServer({ settings: { smsUrl: sms.url, smsKey: 'key' } });
  person = await server.loginAs('applicant');
});
afterAll(async () => {
  await server.close();
  await sms.close();
});

const body = { kind: 'phone' as const, value: '13900001111', password: DEMONSTRATION_PASSWORD };
/** The code in the last text to a number. */
async function codeSentTo(number: string): Promise<string> {
  await server.settle();
  const text = [...sms.sent.values()].filter(({ to }) => to === number).at(-1)?.text ?? '';
  return /\d{6}/.exec(text)?.[0] ?? '';
}
const waitAMinute = () =>
  server.asPlatform(({ tx }) =>
    tx.updateTable('contact_change').set({ created_at: '2024-01-01T00:00:00.000Z' }).execute(),
  );

describe('a new telephone number', () => {
  it('is taken once the code sent to it comes back, and the old one is told', async () => {
    await person(beginContactChange, { body });
    const code = await codeSentTo(body.value);
    expect(code).toMatch(/^\d{6}$/);
    const wrong = code === '000000' ? '000001' : '000000';
    const confirm = (typed: string) => person(confirmContactChange, { body: { kind: 'phone', code: typed } });
    await expect(confirm(wrong)).rejects.toMatchObject({ code: 'CONTACT_CODE_WRONG' });
    await confirm(code);
    await server.settle();
    expect((await person(readSecurity, {})).phone).toMatch(/1111$/);
    expect([...sms.sent.values()].filter(({ text }) => text.includes('已更换'))).toHaveLength(1);
    await server.anyone(login, { body: { username: body.value, password: DEMONSTRATION_PASSWORD } });
    await expect(confirm(code)).rejects.toMatchObject({ code: 'CONTACT_CODE_OVER' });
    const events = await server.asPlatform(({ tx }) => tx.selectFrom('record_event').select('document').execute());
    expect(events.some(({ document }) => document.includes(body.value))).toBe(false);
  });

  it('needs the password, a way to send, some patience, and forgives four wrong codes', async () => {
    const next = { ...body, value: '13900002222' };
    await expect(person(beginContactChange, { body: next })).rejects.toMatchObject({ code: 'CONTACT_TOO_SOON' });
    await waitAMinute();
    const refused = [
      [{ ...next, password: 'wrong' }, 'PASSWORD_WRONG'],
      [body, 'CONTACT_SAME'],
      [{ kind: 'email' as const, value: 'a@example.cn', password: body.password }, 'CONTACT_CHANNEL_MISSING'],
    ] as const;
    for (const [asked, code] of refused) {
      await expect(person(beginContactChange, { body: asked })).rejects.toMatchObject({ code });
    }
    await person(beginContactChange, { body: next });
    const right = await codeSentTo(next.value);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = person(confirmContactChange, { body: { kind: 'phone', code: wrong } });
      await expect(answer).rejects.toMatchObject({ code: 'CONTACT_CODE_WRONG' });
    }
    const late = person(confirmContactChange, { body: { kind: 'phone', code: right } });
    await expect(late).rejects.toMatchObject({ code: 'CONTACT_CODE_OVER' });
  });
});
