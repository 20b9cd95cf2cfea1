import { type Client, createClient, type Me, registerPerson } from '@zhiping/contract';
import { creditCodeCheck } from '@zhiping/core';
import { COOKIE } from '../../../http/session-cookie.ts';
import { hashPassword } from '../../../security/passwords.ts';
import { idNumber } from '../../../start/demonstration/people.ts';
import type { TestServer } from '../../../testing/server.ts';
import { createPerson, openSession } from '../index.ts';

/** Somebody who registered by themselves, signed in. */
export interface Newcomer {
  readonly call: Client;
  readonly me: Me;
  readonly idNumber: string;
  readonly phone: string;
  readonly cookie: string;
}
export const NEWCOMER_PASSWORD = '浑河北岸七三九二柳絮';
let sequence = 0;

/** Registers a person; what is not given is invented. Throws the refusal of the server. */
export async function registerNewcomer(
  server: TestServer,
  given: { readonly name: string; readonly idNumber?: string; readonly phone?: string; readonly notice?: number },
): Promise<Newcomer> {
  sequence += 1;
  const number = given.idNumber ?? idNumber('21010219880707', sequence);
  const phone = given.phone ?? `1390000${String(sequence).padStart(4, '0')}`;
  let cookie = '';
  const remembering: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const nobody = createClient({ base: server.url, fetch: remembering });
  const body = {
    name: given.name,
    idNumber: number,
    phone,
    password: NEWCOMER_PASSWORD,
    notice: given.notice ?? 1,
    sensitive: true,
  };
  const me = await nobody(registerPerson, { body });
  return { call: clientOf(server, cookie), me, idNumber: number, phone, cookie };
}

/** The hash of `NEWCOMER_PASSWORD`, made once. */
let hashed: Promise<string> | null = null;

/**
 * The same arranged without going through registration, whose hashing takes its time: for tests about something else, with many
 * people.
 */
export async function arrangeNewcomer(
  server: TestServer,
  given: { readonly name: string; readonly idNumber?: string },
): Promise<Newcomer> {
  sequence += 1;
  hashed ??= hashPassword(NEWCOMER_PASSWORD);
  const passwordHash = await hashed;
  const number = given.idNumber ?? idNumber('21010219880707', sequence);
  const phone = `1390000${String(sequence).padStart(4, '0')}`;
  const username = `u${String(sequence).padStart(9, '0')}`;
  const { token, me } = await server.asPlatform(async (ctx) => {
    const account = { username, passwordHash };
    const id = await createPerson(ctx, { name: given.name, idNumber: number, identity: 'stated', phone, account });
    return openSession(ctx, id, 'registration', { address: '127.0.0.1', agent: 'test' });
  });
  const cookie = `${COOKIE}=${token}`;
  return { call: clientOf(server, cookie), me, idNumber: number, phone, cookie };
}

export const clientOf = (server: TestServer, cookie: string): Client =>
  createClient({ base: server.url, fetch, headers: () => ({ cookie }) });

/** A valid credit code of a body of 17 characters. */
export const creditCode = (body: string): string => body + creditCodeCheck(body);
