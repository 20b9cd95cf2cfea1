import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AppError,
  approveMerge,
  askMerge,
  beginMergeBySignOn,
  beginSignOn,
  type Client,
  createClient,
  finishSignOn,
  getMe,
  linkIdentity,
  readSecurity,
  readSignOn,
  unlinkIdentity,
} from '@zhiping/contract';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { registerNewcomer } from './testing/newcomer.ts';

let server: TestServer;
let provider: Server;
const CLIENT = { client_id: 'zhiping', client_secret: 'a-secret-of-the-test-only' };
const PUBLIC = 'http://127.0.0.1';

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const client = { ...CLIENT, token_endpoint_auth_method: 'client_secret_post' as const };
  const op = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${PUBLIC}/sign-on`], grant_types: ['authorization_code'] }],
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
  });
  provider.on('request', op.callback());
  const signOn = { issuer, clientId: CLIENT.client_id, clientSecret: CLIENT.client_secret, name: '省统一身份认证' };
  server = await startTestServer({ settings: { publicUrl: PUBLIC, signOn } });
});
afterAll(async () => {
  await server.close();
  provider.closeAllConnections();
  await new Promise((closed) => provider.close(closed));
});

/** Goes through the provider's own pages as a browser does. Answers the query it comes back with. */
async function throughProvider(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step += 1) {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const init: RequestInit = form === null ? { headers } : { headers, method: 'POST', body: form };
    const response = await fetch(next, { ...init, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (to !== null) {
      next = new URL(to, next);
      form = null;
      if (next.pathname === '/sign-on') return next.search.slice(1);
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '';
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    next = new URL(action, next);
    form = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('the provider did not send us back');
}

interface Browser {
  readonly call: Client;
  readonly cookie: () => string;
}
function browser(cookie = ''): Browser {
  let kept = cookie;
  const keeping: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    kept = response.headers.get('set-cookie')?.split(';')[0] ?? kept;
    return response;
  };
  return {
    call: createClient({ base: server.url, fetch: keeping, headers: () => (kept === '' ? {} : { cookie: kept }) }),
    cookie: () => kept,
  };
}
async function signOn({ call }: Browser, login: string) {
  const { address, proof } = await call(beginSignOn, {});
  const query = await throughProvider(address, login);
  return call(finishSignOn, { body: { proof, query } });
}

describe('sign-on with a provider', () => {
  it('links an unknown identity after signing in otherwise, and then signs in by itself', async () => {
    const refused = await signOn(browser(), 'alice').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'SIGN_ON_UNKNOWN' });
    const { pending } = (refused as AppError).details as { pending: string };
    const person = await registerNewcomer(server, { name: '统一人' });
    await person.call(linkIdentity, { body: { pending } });
    const twice = person.call(linkIdentity, { body: { pending } });
    await expect(twice).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });

    const again = browser();
    expect(await signOn(again, 'alice')).toMatchObject({ name: '统一人' });
    expect(await again.call(getMe, {})).toMatchObject({ personId: person.me.personId });

    const stranger = await registerNewcomer(server, { name: '旁人' });
    const taken = signOn(browser(stranger.cookie), 'alice');
    await expect(taken).rejects.toMatchObject({ code: 'SIGN_ON_TAKEN' });
  });

  it('links to the account that is signed in, and lets it be unlinked', async () => {
    const person = await registerNewcomer(server, { name: '关联人' });
    await signOn(browser(person.cookie), 'bob');
    const [link] = (await person.call(readSecurity, {})).signOn?.links ?? [];
    await person.call(unlinkIdentity, { params: { identityId: link?.id ?? '' } });
    await expect(signOn(browser(), 'bob')).rejects.toMatchObject({ code: 'SIGN_ON_UNKNOWN' });
  });

  it('shows that another account is one’s own, and signs on as the account that stays once they are joined', async () => {
    const from = await registerNewcomer(server, { name: '两户人' });
    const into = await registerNewcomer(server, { name: '两户人', idNumber: from.idNumber });
    const stranger = await registerNewcomer(server, { name: '另一人' });
    await signOn(browser(from.cookie), 'dave');
    const prove = async (call: Client, login: string) => {
      const { address, proof } = await call(beginSignOn, {});
      return call(beginMergeBySignOn, { body: { proof, query: await throughProvider(address, login) } });
    };
    await expect(prove(into.call, 'nobody')).rejects.toMatchObject({ code: 'MERGE_SIGN_ON_UNKNOWN' });
    await expect(prove(from.call, 'dave')).rejects.toMatchObject({ code: 'MERGE_SAME_ACCOUNT' });
    await expect(prove(stranger.call, 'dave')).rejects.toMatchObject({ code: 'MERGE_DIFFERENT_NUMBER' });
    const { id, effects } = await prove(into.call, 'dave');
    expect(effects).toMatchObject({ obstacles: [], moves: [{ kind: 'identities', count: 1 }] });
    await into.call(askMerge, { params: { id }, body: { reason: '用统一身份登录时又建了一个', understood: true } });
    await (await server.loginAs('security'))(approveMerge, { params: { id } });
    expect(await signOn(browser(), 'dave')).toMatchObject({ personId: into.me.personId });
  });

  it('refuses another browser, a second use, a forged state and a wrong code', async () => {
    const { call } = browser();
    const first = await call(beginSignOn, {});
    const other = await call(beginSignOn, {});
    const query = await throughProvider(first.address, 'carol');
    const answer = (proof: string, given: string) => call(finishSignOn, { body: { proof, query: given } });
    await expect(answer(other.proof, query)).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
    const forged = new URLSearchParams(query);
    forged.set('state', 'of-somebody-else');
    await expect(answer(first.proof, forged.toString())).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
    const wrong = new URLSearchParams(query);
    wrong.set('code', 'not-the-code');
    await expect(answer(first.proof, wrong.toString())).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
    // The attempt was used up by the wrong code.
    await expect(answer(first.proof, query)).rejects.toMatchObject({ code: 'SIGN_ON_FAILED' });
    expect(await server.anyone(readSignOn, {})).toEqual({ name: '省统一身份认证' });
  });
});
