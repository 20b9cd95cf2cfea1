import {
  addEvidence,
  type ArchiveRow,
  attest,
  type Client,
  createArchiveRow,
  downloadEvidence,
  editArchiveRow,
  joinEvidence,
  listEvidencePlans,
  orderEvidence,
  turnEvidence,
  getMe,
  listUnitPeople,
  readArchive,
  readAttestations,
  readPersonArchive,
  recycleArchiveRow,
  removeEvidence,
  restoreArchiveRow,
  returnArchiveRow,
  revealArchiveRow,
  submitArchiveRows,
  tagEvidence,
  verifyArchiveRow,
} from '@zhiping/contract';
import { sql } from 'kysely';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePdf } from '../../files/testing/sample-pdf.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { addRelation } from '../account/index.ts';
import { arrangeApplication, openPlan } from '../application/testing/arrange.ts';

let server: TestServer;
let wang: Client;
let liu: Client;
let unit: Client;
let otherUnit: Client;
let wangId: string;

beforeAll(async () => {
  server = await startTestServer();
  wang = await server.loginAs('applicant');
  liu = await server.loginAs('applicant2');
  unit = await server.loginAs('unit');
  otherUnit = await server.loginAs('unit2');
  wangId = (await wang(getMe, {})).personId;
});
afterAll(() => server.close());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const AWARD = {
  name: '辽宁省科学技术进步奖',
  type: 'science',
  conferrer: 'government',
  level: 'province',
  grade: 'third',
  issuer: '辽宁省人民政府',
  signedOn: '2022-11-30',
  place: 3,
  quota: 7,
  personalCertificate: true,
  specialtyRelation: 'same',
  myPart: '负责入侵探测算法。',
};
const upload = (client: Client, row: ArchiveRow, purposes: string, file: Blob = new Blob([PNG]), fileName = 'a.png') =>
  client(addEvidence, { params: { rowId: row.id }, body: { purposes } }, { file, fileName });
const bytesOf = async (input: { params: { evidenceId: string } }) =>
  Buffer.from(await ((await wang(downloadEvidence, input)) as unknown as Blob).arrayBuffer());
const edit = (client: Client, row: ArchiveRow, fields: Record<string, string | number | boolean | null>) =>
  client(editArchiveRow, { params: { rowId: row.id }, body: { version: row.version, fields } });

async function award(fields: Record<string, string | number | boolean> = AWARD): Promise<ArchiveRow> {
  const { row } = await wang(createArchiveRow, { body: { kind: 'award', fields } });
  return (await upload(wang, row, 'certificate')).row;
}

async function waitingAward(): Promise<ArchiveRow> {
  const row = await award();
  const archive = await wang(submitArchiveRows, { body: { rows: [{ id: row.id, version: row.version }] } });
  return find(archive.rows, row.id);
}

function find(rows: readonly ArchiveRow[], id: string): ArchiveRow {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`row ${id} is not there`);
  return row;
}

describe('the archive of the demonstration', () => {
  it('lets its person see everything in the clear, with what counts and why not', async () => {
    const archive = await wang(readArchive, {});
    expect(archive.unit?.name).toBe('沈阳安盾科技有限公司');
    expect(archive.currentTitle).toEqual({ name: '工程师', level: 'engineer', acquiredOn: '2018-09-30' });
    const basic = archive.rows.find((row) => row.kind === 'basic');
    expect(basic?.fields.idNumber).toMatch(/^\d{17}[\dX]$/);
    const patent = archive.rows.find((row) => row.kind === 'patent');
    expect(patent?.counting).toMatchObject({
      counts: false,
      afterCurrentTitle: false,
      reasons: ['不计入：不晚于现职称取得日期（2018-09-30）'],
    });
    const verified = archive.rows.filter((row) => row.state === 'verified' && row.kind !== 'patent');
    expect(verified.filter((row) => !row.counting.counts)).toEqual([]);
  });

  it('keeps ID number and phone out of the open columns', async () => {
    const plain = await server.asPlatform(({ tx }) =>
      tx.selectFrom('archive_row').select(sql<string>`fields::text`.as('fields')).where('kind', '=', 'basic').execute(),
    );
    expect(plain.length).toBeGreaterThan(0);
    for (const { fields } of plain) expect(fields).not.toMatch(/idNumber|phone|(?<!\w)\d{17}/);
  });
});

describe('a row from draft to verified', () => {
  it('goes to the unit with its evidence and is confirmed', async () => {
    const draft = await award();
    expect(draft).toMatchObject({ state: 'draft', counting: { counts: false, reasons: ['尚未提交单位核验'] } });
    const archive = await wang(submitArchiveRows, { body: { rows: [{ id: draft.id, version: draft.version }] } });
    const waiting = find(archive.rows, draft.id);
    expect(waiting.state).toBe('waiting');
    const seen = find((await unit(readPersonArchive, { params: { personId: wangId } })).rows, draft.id);
    const [file] = seen.evidence;
    const picture = await unit(downloadEvidence, { params: { evidenceId: file?.id ?? '' } });
    // Pictures are written anew on arrival: the same pixels without what the camera told.
    const pixels = (file: Buffer) => sharp(file).raw().toBuffer();
    expect(await pixels(Buffer.from(await (picture as Blob).arrayBuffer()))).toEqual(await pixels(PNG));
    const { row } = await unit(verifyArchiveRow, { params: { rowId: seen.id }, body: { version: seen.version } });
    expect(row).toMatchObject({ state: 'verified', counting: { counts: true, afterCurrentTitle: true } });
    const events = await server.asPlatform(({ tx }) =>
      tx.selectFrom('record_event').select('action').where('subject_id', '=', draft.id).orderBy('id').execute(),
    );
    expect(events.map(({ action }) => action)).toEqual(['archive.submit-row', 'archive.verify-row']);
  });

  it('comes back with reasons, is mended and handed in again', async () => {
    const waiting = await waitingAward();
    const items = [{ field: 'place', problem: '证书上是第4名', whatToDo: '请按证书填写' }];
    const { row: returned } = await unit(returnArchiveRow, {
      params: { rowId: waiting.id },
      body: { version: waiting.version, items },
    });
    expect(returned).toMatchObject({ state: 'returned', returned: { items } });
    const { row: mended } = await edit(wang, returned, { place: 4 });
    expect(mended).toMatchObject({ state: 'returned', returned: { items } });
    const archive = await wang(submitArchiveRows, { body: { rows: [{ id: mended.id, version: mended.version }] } });
    expect(find(archive.rows, mended.id)).toMatchObject({ state: 'waiting', returned: null });
  });

  it('goes back to waiting when it is edited after verification, also when a file changes', async () => {
    const waiting = await waitingAward();
    const verify = (row: ArchiveRow) =>
      unit(verifyArchiveRow, { params: { rowId: row.id }, body: { version: row.version } });
    const { row: verified } = await verify(waiting);
    const { row: edited } = await edit(wang, verified, { place: 5 });
    expect(edited).toMatchObject({ state: 'waiting', verifiedAt: null });
    const { row: again } = await verify(edited);
    const { row: untagged } = await wang(tagEvidence, {
      params: { evidenceId: again.evidence[0]?.id ?? '' },
      body: { purposes: ['other'] },
    });
    expect(untagged).toMatchObject({ state: 'waiting' });
    expect(untagged.counting.reasons).toContain('缺少证书');
  });

  it('stays verified when an autosave changes nothing', async () => {
    const waiting = await waitingAward();
    const { row } = await unit(verifyArchiveRow, { params: { rowId: waiting.id }, body: { version: waiting.version } });
    expect((await edit(wang, row, { place: 3 })).row.state).toBe('verified');
  });

  it('is refused while a field is blank, and every blank is named', async () => {
    const { row } = await wang(createArchiveRow, { body: { kind: 'award', fields: { name: '某奖' } } });
    const submit = wang(submitArchiveRows, { body: { rows: [{ id: row.id, version: row.version }] } });
    await expect(submit).rejects.toMatchObject({ code: 'ARCHIVE_INCOMPLETE' });
    const fields = await submit.catch((error: { fields: { path: string }[] }) => error.fields.map(({ path }) => path));
    expect(fields).toContain(`${row.id}.issuer`);
  });

  it('hands in all or none', async () => {
    const good = await award();
    const { row: bad } = await wang(createArchiveRow, { body: { kind: 'award', fields: {} } });
    const rows = [good, bad].map(({ id, version }) => ({ id, version }));
    await expect(wang(submitArchiveRows, { body: { rows } })).rejects.toMatchObject({ code: 'ARCHIVE_INCOMPLETE' });
    expect(find((await wang(readArchive, {})).rows, good.id).state).toBe('draft');
  });

  it('is thrown away and brought back, never deleted', async () => {
    const row = await award();
    const params = { rowId: row.id };
    const { row: gone } = await wang(recycleArchiveRow, { params, body: { version: row.version } });
    expect(gone.state).toBe('recycled');
    await expect(edit(wang, gone, { place: 1 })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const { row: back } = await wang(restoreArchiveRow, { params, body: { version: gone.version } });
    expect(back).toMatchObject({ state: 'draft', fields: AWARD });
    expect(back.evidence).toHaveLength(1);
  });

  it('has at most one row of basic facts', async () => {
    const second = wang(createArchiveRow, { body: { kind: 'basic', fields: {} } });
    await expect(second).rejects.toMatchObject({ code: 'ARCHIVE_KIND_ONCE' });
  });
});

describe('autosave', () => {
  it('merges different fields typed on one version', async () => {
    const row = await award();
    await edit(wang, row, { issuer: '省政府' });
    const { row: both } = await edit(wang, row, { place: 1 });
    expect(both.fields).toMatchObject({ issuer: '省政府', place: 1 });
  });

  it('answers the same field typed twice with both values', async () => {
    const row = await award();
    const { row: first } = await edit(wang, row, { issuer: '甲' });
    await expect(edit(wang, row, { issuer: '乙' })).rejects.toMatchObject({
      code: 'ARCHIVE_CONFLICT',
      details: { version: first.version, conflicts: [{ field: 'issuer', yours: '乙', theirs: '甲' }] },
    });
  });

  it('lets exactly one of fifty writers of one field win, and loses no other field', async () => {
    const row = await award();
    const tries = Array.from({ length: 50 }, (_, index) => edit(wang, row, { issuer: `机关${index}` }));
    const settled = await Promise.allSettled([...tries, edit(wang, row, { place: 6 })]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const now = find((await wang(readArchive, {})).rows, row.id);
    expect(now.fields).toMatchObject({ place: 6, issuer: expect.stringMatching(/^机关\d+$/) as string });
  });

  it('refuses fields the kind does not have and values of the wrong form', async () => {
    const row = await award();
    await expect(edit(wang, row, { nonsense: '1' })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(edit(wang, row, { signedOn: '昨天' })).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('evidence', () => {
  it('of the wrong type is refused, whatever its name says', async () => {
    const row = await award();
    const html = new Blob(['<html><script>alert(1)</script></html>']);
    await expect(upload(wang, row, 'certificate', html, 'award.pdf')).rejects.toMatchObject({ code: 'FILE_TYPE' });
    await expect(upload(wang, row, 'nonsense')).rejects.toMatchObject({ code: 'INVALID' });
    expect(find((await wang(readArchive, {})).rows, row.id).evidence).toHaveLength(1);
  });

  it('keeps the order its person gives it, and says when that order is older than the files', async () => {
    let row = await award();
    row = (await upload(wang, row, 'people')).row;
    row = (await upload(wang, row, 'other')).row;
    const ids = row.evidence.map(({ id }) => id);
    const params = { rowId: row.id };
    const { row: ordered } = await wang(orderEvidence, { params, body: { ids: ids.toReversed() } });
    expect(ordered.evidence.map(({ id }) => id)).toEqual(ids.toReversed());
    const { row: more } = await upload(wang, row, 'other');
    expect(more.evidence.slice(0, 3).map(({ id }) => id)).toEqual(ids.toReversed());
    await expect(wang(orderEvidence, { params, body: { ids } })).rejects.toMatchObject({ code: 'STALE' });
    await expect(liu(orderEvidence, { params, body: { ids } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is turned where it lies on its side, in its place and with what it shows', async () => {
    const wide = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    let row = (await wang(createArchiveRow, { body: { kind: 'award', fields: AWARD } })).row;
    row = (await upload(wang, row, 'certificate', new Blob([new Uint8Array(wide)]))).row;
    row = (await upload(wang, row, 'people', new Blob([new Uint8Array(samplePdf())]), 'b.pdf')).row;
    const [picture, pdf] = row.evidence.map(({ id }) => id);
    const { row: turned } = await wang(turnEvidence, {
      params: { evidenceId: picture ?? '' },
      body: { quarters: 1 },
    });
    expect(turned.evidence.map(({ purposes }) => purposes)).toEqual([['certificate'], ['people']]);
    const content = await bytesOf({ params: { evidenceId: turned.evidence[0]?.id ?? '' } });
    const { width, height } = await sharp(content).metadata();
    expect([width, height]).toEqual([40, 60]);
    await expect(
      wang(turnEvidence, { params: { evidenceId: pdf ?? '' }, body: { quarters: 1 } }),
    ).rejects.toMatchObject({ code: 'EVIDENCE_NOT_PICTURE' });
  });

  it('of several pictures is joined to one PDF, which a verified row has looked at anew', async () => {
    let row = await award();
    row = (await upload(wang, row, 'people')).row;
    const params = { rowId: row.id };
    const ids = row.evidence.map(({ id }) => id);
    await expect(
      wang(joinEvidence, { params, body: { ids: [ids[0] ?? '', ids[0] ?? ''], name: '证书' } }),
    ).rejects.toMatchObject({
      code: 'STALE',
    });
    const { row: joined } = await wang(joinEvidence, { params, body: { ids: ids.toReversed(), name: '证书' } });
    expect(joined.evidence).toMatchObject([
      { name: '证书.pdf', mediaType: 'application/pdf', purposes: ['people', 'certificate'] },
    ]);
    const content = await bytesOf({ params: { evidenceId: joined.evidence[0]?.id ?? '' } });
    expect((await PDFDocument.load(content)).getPageCount()).toBe(2);
  });

  it('removed from its row is not served any more', async () => {
    const row = await award();
    const params = { evidenceId: row.evidence[0]?.id ?? '' };
    const { row: bare } = await wang(removeEvidence, { params });
    expect(bare.evidence).toEqual([]);
    await expect(wang(downloadEvidence, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of somebody else answers as if it were not there, by its own id and by that of the stored file', async () => {
    const row = await waitingAward();
    const [file] = row.evidence;
    const blob = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('archive_evidence')
        .select('blob_id')
        .where('id', '=', file?.id ?? '')
        .executeTakeFirstOrThrow(),
    );
    for (const evidenceId of [file?.id ?? '', blob.blob_id]) {
      await expect(liu(downloadEvidence, { params: { evidenceId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(otherUnit(downloadEvidence, { params: { evidenceId } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(liu(removeEvidence, { params: { evidenceId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(upload(liu, row, 'other')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('used by two people is pointed out to the unit, and nothing of the other person', async () => {
    const row = await waitingAward();
    const { row: theirs } = await liu(createArchiveRow, { body: { kind: 'award', fields: {} } });
    await upload(liu, theirs, 'certificate');
    const seen = await unit(readPersonArchive, { params: { personId: wangId } });
    expect(seen.usedElsewhere).toContain(row.evidence[0]?.id);
    expect(JSON.stringify(seen)).not.toContain(theirs.id);
  });
});

describe('who may', () => {
  it('a draft is its person’s alone (LN-2024 五(一))', async () => {
    const row = await award();
    const seen = await unit(readPersonArchive, { params: { personId: wangId } });
    expect(seen.rows.map(({ id }) => id)).not.toContain(row.id);
    const params = { rowId: row.id };
    await expect(unit(verifyArchiveRow, { params, body: { version: row.version } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const evidenceId = row.evidence[0]?.id ?? '';
    await expect(unit(downloadEvidence, { params: { evidenceId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('nobody verifies but the own unit (LN-2024 五(二)1)', async () => {
    const row = await waitingAward();
    const call = { params: { rowId: row.id }, body: { version: row.version } };
    for (const client of [otherUnit, liu, wang, await server.loginAs('office'), await server.loginAs('authority')]) {
      await expect(client(verifyArchiveRow, call)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(server.anyone(verifyArchiveRow, call)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('another unit sees nothing of the person (LN-2024 五(二)1)', async () => {
    await expect(otherUnit(readPersonArchive, { params: { personId: wangId } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { items } = await otherUnit(listUnitPeople, {});
    expect(items.map(({ name }) => name)).toEqual(['刘监测']);
    await expect(otherUnit(readAttestations, { params: { personId: wangId } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('the unit sees personal numbers masked, and revealing one leaves an event', async () => {
    const seen = await unit(readPersonArchive, { params: { personId: wangId } });
    const basic = seen.rows.find((row) => row.kind === 'basic');
    expect(basic?.fields.idNumber).toMatch(/^2101\*+\w{4}$/);
    const rowId = basic?.id ?? '';
    const { fields } = await unit(revealArchiveRow, { params: { rowId } });
    expect(fields.idNumber).toMatch(/^\d{17}[\dX]$/);
    const event = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('record_event')
        .select('document')
        .where('subject_id', '=', rowId)
        .where('action', '=', 'archive.reveal-row')
        .executeTakeFirstOrThrow(),
    );
    expect(event.document).not.toContain(String(fields.idNumber));
    await expect(otherUnit(revealArchiveRow, { params: { rowId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('the unit does not decide on a version it has not seen', async () => {
    const row = await waitingAward();
    await edit(wang, row, { place: 2 });
    const call = { params: { rowId: row.id }, body: { version: row.version } };
    await expect(unit(verifyArchiveRow, call)).rejects.toMatchObject({ code: 'STALE' });
  });

  it('staff of a unit do not verify their own rows', async () => {
    const unitId = (await unit(getMe, {})).personId;
    await server.asPlatform(({ tx, newId }) =>
      sql`insert into unit_member (id, unit_id, person_id, joined_on)
        select ${newId()}::uuid, subject_id, person_id, '2020-01-01' from relation
        where person_id = ${unitId} and relation = 'unit'`.execute(tx),
    );
    const { row } = await unit(createArchiveRow, { body: { kind: 'award', fields: AWARD } });
    const rows = { body: { rows: [{ id: row.id, version: row.version }] } };
    // Nobody else acts for the unit: it would reach nobody.
    await expect(unit(submitArchiveRows, rows)).rejects.toMatchObject({ code: 'UNIT_UNSTAFFED' });
    const colleague = (await liu(getMe, {})).personId;
    await server.asPlatform((ctx) =>
      addRelation(ctx, colleague, { relation: 'unit', subjectId: DEMONSTRATION.enterprise }),
    );
    const archive = await unit(submitArchiveRows, rows);
    const own = find(archive.rows, row.id);
    const verify = unit(verifyArchiveRow, { params: { rowId: own.id }, body: { version: own.version } });
    await expect(verify).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the evidence asked for', () => {
  it('is that of the only plan of the year in the own region before an application begins', async () => {
    const evidence = async (region: string) => {
      const { rows } = await liu(readArchive, {});
      const basic = rows.find(({ kind }) => kind === 'basic');
      if (basic === undefined) await liu(createArchiveRow, { body: { kind: 'basic', fields: { region } } });
      else await edit(liu, basic, { region });
      return (await liu(readArchive, {})).evidence;
    };
    expect(await evidence('zhejiang')).toMatchObject({ jurisdiction: 'zhejiang', applied: false });
    const { row } = await liu(createArchiveRow, { body: { kind: 'project', fields: {} } });
    expect(row.counting.reasons).toContain('缺少金额页');
    // Two plans of one year: which of them is not known yet.
    expect(await evidence('liaoning')).toBeNull();
    expect(await evidence('elsewhere')).toBeNull();
  });

  it('is that of the plan applied for, with its clause; every open plan can be looked at', async () => {
    expect((await wang(readArchive, {})).evidence).toBeNull();
    const { row } = await wang(createArchiveRow, { body: { kind: 'paper', fields: {} } });
    expect(row.counting.reasons.join()).not.toContain('检索页');
    await edit(wang, row, { foreign: false });
    const zhejiang = await server.asPlatform(async (ctx) => {
      await arrangeApplication(ctx, { personId: wangId });
      return openPlan(ctx, 'zj-2022');
    });
    const archive = await wang(readArchive, {});
    expect(archive.evidence?.lists.find(({ kinds }) => kinds.includes('paper'))?.source).toBe('六(四)');
    expect(find(archive.rows, row.id).counting.reasons).toContain('缺少数据库检索页');
    const { items } = await wang(listEvidencePlans, {});
    expect(items[0]).toMatchObject({ applied: true, planName: archive.evidence?.planName });
    const other = items.find(({ planId }) => planId === zhejiang);
    expect(other).toMatchObject({ applied: false, jurisdiction: 'zhejiang' });
    expect(other?.hints.find(({ field }) => field === 'mountainCounty')).toMatchObject({ source: '五(五)' });
    const project = other?.lists.find(({ kinds }) => kinds.includes('project'));
    expect(project).toMatchObject({ source: '附件1二10', adds: false });
    expect(project?.shows.map(({ anyOf }) => anyOf[0])).toEqual(['project-approval', 'amount', 'people', 'seal']);
    expect((await unit(readPersonArchive, { params: { personId: wangId } })).evidence?.applied).toBe(true);
  });
});

describe('attestations', () => {
  const params = () => ({ personId: wangId });

  it('are stated one by one, signed and dated, and a later one supersedes', async () => {
    await unit(attest, { params: params(), body: { id: 'ethical', holds: true } });
    const { items } = await unit(attest, { params: params(), body: { id: 'ethical', holds: false, note: '有投诉' } });
    expect(items.filter(({ id }) => id === 'ethical')).toMatchObject([
      { holds: false, note: '有投诉', signedBy: '孙人事' },
    ]);
    expect((await wang(readAttestations, { params: params() })).items).toHaveLength(items.length);
    const kept = await server.asPlatform(({ tx }) =>
      tx.selectFrom('unit_attestation').select('id').where('attestation', '=', 'ethical').execute(),
    );
    expect(kept).toHaveLength(2);
  });

  it('of an assessment name year and result', async () => {
    const without = unit(attest, { params: params(), body: { id: 'assessment', holds: true } });
    await expect(without).rejects.toMatchObject({ code: 'INVALID' });
    const body = { id: 'assessment', holds: true, year: 2023, result: 'qualified' } as const;
    const { items } = await unit(attest, { params: params(), body });
    expect(items).toContainEqual(expect.objectContaining({ id: 'assessment', year: 2023, result: 'qualified' }));
  });

  it('are the unit’s, not the person’s', async () => {
    const own = wang(attest, { params: params(), body: { id: 'ethical', holds: true } });
    await expect(own).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('lists', () => {
  it('are read by index, not by going through the table', async () => {
    const plans = await server.asPlatform(async ({ tx }) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      const explain = async (query: string): Promise<string> => {
        const { rows } = await sql.raw<{ 'QUERY PLAN': string }>(`explain ${query}`).execute(tx);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      };
      const none = '01900000-0000-7000-8000-000000000000';
      const answers: string[] = [];
      for (const query of [
        `select * from archive_row where person_id = '${none}' order by id`,
        `select * from archive_row where unit_id = '${none}' and state = 'waiting'`,
        `select * from archive_evidence where row_id = '${none}' and removed_at is null`,
        `select * from unit_member where unit_id = '${none}' and left_on is null`,
        `select * from unit_attestation where person_id = '${none}' and superseded_at is null`,
        `select * from unit_appraisal where application_id = '${none}' order by recorded_at desc limit 1`,
      ]) {
        answers.push(await explain(query));
      }
      return answers;
    });
    for (const plan of plans) expect(plan).not.toContain('Seq Scan');
  });
});

describe('基本信息', () => {
  it('is of the person of the account: another name or ID number is not handed in', async () => {
    const find = async () => {
      const row = (await wang(readArchive, {})).rows.find(({ kind }) => kind === 'basic');
      if (row === undefined) throw new Error('no basic row');
      return row;
    };
    const before = (await find()).fields;
    const version = async () => {
      const row = await find();
      return { params: { rowId: row.id }, body: { version: row.version } };
    };
    await edit(wang, await find(), { name: '李某', idNumber: '440524188001010014' });
    await expect(unit(verifyArchiveRow, await version())).rejects.toMatchObject({
      code: 'ARCHIVE_BASICS_FOREIGN',
      fields: [{ path: 'name' }, { path: 'idNumber' }],
    });
    const items = [{ field: 'name', problem: '不是本人', whatToDo: '请改为本人姓名' }];
    const seen = await version();
    await unit(returnArchiveRow, { ...seen, body: { ...seen.body, items } });
    const handIn = async () => {
      const { id, version: latest } = await find();
      return wang(submitArchiveRows, { body: { rows: [{ id, version: latest }] } });
    };
    const { id } = await find();
    await expect(handIn()).rejects.toMatchObject({
      code: 'ARCHIVE_INCOMPLETE',
      fields: [{ path: `${id}.name` }, { path: `${id}.idNumber` }],
    });
    await edit(wang, await find(), { name: String(before.name), idNumber: String(before.idNumber) });
    await handIn();
    await unit(verifyArchiveRow, await version());
    expect((await find()).state).toBe('verified');
  });
});
