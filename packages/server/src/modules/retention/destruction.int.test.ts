import {
  approveDestruction,
  type Client,
  declineDestruction,
  type DestructionList,
  listDestructions,
  listHolds,
  listObjections,
  placeHold,
  prepareDestruction,
  readStampedPage,
  releaseHold,
  verifyRecordNow,
} from '@zhiping/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkFiles } from '../../check/files.ts';
import type { Ctx } from '../../context.ts';
import { openFile, saveFile } from '../../files/index.ts';
import { samplePdf } from '../../files/testing/sample-pdf.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { listenToStatements, scannedBy } from '../../testing/statements.ts';
import { createPerson } from '../account/index.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';
import { postPublicity } from '../publicity/index.ts';

let server: TestServer;
let security: Client;
let audit: Client;
let office: Client;
const ENDED = '2024-10-09T02:00:00.000Z';
/** Files by what they are for, and the applications. */
const file: Record<string, string> = {};
const cases: Record<string, string> = {};
let publicityId: string;

async function store(ctx: Ctx, owner: string | null): Promise<string> {
  const content = samplePdf();
  return (await saveFile(ctx, { content, name: 'a.pdf', mediaType: 'application/pdf', ownerPersonId: owner })).id;
}

/** A file in somebody's archive, in a row of its own; removed from it on a day, or in the recycle bin since. */
async function evidence(ctx: Ctx, personId: string, gone: { removedAt?: string; recycledAt?: string } = {}) {
  const [blobId, rowId] = [await store(ctx, personId), ctx.newId()];
  const state = gone.recycledAt === undefined ? 'draft' : 'recycled';
  await sql`insert into archive_row (id, person_id, kind, state, created_at, updated_at)
    values (${rowId}, ${personId}, 'award', ${state}, ${ENDED}, ${gone.recycledAt ?? ENDED})`.execute(ctx.tx);
  await sql`insert into archive_evidence (id, row_id, person_id, blob_id, name, media_type, bytes, sameness, uploaded_at, removed_at)
    values (${ctx.newId()}, ${rowId}, ${personId}, ${blobId}, 'a.pdf', 'application/pdf', 9, ${Buffer.from('00', 'hex')}, ${ENDED},
    ${gone.removedAt ?? null})`.execute(ctx.tx);
  return blobId;
}

/** An application of a person that stands in a stage since ENDED and was submitted with some files. */
async function submitted(ctx: Ctx, personId: string, stage: string, fileIds: readonly string[], since = ENDED) {
  const id = await arrangeApplication(ctx, { personId, state: { stage, since, submissions: 1 } });
  const named = fileIds.map((fileId) => ({ fileId, name: 'a.pdf', mediaType: 'application/pdf', purpose: '证书' }));
  const row = { id: ctx.newId(), kind: 'award' as const, kindName: '奖励', title: '奖', effectiveOn: null };
  await arrangeSubmission(ctx, id, 1, { rows: [{ ...row, facts: [], ownPart: null, files: named }] });
  return id;
}

async function stampedPage(ctx: Ctx, applicationId: string): Promise<string> {
  const fileId = await store(ctx, null);
  const row = { organiser_id: DEMONSTRATION.organiser, application_id: applicationId, file_id: fileId };
  await ctx.tx
    .insertInto('application_stamped_page')
    .values({ id: ctx.newId(), ...row, name: 'a.pdf', media_type: 'application/pdf', uploaded_at: ENDED })
    .execute();
  return fileId;
}

async function publicity(ctx: Ctx, applicationId: string, personId: string): Promise<string> {
  const { id } = await postPublicity(ctx, {
    organiserId: DEMONSTRATION.organiser,
    workingDays: 5,
    contact: '孙人事',
    phone: '024-31234567',
    supervisionPhone: null,
    ways: '电话',
    of: { kind: 'result', meetingId: ctx.newId(), people: [{ place: 1, applicationId, personId }] },
    number: '公示〔2024〕1号',
    title: '公示',
    issuer: '厅',
    period: { startsOn: '2024-10-25', lastDay: '2024-11-01', endsAt: '2024-11-01T16:00:00.000Z' },
    notice: {
      kind: 'result',
      year: 2024,
      committeeName: '评审委员会',
      meetingName: '评审会议',
      people: [{ place: 1, name: '王安防', unit: '安盾公司', specialty: '安防工程', titleName: '高级工程师' }],
    },
  });
  return id;
}

async function objection(ctx: Ctx, of: string, applicationId: string, answeredAt: string | null): Promise<void> {
  const sealed = Buffer.from('00', 'hex');
  await sql`insert into objection (id, organiser_id, publicity_id, application_id, receipt_number, received_at, state,
    wrapped_key, name_sealed, contact_sealed, content_sealed, answered_at)
    values (${ctx.newId()}, ${DEMONSTRATION.organiser}, ${of}, ${applicationId}, ${ctx.newId()}, ${ENDED},
    ${answeredAt === null ? 'open' : 'dismissed'}, ${sealed}, ${sealed}, ${sealed}, ${sealed}, ${answeredAt})`.execute(
    ctx.tx,
  );
}

beforeAll(async () => {
  server = await startTestServer();
  [security, audit, office] = [
    await server.loginAs('security'),
    await server.loginAs('audit'),
    await server.loginAs('office'),
  ];
  await server.asPlatform(async (ctx) => {
    const { person_id: wang } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', 'applicant')
      .executeTakeFirstOrThrow();
    const person = (name: string) => createPerson(ctx, { name });
    const removedAt = '2024-09-01T00:00:00.000Z';
    for (const name of ['due', 'shared', 'spared', 'held', 'objected', 'unused']) {
      file[name] = await evidence(ctx, wang, { removedAt });
    }
    file.current = await evidence(ctx, wang);
    file.recycled = await evidence(ctx, wang, { recycledAt: removedAt });
    cases.stopped = await submitted(ctx, wang, 'not-passed', [file.due ?? '', file.shared ?? '', file.current]);
    cases.again = await submitted(ctx, wang, 'refused', [file.spared ?? '']);
    cases.held = await submitted(ctx, wang, 'withdrawn', [file.held ?? '']);
    cases.objected = await submitted(ctx, wang, 'cancelled', [file.objected ?? '']);
    cases.running = await submitted(ctx, wang, 'ready', [file.shared ?? '']);
    file.page = await stampedPage(ctx, cases.stopped);
    const asking = await person('请求人');
    file.asked = await evidence(ctx, asking, { removedAt });
    await sql`insert into privacy_request (id, number, person_id, kind, text, state, created_at, due_at)
      values (${ctx.newId()}, 'G1', ${asking}, 'copy', '请给我一份', 'received', ${ENDED}, ${ENDED})`.execute(ctx.tx);
    const passed = await person('通过人');
    file.passed = await evidence(ctx, passed, { removedAt });
    cases.passed = await submitted(ctx, passed, 'certified', [file.passed]);
    file.passedPage = await stampedPage(ctx, cases.passed);
    const late = await person('后来人');
    file.late = await evidence(ctx, late, { removedAt });
    await submitted(ctx, late, 'refused', [file.late], '2026-02-01T00:00:00.000Z');
    file.letter = await store(ctx, null);
    publicityId = await publicity(ctx, cases.passed, passed);
    await objection(ctx, await publicity(ctx, cases.objected, wang), cases.objected, null);
    await objection(ctx, publicityId, cases.passed, '2024-12-01T00:00:00.000Z');
  });
  await server.moveClockTo('2027-01-01T01:00:00.000Z');
});
afterAll(() => server.close());

const lists = async (): Promise<readonly DestructionList[]> => (await security(listDestructions, { query: {} })).items;
const byClass = (some: readonly DestructionList[]) => some.toSorted((a, b) => a.class.localeCompare(b.class));
const listOf = async (of: DestructionList['class']): Promise<DestructionList> => {
  const found = (await lists()).find((one) => one.class === of);
  if (found === undefined) throw new Error(`no list of ${of}`);
  return found;
};
const opens = (name: string) =>
  server.asPlatform(async (ctx) => {
    (await openFile(ctx, file[name] ?? '')).content.destroy();
    return true;
  });
const numberOf = (name: string) =>
  server.asPlatform(async ({ tx }) => {
    const { number } = await tx
      .selectFrom('application')
      .select('number')
      .where('id', '=', cases[name] ?? '')
      .executeTakeFirstOrThrow();
    return number;
  });
const itemsOf = ({ id }: DestructionList) =>
  server.asPlatform(({ tx }) =>
    tx.selectFrom('destruction_item').select('item_id').where('list_id', '=', id).execute(),
  );

describe('a hold', () => {
  it('is placed and released by office and supervisor with a reason, and by nobody else', async () => {
    const params = { number: await numberOf('held') };
    const body = { reason: '投诉正在核查' };
    for (const login of ['applicant', 'unit', 'authority', 'security', 'zj-office'] as const) {
      const other = await server.loginAs(login);
      await expect(other(placeHold, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const { id } = await office(placeHold, { params, body });
    await expect(office(placeHold, { params, body })).rejects.toMatchObject({ code: 'HOLD_STANDS' });
    const supervisor = await server.loginAs('supervisor');
    expect((await supervisor(listHolds, { query: {} })).items).toMatchObject([
      { id, placedBy: '李办公', releasedAt: null },
    ]);
    const elsewhere = await server.loginAs('zj-office');
    expect((await elsewhere(listHolds, { query: {} })).items).toEqual([]);
    await expect(elsewhere(releaseHold, { params: { id }, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a destruction list', () => {
  const said: string[] = [];

  it('has what is due and nothing else, in counts and a hash; making it destroys nothing', async () => {
    for (const login of ['applicant', 'office', 'supervisor', 'system', 'audit'] as const) {
      const other = await server.loginAs(login);
      await expect(other(prepareDestruction, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const stop = listenToStatements(({ text }) => said.push(text));
    await security(prepareDestruction, {});
    await expect(security(prepareDestruction, {})).rejects.toMatchObject({ code: 'DESTRUCTION_OPEN' });
    await server.settle();
    stop();
    const made = byClass(await lists());
    expect(made.map((one) => [one.class, one.items, one.state])).toEqual([
      ['archive-removed', 2, 'proposed'],
      ['evidence-stopped', 2, 'proposed'],
    ]);
    const stopped = await listOf('evidence-stopped');
    expect(stopped).toMatchObject({
      months: 24,
      oldest: '2024-10-09',
      newest: '2024-10-09',
      judgedOn: '2027-01-01',
      yours: true,
    });
    expect(new Set((await itemsOf(stopped)).map((item) => item.item_id))).toEqual(new Set([file.due, file.spared]));
    const removed = await itemsOf(await listOf('archive-removed'));
    expect(new Set(removed.map((item) => item.item_id))).toEqual(new Set([file.unused, file.recycled]));
    for (const name of Object.keys(file)) expect(await opens(name)).toBe(true);
    await expect(security(prepareDestruction, {})).rejects.toMatchObject({ code: 'DESTRUCTION_OPEN' });
  });

  it('is approved by another person than its maker, and only as it was looked at', async () => {
    const { id, hash } = await listOf('evidence-stopped');
    const params = { id };
    await expect(security(approveDestruction, { params, body: { hash } })).rejects.toMatchObject({
      code: 'RETENTION_SAME_PERSON',
    });
    for (const login of ['applicant', 'office', 'supervisor', 'system'] as const) {
      const other = await server.loginAs(login);
      await expect(other(approveDestruction, { params, body: { hash } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(audit(approveDestruction, { params, body: { hash: 'a'.repeat(64) } })).rejects.toMatchObject({
      code: 'DESTRUCTION_CHANGED',
    });
    await server.settle();
    expect(await opens('due')).toBe(true);
  });

  it('once approved destroys what is still due, key and bytes; what was held meanwhile is spared', async () => {
    const { id: holdId } = await office(placeHold, {
      params: { number: await numberOf('again') },
      body: { reason: '复核' },
    });
    const { id, hash } = await listOf('evidence-stopped');
    const removed = await listOf('archive-removed');
    const stop = listenToStatements(({ text }) => said.push(text));
    await audit(approveDestruction, { params: { id }, body: { hash } });
    await expect(audit(approveDestruction, { params: { id }, body: { hash } })).rejects.toMatchObject({
      code: 'RETENTION_DECIDED',
    });
    await audit(declineDestruction, { params: { id: removed.id }, body: { reason: '先核对' } });
    await server.settle();
    stop();
    expect(await listOf('evidence-stopped')).toMatchObject({
      state: 'done',
      destroyed: 1,
      spared: 1,
      decidedBy: '沈审计',
    });
    await expect(opens('due')).rejects.toMatchObject({ code: 'FILE_DESTROYED', details: { on: '2027-01-01' } });
    for (const name of Object.keys(file).filter((one) => one !== 'due')) expect(await opens(name)).toBe(true);
    const { shelf } = server.installation;
    expect(await shelf.has(file.due ?? '')).toBe(false);
    expect(await shelf.has(file.spared ?? '')).toBe(true);
    const blob = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('blob')
        .selectAll()
        .where('id', '=', file.due ?? '')
        .executeTakeFirstOrThrow(),
    );
    expect(blob.wrapped_key).toBeNull();
    expect(blob.cleared_at).not.toBeNull();
    expect(await listOf('archive-removed')).toMatchObject({ state: 'declined', reason: '先核对' });
    await office(releaseHold, { params: { id: holdId }, body: { reason: '复核完毕' } });
    await expect(office(releaseHold, { params: { id: holdId }, body: { reason: '又一次' } })).rejects.toMatchObject({
      code: 'HOLD_RELEASED',
    });
  });

  it('leaves record and data sound; a file that is missing without it is a fault', async () => {
    const { faults, broken } = await audit(verifyRecordNow, {});
    expect({ faults, broken }).toEqual({ faults: [], broken: [] });
    const entries = await server.asPlatform(({ tx }) =>
      tx.selectFrom('record_event').select('document').where('subject_noun', '=', 'destruction-list').execute(),
    );
    expect(entries.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(entries)).not.toContain(file.due);
    expect(await checkFiles(server.installation)).toEqual([]);
    await server.installation.shelf.remove(file.letter ?? '');
    expect(await checkFiles(server.installation)).toMatchObject([{ rows: [{ id: file.letter }] }]);
  });

  it('finds and destroys by indexes only', async () => {
    const client = new pg.Client({ ...inject('postgres'), database: server.database });
    await client.connect();
    const found = new Map<string, string>();
    try {
      await client.query('begin; set local enable_seqscan = off; set local role zhiping_jobs');
      const own = /from blob|destruction_item|retention_hold|archive_evidence|objection|privacy_request|result_line/;
      for (const text of new Set(said)) {
        if (!/^\s*(?:select|update|delete)\b/i.test(text) || !own.test(text)) continue;
        for (const table of await scannedBy(client, text)) found.set(table, text);
      }
    } finally {
      await client.end();
    }
    expect(said.filter((text) => text.includes('from blob')).length).toBeGreaterThan(1);
    expect(Object.fromEntries(found)).toEqual({});
  });
});

describe('a later list', () => {
  it('has what became due, rows too, and what was held before', async () => {
    await server.asPlatform(async ({ tx }) => {
      await tx
        .updateTable('objection')
        .set({ state: 'dismissed', answered_at: '2027-01-02T00:00:00.000Z' })
        .where('state', '=', 'open')
        .execute();
      await tx.updateTable('privacy_request').set({ state: 'done', answered_at: '2027-01-02T00:00:00.000Z' }).execute();
    });
    await server.moveClockTo('2032-01-02T01:00:00.000Z');
    await security(prepareDestruction, {});
    await server.settle();
    const open = byClass(await lists()).filter(({ state }) => state === 'proposed');
    expect(open.map((one) => [one.class, one.items])).toEqual([
      ['archive-removed', 3],
      ['evidence-stopped', 3],
      ['objection', 1],
      ['privacy-request', 1],
      ['signed-stopped', 1],
    ]);
    for (const { id, hash } of open) await audit(approveDestruction, { params: { id }, body: { hash } });
    await server.settle();
    for (const name of ['unused', 'recycled', 'asked', 'objected', 'spared', 'late', 'page']) {
      await expect(opens(name)).rejects.toMatchObject({ code: 'FILE_DESTROYED' });
    }
    // In the archive, in a running case, kept for ever, held, of a case that passed.
    for (const name of ['current', 'shared', 'passedPage', 'held', 'passed']) expect(await opens(name)).toBe(true);
    const wang = await server.loginAs('applicant');
    await expect(
      wang(readStampedPage, { params: { id: cases.stopped ?? '', fileId: await pageRow() } }),
    ).rejects.toMatchObject({ code: 'FILE_DESTROYED' });
    const opened = await fetch(`${server.url}/api/applications/${cases.stopped}/stamped-pages/${await pageRow()}`, {
      headers: { cookie: await server.cookieOf('applicant'), 'sec-fetch-dest': 'document' },
    });
    expect([opened.status, opened.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
    expect(await opened.text()).toContain('<h1>这份文件已按保存期限销毁</h1><p>销毁日期：2032-01-02。</p>');
    const { items } = await office(listObjections, { params: { id: publicityId } });
    expect(items.map(({ content }) => content)).toEqual(['（已按保存期限销毁）']);
    const asked = await server.asPlatform(({ tx }) => tx.selectFrom('privacy_request').selectAll().execute());
    expect(asked).toMatchObject([{ text: '', answer: '' }]);
  });
});

async function pageRow(): Promise<string> {
  return server.asPlatform(async ({ tx }) => {
    const { id } = await tx
      .selectFrom('application_stamped_page')
      .select('id')
      .where('file_id', '=', file.page ?? '')
      .executeTakeFirstOrThrow();
    return id;
  });
}
