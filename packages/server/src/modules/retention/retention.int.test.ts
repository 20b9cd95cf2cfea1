import {
  approveRetention,
  askPrivacy,
  changePersonName,
  declineRetention,
  getMe,
  listOwnPrivacyRequests,
  listRetentionChanges,
  listSignIns,
  proposeRetention,
  readPeriods,
  readRetention,
} from '@zhiping/contract';
import { DOCUMENT_CLASS_IDS } from '@zhiping/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { FILE_COLUMNS } from './file-columns.ts';
import { pruneLogs, sweepPassing } from './index.ts';
import { RETAINED_TABLES } from './retained-tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('removes logs older than their time, keeps the others, and records counts only', async () => {
  const [security, unit] = [await server.loginAs('security'), await server.loginAs('unit')];
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

it('sweeps what is over within days, and leaves who is signed in', async () => {
  await server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .limit(1)
      .executeTakeFirstOrThrow();
    await sql`insert into idempotency values (${personId}, 'old', '', '{}', '2020-01-01'), (${personId}, 'new', '', '{}', now())`.execute(
      ctx.tx,
    );
  });
  const applicant = await server.loginAs('applicant');
  expect(await sweepPassing(server.installation)).toBe(1);
  expect(await sweepPassing(server.installation)).toBe(0);
  await applicant(getMe, {});
});

describe('how long a class is kept', () => {
  const reason = '按新的归档办法';
  it('is changed by two people, within the limits of the class', async () => {
    const [security, audit] = [await server.loginAs('security'), await server.loginAs('audit')];
    const propose = (months: number | null, of: 'evidence-stopped' | 'sign-in' = 'evidence-stopped') =>
      security(proposeRetention, { body: { class: of, months, reason } });
    await expect(propose(11)).rejects.toMatchObject({ code: 'RETENTION_TOO_SHORT' });
    await expect(propose(361)).rejects.toMatchObject({ code: 'RETENTION_TOO_LONG' });
    await expect(propose(null)).rejects.toMatchObject({ code: 'RETENTION_NOT_FOREVER' });
    await expect(propose(24)).rejects.toMatchObject({ code: 'RETENTION_SAME' });
    await expect(propose(1, 'sign-in')).rejects.toMatchObject({ code: 'RETENTION_TOO_SHORT' });
    const { id } = await propose(36);
    const params = { id };
    await expect(propose(48)).rejects.toMatchObject({ code: 'RETENTION_OPEN' });
    await expect(security(approveRetention, { params })).rejects.toMatchObject({ code: 'RETENTION_SAME_PERSON' });
    for (const login of ['applicant', 'unit', 'office', 'supervisor', 'system'] as const) {
      const other = await server.loginAs(login);
      await expect(other(approveRetention, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other(proposeRetention, { body: { class: 'photo', months: 12, reason } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await expect(audit(proposeRetention, { body: { class: 'photo', months: 12, reason } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const kept = async () => {
      const { classes } = await security(readRetention, {});
      return classes.find((one) => one.class === 'evidence-stopped');
    };
    expect(await kept()).toMatchObject({ months: 24, since: null, proposed: { months: 36, reason, yours: true } });
    await audit(approveRetention, { params });
    await expect(audit(approveRetention, { params })).rejects.toMatchObject({ code: 'RETENTION_DECIDED' });
    expect(await kept()).toMatchObject({
      months: 36,
      proposed: null,
      since: { proposedBy: '蒋安全', decidedBy: '沈审计' },
    });
    const told = (await server.anyone(readPeriods, {})).classes.find((one) => one.class === 'evidence-stopped');
    expect(told?.months).toBe(36);
    const again = await propose(24);
    await security(declineRetention, { params: { id: again.id } });
    expect((await kept())?.months).toBe(36);
    expect((await audit(listRetentionChanges, { query: {} })).items.map(({ state }) => state)).toEqual([
      'declined',
      'approved',
    ]);
  });
});

/** Columns and tables of the schema as it is. */
const schema = () =>
  server.asPlatform(async ({ tx }) => {
    const { rows } = await sql<{ table: string; column: string; type: string }>`
      select case when table_schema = 'public' then '' else table_schema || '.' end || table_name as "table",
        column_name as "column", data_type as type from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')`.execute(tx);
    const { rows: views } = await sql<{ table: string }>`select case when schemaname = 'public' then '' else
      schemaname || '.' end || viewname as "table" from pg_views`.execute(tx);
    const derived = new Set(views.map(({ table }) => table));
    return rows.filter(({ table }) => !derived.has(table));
  });

describe('everything that is kept', () => {
  it('has a class, or a reason why it has no end: say in file-columns.ts and retained-tables.ts', async () => {
    const columns = await schema();
    const files = columns.filter(({ column, type }) => type === 'uuid' && /(?:^|_)(?:blob|file)(?:_|$)/.test(column));
    expect(files.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
      FILE_COLUMNS.map(({ column }) => column).toSorted(),
    );
    const tables = new Set(columns.map(({ table }) => table).filter((table) => table !== 'schema_migration'));
    expect([...tables].filter((table) => !(table in RETAINED_TABLES))).toEqual([]);
    expect(Object.keys(RETAINED_TABLES).filter((table) => !tables.has(table))).toEqual([]);
    const used = new Set(Object.values(RETAINED_TABLES).flatMap((one) => (typeof one === 'string' ? [] : one)));
    expect(DOCUMENT_CLASS_IDS.filter((id) => !used.has(id))).toEqual([]);
  });

  it('refers to files by the database itself, or under a truth of the data', async () => {
    const { rows } = await server.asPlatform(({ tx }) =>
      sql<{ column: string }>`select k.table_name || '.' || k.column_name as "column"
        from information_schema.constraint_column_usage u join information_schema.key_column_usage k
          using (constraint_name) where u.table_name = 'blob' and k.table_name <> 'blob'`.execute(tx),
    );
    const known = new Set<string>(FILE_COLUMNS.map(({ column }) => column));
    expect(rows.map(({ column }) => column).filter((column) => !known.has(column))).toEqual([]);
  });
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
