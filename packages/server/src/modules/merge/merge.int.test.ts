import {
  addEvidence,
  type ApplicationContent,
  type AppError,
  approveMerge,
  askMerge,
  beginMerge,
  beginSecondFactor,
  type Client,
  confirmSecondFactor,
  createAccount,
  createArchiveRow,
  createClient,
  downloadEvidence,
  EMPTY_CONTENT,
  getMe,
  grantRelation,
  listAccounts,
  listExtensions,
  listMerges,
  listOwnMerges,
  listOwnSignIns,
  login,
  proposeExtension,
  proveMergeCode,
  readApplication,
  readArchive,
  readMerge,
  readReuse,
  refuseMerge,
  resetPassword,
  submitApplication,
  withdrawMerge,
  approveExtension,
} from '@zhiping/contract';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { personOf } from '../../testing/person-of.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { addRelation, readNumbers } from '../account/index.ts';
import { arrangeNewcomer, clientOf, NEWCOMER_PASSWORD, type Newcomer } from '../account/testing/newcomer.ts';
import { arrangeApplication, moveArranged } from '../application/testing/arrange.ts';
import { type SmsGateway, startSmsGateway } from '../message/testing/sms-gateway.ts';
import { PERSON_COLUMNS } from './person-columns.ts';

let server: TestServer;
let admin: Client;
let sms: SmsGateway;
beforeAll(async () => {
  sms = await startSmsGateway('key');
  server = await startTestServer({ settings: { smsUrl: sms.url, smsKey: 'key' } });
  admin = await server.loginAs('security');
  await server.moveClockTo('2024-07-10T02:00:00.000Z');
});
afterAll(async () => {
  await server.close();
  await sms.close();
});

const understood = { reason: '重复注册', understood: true } as const;
const proofOf = ({ me }: Newcomer) => ({ body: { username: me.username, password: NEWCOMER_PASSWORD } });
const numbersOf = (username: string) =>
  server.asPlatform(async (ctx) => {
    const id = await personOf(ctx, username);
    const { idNumber, phone } = await readNumbers(ctx, id);
    return { id, idNumber: idNumber ?? '', phone: phone ?? '' };
  });
/** Signs in anew, for joining ends the sessions of both. */
async function signIn(username: string, password: string): Promise<Client> {
  let cookie = '';
  const keeping: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  await createClient({ base: server.url, fetch: keeping })(login, { body: { username, password } });
  return clientOf(server, cookie);
}
/** Two accounts of one person, the second registered with the same number. */
async function twice(name: string): Promise<readonly [Newcomer, Newcomer]> {
  const first = await arrangeNewcomer(server, { name });
  return [first, await arrangeNewcomer(server, { name, idNumber: first.idNumber })];
}
const asked = async (into: Newcomer, from: Newcomer): Promise<string> => {
  const { id } = await into.call(beginMerge, proofOf(from));
  await into.call(askMerge, { params: { id }, body: understood });
  return id;
};

describe('columns that name a person', () => {
  it('are all in the one table that says what becomes of them', async () => {
    const { rows } = await server.asPlatform(({ tx }) =>
      sql<{ name: string; movable: boolean }>`
        select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname as name,
          has_column_privilege('zhiping_jobs', c.oid, a.attnum, 'update') as movable
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
          and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
          and (a.attname ~ '(person|_by$)' or exists (select from pg_constraint k where k.contype = 'f'
            and k.conrelid = c.oid and a.attnum = any(k.conkey) and k.confrelid in ('person'::regclass, 'account'::regclass)))`.execute(
        tx,
      ),
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(PERSON_COLUMNS).toSorted());
    const moves = rows.filter(({ name }) => PERSON_COLUMNS[name]?.does === 'moves');
    expect(moves.filter(({ movable }) => !movable)).toEqual([]);
  });
});

describe('proving that another account is one’s own', () => {
  it('counts a wrong password as signing in does, and answers the same for no account', async () => {
    const [into, from] = await twice('试错人');
    const wrong = { username: from.me.username, password: 'not the one' };
    const failed = { code: 'MERGE_PROOF_FAILED' };
    await expect(into.call(beginMerge, { body: { ...wrong, username: 'nobody' } })).rejects.toMatchObject(failed);
    for (let time = 0; time < 4; time += 1) {
      await expect(into.call(beginMerge, { body: wrong })).rejects.toMatchObject(failed);
    }
    await expect(into.call(beginMerge, { body: wrong })).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
    const right = server.anyone(login, proofOf(from));
    await expect(right).rejects.toMatchObject({ code: 'ACCOUNT_LOCKED' });
    expect((await from.call(listOwnSignIns, { query: { limit: 3 } })).items.map(({ outcome }) => outcome)).toEqual([
      'locked',
      'wrong-password',
      'wrong-password',
    ]);
    await expect(server.anyone(beginMerge, { body: wrong })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('refuses the same account, another number and another name', async () => {
    const [into, same] = await twice('同名人');
    const other = await arrangeNewcomer(server, { name: '同名人' });
    const renamed = await arrangeNewcomer(server, { name: '异名人', idNumber: into.idNumber });
    for (const [account, code] of [
      [into, 'MERGE_SAME_ACCOUNT'],
      [other, 'MERGE_DIFFERENT_NUMBER'],
      [renamed, 'MERGE_DIFFERENT_NAME'],
    ] as const) {
      await expect(into.call(beginMerge, proofOf(account))).rejects.toMatchObject({ code });
    }
    expect(await into.call(beginMerge, proofOf(same))).toMatchObject({ state: 'proved', from: { name: '同名人' } });
  });

  it('asks for the second factor where that account has it, and names nothing before', async () => {
    const [into, from] = await twice('两步合并人');
    const { secret } = await from.call(beginSecondFactor, { body: { password: NEWCOMER_PASSWORD } });
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = (step: number) => totp.generate({ timestamp: Date.now() + step * 30_000 });
    await from.call(confirmSecondFactor, { body: { code: code(0) } });
    const begun = await into.call(beginMerge, proofOf(from));
    expect(begun).toMatchObject({ state: 'code', from: null, effects: null });
    const params = { id: begun.id };
    await expect(into.call(askMerge, { params, body: understood })).rejects.toMatchObject({ code: 'MERGE_OVER' });
    const wrong = into.call(proveMergeCode, { params, body: { code: '000000' } });
    await expect(wrong).rejects.toMatchObject({ code: 'CODE_WRONG' });
    const body = { code: code(1) };
    await expect(from.call(proveMergeCode, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await into.call(proveMergeCode, { params, body })).toMatchObject({ state: 'proved' });
    await expect(into.call(proveMergeCode, { params, body })).rejects.toMatchObject({ code: 'MERGE_OVER' });
  });
});

describe('asking for a merge', () => {
  it('shows what stands in the way and is refused while it does', async () => {
    const [into, from] = await twice('两头人');
    await server.asPlatform(async (ctx) => {
      const unit = async (personId: string, unitId: string) =>
        ctx.tx
          .insertInto('unit_member')
          .values({ id: ctx.newId(), unit_id: unitId, person_id: personId, joined_on: '2020-01-01', left_on: null })
          .execute();
      await unit(into.me.personId, DEMONSTRATION.enterprise);
      await unit(from.me.personId, DEMONSTRATION.institution);
      for (const { me } of [into, from]) await arrangeApplication(ctx, { personId: me.personId });
      // The one verified what the other states.
      const row = { state: 'verified' as const, verified_by: into.me.personId };
      const at = { created_at: ctx.businessNow, updated_at: ctx.businessNow, submitted_at: ctx.businessNow };
      await sql`insert into archive_row (id, person_id, kind, state, verified_by, created_at, updated_at, submitted_at, verified_at)
        values (${ctx.newId()}, ${from.me.personId}, 'patent', ${row.state}, ${row.verified_by}, ${at.created_at},
          ${at.updated_at}, ${at.submitted_at}, ${at.submitted_at})`.execute(ctx.tx);
    });
    const { id, effects } = await into.call(beginMerge, proofOf(from));
    const kinds = ['decided-oneself', 'same-plan', 'both-open', 'two-units'];
    expect(effects?.obstacles.map(({ kind }) => kind)).toEqual(kinds);
    expect(effects?.applications).toMatchObject([{ year: 2024 }]);
    const refused = into.call(askMerge, { params: { id }, body: understood });
    await expect(refused).rejects.toMatchObject({ code: 'MERGE_BARRED', details: { obstacles: kinds } });
  });

  it('is taken back from either account, lapses, and is one at a time', async () => {
    const [into, from] = await twice('反悔人');
    const third = await arrangeNewcomer(server, { name: '反悔人', idNumber: into.idNumber });
    const id = await asked(into, from);
    const other = await third.call(beginMerge, proofOf(into));
    const second = third.call(askMerge, { params: { id: other.id }, body: understood });
    await expect(second).rejects.toMatchObject({ code: 'MERGE_OPEN' });
    await expect(third.call(withdrawMerge, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await from.call(listOwnMerges, {})).items).toMatchObject([{ id, state: 'waiting' }]);
    expect(await from.call(withdrawMerge, { params: { id } })).toMatchObject({ state: 'withdrawn' });
    await expect(admin(approveMerge, { params: { id } })).rejects.toMatchObject({ code: 'MERGE_OVER' });

    const late = await asked(into, from);
    await server.asPlatform(({ tx }) =>
      sql`update account_merge set expires_at = created_at where id in (${late}, ${other.id})`.execute(tx),
    );
    expect((await into.call(listOwnMerges, {})).items[0]).toMatchObject({ id: late, state: 'lapsed', effects: null });
    await expect(admin(approveMerge, { params: { id: late } })).rejects.toMatchObject({ code: 'MERGE_OVER' });
    expect((await admin(listMerges, { query: {} })).items.map((one) => one.id)).not.toContain(late);
    // What lapsed stands in nobody's way.
    const again = await asked(into, from);
    const refused = await admin(refuseMerge, { params: { id: again }, body: { reason: '请到窗口核对身份证件' } });
    expect(refused).toMatchObject({ state: 'refused', answer: '请到窗口核对身份证件', effects: null });
    expect((await admin(listMerges, { query: { state: 'ended' } })).items[0]).toMatchObject({ id: again });
  });

  it('is decided by the security administrator alone, who sees masked data and is neither of the two', async () => {
    const [into, from] = await twice('待定人');
    const id = await asked(into, from);
    const params = { id };
    for (const who of ['system', 'audit', 'office', 'applicant'] as const) {
      const call = await server.loginAs(who);
      await expect(call(readMerge, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(call(approveMerge, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(call(listMerges, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(into.call(approveMerge, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const seen = await admin(readMerge, { params });
    expect(seen).toMatchObject({ sameness: { number: 'equal', name: 'equal' }, reason: '重复注册', way: 'password' });
    expect(seen.into).toMatchObject({ identity: 'stated', idNumber: expect.stringMatching(/^\d{3}\*+\w{4}$/) });
    expect(JSON.stringify(seen)).not.toContain(into.idNumber);
    expect(JSON.stringify(seen)).not.toContain('待定人');
    await server.asPlatform((ctx) =>
      addRelation(ctx, from.me.personId, { relation: 'security-admin', subjectId: DEMONSTRATION.organiser }),
    );
    await expect(from.call(approveMerge, { params })).rejects.toMatchObject({ code: 'NOT_FOR_ONESELF' });
    await into.call(withdrawMerge, { params });
  });
});

const CONTENT: ApplicationContent = {
  ...EMPTY_CONTENT,
  direction: '安防技术服务',
  selfReport: '任职以来的工作。',
  pledged: true,
  declassified: true,
  ownPart: true,
};
const PATENT = {
  name: '周界入侵探测信号处理装置及方法',
  type: 'invention',
  number: 'ZL 202110123456.7',
  specialtyRelation: 'same',
  grantedOn: '2022-03-01',
  myPart: '负责信号处理算法。',
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An application of this person that uses one patent with a file, ready to be submitted. */
async function ready(client: Client, number = PATENT.number) {
  const { personId } = await client(getMe, {});
  const { row } = await client(createArchiveRow, { body: { kind: 'patent', fields: { ...PATENT, number } } });
  const body = { purposes: 'certificate' };
  const file = { file: new Blob([PNG]), fileName: 'a.png' };
  await client(addEvidence, { params: { rowId: row.id }, body }, file);
  const id = await server.asPlatform(async (ctx) => {
    await sql`update archive_row set state = 'verified', submitted_at = ${ctx.businessNow}, verified_at = ${ctx.businessNow},
      verified_by = (select person_id from account where username = 'unit') where id = ${row.id}`.execute(ctx.tx);
    return arrangeApplication(ctx, {
      personId,
      subject: { specialty: 'security', level: 'technician', route: 'normal' },
      state: { stage: 'online-submission', submissions: 0 },
      content: { ...CONTENT, rows: [row.id], representative: row.id },
    });
  });
  const { version } = await client(readApplication, { params: { id } });
  const submit = () => client(submitApplication, { params: { id }, body: { version } });
  return { id, rowId: row.id, submit };
}

/** What a person has once is there twice: one account's first facts are verified, both fetched one row, both are in one unit. */
const bothHave = (into: string, from: string) =>
  server.asPlatform(async ({ tx, newId, businessNow, systemNow }) => {
    await sql`insert into archive_row (id, person_id, kind, state, fields, created_at, updated_at)
      values (${newId()}, ${into}, 'basic', 'draft', '{}', ${businessNow}, ${businessNow})`.execute(tx);
    for (const person of [into, from]) {
      await sql`insert into archive_row (id, person_id, kind, state, source, source_key, fetched_at, fetched_fields, created_at, updated_at)
        values (${newId()}, ${person}, 'education', 'draft', 'education', 'X-1', ${businessNow}, '{school}', ${businessNow},
          ${businessNow})`.execute(tx);
      await sql`insert into access_log (id, person_id, what, by_person, subject_id, at, hour)
        select ${newId()}, ${person}, 'archive', person_id, null, ${systemNow}, '2024-07-10T02:00:00.000Z' from account
          where username = 'unit'`.execute(tx);
    }
    await sql`insert into expert (id, organiser_id, person_id, specialty, level, employer, appointed_on, term_ends)
      values (${newId()}, ${DEMONSTRATION.organiser}, ${from}, 'security', 'senior', '某单位', '2024-01-01', '2026-12-31')`.execute(
      tx,
    );
    await sql`insert into unit_member (id, unit_id, person_id, joined_on) select ${newId()}, unit_id, ${into}, '2024-01-01'
      from unit_member where person_id = ${from} and left_on is null`.execute(tx);
  });

describe('a merge', () => {
  it('moves everything for good, leaves what was submitted as it was, and closes the other account', async () => {
    const office = await server.loginAs('office');
    const old = await numbersOf('applicant');
    const into = await arrangeNewcomer(server, { name: '王安防', idNumber: old.idNumber });
    const before = await server.loginAs('applicant');
    const archive = await before(readArchive, {});

    const ended = await ready(into.call);
    await ended.submit();
    await server.asPlatform((ctx) => moveArranged(ctx, ended.id, 'not-passed'));
    const open = await ready(before);
    await open.submit();
    const uses = async () => (await office(readReuse, { params: { id: open.id } })).items;
    expect(await uses()).toMatchObject([{ standing: 'parts-alike', other: { personName: '王安防' } }]);
    const submission = () =>
      server.asPlatform(({ tx }) =>
        tx
          .selectFrom('application_submission')
          .select(['snapshot', 'snapshot_hash', 'receipt'])
          .where('application_id', '=', open.id)
          .execute(),
      );
    const submitted = await submission();
    // What the old account began for two people, the other may not end.
    await server.asPlatform((ctx) =>
      addRelation(ctx, old.id, {
        relation: 'office',
        subjectId: DEMONSTRATION.organiser,
        organiserId: DEMONSTRATION.organiser,
      }),
    );
    const { plans } = await office(listExtensions, {});
    const window = plans.find((plan) => plan.id === DEMONSTRATION_PLAN)?.windows[0]?.id ?? '';
    const body = { window, to: '2024-08-05', reason: '7月31日起平台不能登录' };
    const extension = await before(proposeExtension, { params: { id: DEMONSTRATION_PLAN }, body });

    await bothHave(into.me.personId, old.id);

    const { id, effects } = await into.call(beginMerge, {
      body: { username: 'applicant', password: DEMONSTRATION_PASSWORD },
    });
    expect(effects).toMatchObject({ obstacles: [], relations: [{ relation: 'office' }] });
    expect(effects?.moves).toEqual(
      expect.arrayContaining([
        { kind: 'memberships', count: 1 },
        { kind: 'pool-entries', count: 1 },
      ]),
    );
    await into.call(askMerge, { params: { id }, body: understood });
    const [first, again] = await Promise.allSettled([
      admin(approveMerge, { params: { id } }),
      admin(approveMerge, { params: { id } }),
    ]);
    expect([first.status, again.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([first, again].find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'MERGE_OVER' },
    });

    // Both were told, when it was asked for and when it was done, wherever they were reached then.
    await server.settle();
    for (const template of ['account.merge-asked', 'account.merge-done']) {
      const told = [...sms.sent.values()].filter((one) => one.template === template).map(({ to }) => to);
      expect(told).toEqual(expect.arrayContaining([into.phone, old.phone]));
    }

    // Signed in anew, for the sessions of both have ended.
    await expect(into.call(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(before(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const now = await signIn(into.me.username, NEWCOMER_PASSWORD);
    expect(await now(getMe, {})).toMatchObject({ identity: 'confirmed', relations: [{ relation: 'office' }] });
    const joined = await now(readArchive, {});
    expect(joined.rows.map((row) => row.id)).toEqual(expect.arrayContaining(archive.rows.map((row) => row.id)));
    const basic = (rows: typeof archive.rows) => rows.find((row) => row.kind === 'basic' && row.state !== 'recycled');
    expect(basic(joined.rows)?.fields).toEqual(basic(archive.rows)?.fields);
    const kinds = (kind: string) => joined.rows.filter((row) => row.kind === kind).map(({ state }) => state);
    expect(kinds('basic').toSorted()).toEqual(['recycled', 'verified']);
    expect(joined.rows.filter((row) => row.fetched !== null)).toHaveLength(1);
    const files = joined.rows.find((row) => row.id === open.rowId)?.evidence ?? [];
    const file = await now(downloadEvidence, { params: { evidenceId: files[0]?.id ?? '' } });
    expect((file as Blob).size).toBeGreaterThan(0);
    expect(await now(readApplication, { params: { id: open.id } })).toMatchObject({ applicantName: '王安防' });
    expect(await submission()).toEqual(submitted);
    expect(await uses()).toMatchObject([{ standing: 'own-earlier', other: { personName: null } }]);
    const approved = now(approveExtension, { params: { id: extension.id } });
    await expect(approved).rejects.toMatchObject({ code: 'EXTENSION_SAME_PERSON' });

    const entering = (username: string, password: string) => server.anyone(login, { body: { username, password } });
    await expect(entering('applicant', 'not the one')).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    await expect(entering('applicant', DEMONSTRATION_PASSWORD)).rejects.toMatchObject({ code: 'ACCOUNT_MERGED' });
    const proof = { body: { username: 'applicant', password: DEMONSTRATION_PASSWORD } };
    await expect(now(beginMerge, proof)).rejects.toMatchObject({ code: 'ACCOUNT_MERGED' });
    const system = await server.loginAs('system');
    const grant = {
      params: { personId: old.id },
      body: { relation: 'unit', subjectId: DEMONSTRATION.enterprise },
    } as const;
    await expect(system(grantRelation, grant)).rejects.toMatchObject({ code: 'ACCOUNT_MERGED' });
    await expect(admin(resetPassword, { params: { personId: old.id } })).rejects.toMatchObject({
      code: 'ACCOUNT_MERGED',
    });
    const taken = system(createAccount, { body: { name: '新人', username: 'applicant', relations: [] } });
    await expect(taken).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    const lines = (await admin(listAccounts, { query: { search: '王安防' } })).items;
    expect(lines.find(({ username }) => username === 'applicant')).toMatchObject({ merged: true, relations: [] });
    const log = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('sign_in')
        .select('outcome')
        .where('person_id', '=', old.id)
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    );
    expect(log).toEqual([{ outcome: 'merged' }]);
    const events = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('record_event')
        .select(['action', 'document'])
        .where('subject_id', '=', id)
        .where('action', '=', 'merge.decide')
        .execute(),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.document).not.toContain('王安防');
    expect((await now(listOwnMerges, {})).items[0]).toMatchObject({ id, state: 'done', effects: null });
  });

  it('leaves nothing behind of what the two accounts do at the same moment', async () => {
    const [into, from] = await twice('并发人');
    const third = await arrangeNewcomer(server, { name: '并发人', idNumber: into.idNumber });
    const case1 = await ready(from.call, 'ZL 202010654321.0');
    const id = await asked(into, from);
    const results = await Promise.allSettled([
      case1.submit(),
      from.call(createArchiveRow, { body: { kind: 'patent', fields: PATENT } }),
      admin(approveMerge, { params: { id } }),
      from.call(createArchiveRow, { body: { kind: 'paper', fields: {} } }),
      server.anyone(login, proofOf(from)),
      into.call(createArchiveRow, { body: { kind: 'paper', fields: {} } }),
    ]);
    expect(results[2]).toMatchObject({ status: 'fulfilled', value: { state: 'done' } });
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      expect(['UNAUTHENTICATED', 'ACCOUNT_MERGED', 'NOT_FOUND']).toContain((result.reason as AppError).code);
    }
    const left = await server.asPlatform(({ tx }) =>
      sql`select id from session where person_id = ${from.me.personId}
        union all select id from archive_row where person_id = ${from.me.personId}
        union all select id from application where person_id = ${from.me.personId}`.execute(tx),
    );
    expect(left.rows).toEqual([]);

    // Two merges at once that share an account: a chain is joined one after the other, the last names lead to the one that stays.
    const now = await signIn(into.me.username, NEWCOMER_PASSWORD);
    const chain = await third.call(beginMerge, proofOf(into));
    await third.call(askMerge, { params: { id: chain.id }, body: understood });
    await admin(approveMerge, { params: { id: chain.id } });
    await expect(now(getMe, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const stays = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('account')
        .select('merged_into')
        .where('person_id', 'in', [into.me.personId, from.me.personId])
        .execute(),
    );
    expect(stays.map((one) => one.merged_into)).toEqual([third.me.personId, third.me.personId]);
  });
});
