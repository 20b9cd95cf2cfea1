import {
  addUnit,
  type Client,
  createAccount,
  createClient,
  endRelation,
  getMe,
  grantRelation,
  listAccounts,
  listOrganisations,
  listRecord,
  listSignIns,
  listUnits,
  login,
  readSecuritySettings,
  resetPassword,
  unlockAccount,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
let system: Client;
let security: Client;
beforeAll(async () => {
  server = await startTestServer();
  [system, security] = [await server.loginAs('system'), await server.loginAs('security')];
});
afterAll(() => server.close());

const newcomer = {
  name: '新来人',
  username: 'newcomer',
  idNumber: '11010519491231002X',
  phone: '13812345678',
  relations: [{ relation: 'unit' as const, subjectId: DEMONSTRATION.enterprise }],
};

async function signIn(username: string, password: string): Promise<Client> {
  const response = await fetch(server.url + login.url, {
    method: 'POST',
    headers: { 'x-zhiping': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return createClient({ base: server.url, fetch, headers: () => ({ cookie }) });
}
const personOf = async (username: string): Promise<string> =>
  (await system(listAccounts, { query: { search: username } })).items.find((item) => item.username === username)
    ?.personId ?? '';

describe('the three administrators', () => {
  it('are three people: nobody is made a second one', async () => {
    const audit = { personId: await personOf('audit') };
    const organiser = { subjectId: DEMONSTRATION.organiser };
    const second = system(grantRelation, { params: audit, body: { ...organiser, relation: 'security-admin' } });
    await expect(second).rejects.toMatchObject({ code: 'ADMINISTRATORS_APART' });
    const relations = [
      { ...organiser, relation: 'system-admin' as const },
      { ...organiser, relation: 'audit-admin' as const },
    ];
    const body = { ...newcomer, username: 'allmighty', idNumber: '440524188001010014', relations };
    await expect(system(createAccount, { body })).rejects.toMatchObject({ code: 'ADMINISTRATORS_APART' });
    expect(await personOf('allmighty')).toBe('');
  });

  it('each reach their own matters and none of the others’', async () => {
    const audit = await server.loginAs('audit');
    const person = { personId: await personOf('unit') };
    const reached = async (call: Client) =>
      Promise.all(
        [
          call(listOrganisations, {}),
          call(readSecuritySettings, {}),
          call(listSignIns, { query: {} }),
          call(listRecord, { query: {} }),
          call(unlockAccount, { params: person }),
        ].map((answer) => answer.then(() => true).catch(() => false)),
      );
    expect(await reached(system)).toEqual([true, false, false, false, false]);
    expect(await reached(security)).toEqual([false, true, true, false, true]);
    expect(await reached(audit)).toEqual([false, false, false, true, false]);
  });
});

describe('accounts', () => {
  it('are registered by the system administrator with a password shown once', async () => {
    const made = await system(createAccount, { body: newcomer });
    const person = await signIn('newcomer', made.password);
    expect((await person(getMe, {})).relations).toMatchObject([
      { relation: 'unit', subjectName: '沈阳安盾科技有限公司' },
    ]);
    const stored = await server.asPlatform(({ tx }) =>
      tx.selectFrom('person').selectAll().where('id', '=', made.personId).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(stored)).not.toContain('11010519491231002X');
    expect(stored.id_number_sealed?.includes('19491231')).toBe(false);
  });

  it.each([
    ['the user name is taken', { username: 'Unit'.toLowerCase() }, 'USERNAME_TAKEN'],
    ['the identity number has a wrong check digit', { idNumber: '110105194912310021' }, 'ID_NUMBER_INVALID'],
    ['the identity number has an account', {}, 'ID_NUMBER_TAKEN'],
    [
      'the relation is to another kind of organisation',
      {
        idNumber: '440524188001010014',
        relations: [{ relation: 'office' as const, subjectId: DEMONSTRATION.enterprise }],
      },
      'RELATION_MISMATCH',
    ],
    ['the form is wrong', { phone: '12' }, 'INVALID'],
  ])('are refused when %s', async (_why, change, code) => {
    const body = { ...newcomer, username: 'other', ...change };
    await expect(system(createAccount, { body })).rejects.toMatchObject({ code });
  });

  it('gain and lose relations, effective at the next request, never by one’s own hand', async () => {
    const unit2 = await server.loginAs('unit2');
    const params = { personId: (await unit2(getMe, {})).personId };
    const body = { relation: 'association' as const, subjectId: DEMONSTRATION.association };
    await system(grantRelation, { params, body });
    await expect(system(grantRelation, { params, body })).rejects.toMatchObject({ code: 'RELATION_EXISTS' });
    const { relations } = await unit2(getMe, {});
    expect(relations.map(({ relation }) => relation)).toEqual(['unit', 'association']);
    const found = (await system(listAccounts, { query: { search: 'unit2' } })).items;
    const [, line] = found.find(({ username }) => username === 'unit2')?.relations ?? [];
    await system(endRelation, { params: { ...params, relationId: line?.id ?? '' } });
    expect((await unit2(getMe, {})).relations).toHaveLength(1);
    const self = { personId: await personOf('system') };
    await expect(system(grantRelation, { params: self, body })).rejects.toMatchObject({ code: 'NOT_FOR_ONESELF' });
  });

  it('are unlocked and reset by the security administrator only', async () => {
    const personId = await personOf('audit');
    for (let tries = 0; tries < 5; tries += 1) {
      await server.anyone(login, { body: { username: 'audit', password: 'x' } }).catch(() => undefined);
    }
    await expect(system(unlockAccount, { params: { personId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await security(unlockAccount, { params: { personId } });
    const audit = await server.loginAs('audit');
    await expect(system(resetPassword, { params: { personId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { password } = await security(resetPassword, { params: { personId } });
    await expect(audit(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await (await signIn('audit', password))(getMe, {})).toMatchObject({ username: 'audit' });
    const office = await server.loginAs('office');
    await expect(office(listAccounts, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are found by name, user name and organisation, without patterns of the searcher’s own', async () => {
    const names = async (search: string): Promise<readonly string[]> =>
      (await system(listAccounts, { query: { search } })).items.map(({ username }) => username);
    expect(await names('安盾')).toEqual(['newcomer', 'unit']);
    expect(await names('李办公')).toEqual(['office']);
    expect(await names('%')).toEqual([]);
    expect((await names('')).length).toBeGreaterThan(40);
  });

  it('are read page by page, nobody twice and nobody left out', async () => {
    const whole = (await system(listAccounts, { query: { limit: 100 } })).items.map(({ username }) => username);
    const first = await system(listAccounts, { query: { limit: 7 } });
    const second = await system(listAccounts, { query: { limit: 7, after: first.next ?? '' } });
    expect([...first.items, ...second.items].map(({ username }) => username)).toEqual(whole.slice(0, 14));
  });
});

describe('organisations', () => {
  it('are registered once, a unit by its checked credit code', async () => {
    const body = {
      name: '大连测控有限公司',
      creditCode: '91350100M000100Y43',
      kind: 'private' as const,
      area: '大连市',
      authorityId: DEMONSTRATION.authority,
      associationId: null,
    };
    await system(addUnit, { body });
    await expect(system(addUnit, { body })).rejects.toMatchObject({ code: 'ORGANISATION_EXISTS' });
    const wrong = { ...body, creditCode: '91350100M000100Y44' };
    await expect(system(addUnit, { body: wrong })).rejects.toMatchObject({ code: 'CREDIT_CODE_INVALID' });
    const { items } = await system(listUnits, { query: { search: body.creditCode } });
    expect(items.map(({ name }) => name)).toEqual([body.name]);
  });
});
