import {
  type Client,
  createArchiveRow,
  downloadArchiveTemplate,
  exportArchive,
  exportArchiveSheets,
  importArchive,
  previewArchiveImport,
  previewSheetImport,
  readArchive,
  readArchiveSchema,
} from '@zhiping/contract';
import { type ArchiveFile, archiveFileSchema } from '@zhiping/core';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook, workbook } from '../../spreadsheet/index.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
let wang: Client;
let liu: Client;
beforeAll(async () => {
  server = await startTestServer();
  wang = await server.loginAs('applicant');
  liu = await server.loginAs('applicant2');
});
afterAll(() => server.close());

const bytes = async (answer: unknown): Promise<Buffer> => Buffer.from(await (answer as Blob).arrayBuffer());
const exported = async (client: Client): Promise<ArchiveFile> =>
  archiveFileSchema.parse(JSON.parse((await bytes(await client(exportArchive, {}))).toString()));
const preview = (client: Client, file: ArchiveFile) => client(previewArchiveImport, { body: file as never });

describe('an archive as one file', () => {
  it('comes out whole and goes in again without a change, by a schema that is public', async () => {
    const file = await exported(wang);
    expect(file.rows.length).toBeGreaterThan(10);
    expect(file.rows.find(({ kind }) => kind === 'basic')?.fields.idNumber).toMatch(/^\d{17}[\dX]$/);
    const { effects, digest, rows } = await preview(wang, file);
    expect(new Set(effects.map(({ effect }) => effect))).toEqual(new Set(['same']));
    expect(await wang(importArchive, { body: { rows, digest } })).toEqual({ created: 0, changed: 0 });
    expect(await server.anyone(readArchiveSchema, {})).toMatchObject({ title: '业绩档案' });
    await expect(server.anyone(exportArchive, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is written as the preview says, once, all or nothing', async () => {
    const paper = { id: randomUUID(), kind: 'paper' as const, fields: { name: '导入的论文', journal: '中国安防' } };
    const wrong = { id: randomUUID(), kind: 'paper' as const, fields: { authorPlace: '第一' } };
    const format = 'zhiping-archive-1' as const;
    const bad = await preview(liu, { format, rows: [paper, wrong] });
    expect(bad.effects.map(({ effect }) => effect)).toEqual(['new', 'refused']);
    await expect(liu(importArchive, { body: { rows: bad.rows, digest: bad.digest } })).rejects.toMatchObject({
      code: 'ARCHIVE_IMPORT',
      fields: [{ path: 'rows.1.fields.authorPlace' }],
    });
    const has = async () => (await liu(readArchive, {})).rows.filter(({ id }) => id === paper.id).length;
    expect(await has()).toBe(0);

    const good = await preview(liu, { format, rows: [paper] });
    const body = { rows: good.rows, digest: good.digest };
    await liu(createArchiveRow, { body: { kind: 'book' } });
    await expect(liu(importArchive, { body })).rejects.toMatchObject({ code: 'STALE' });
    const again = await preview(liu, { format, rows: [paper] });
    const current = { rows: again.rows, digest: again.digest };
    expect(await liu(importArchive, { body: current })).toEqual({ created: 1, changed: 0 });
    expect(await liu(importArchive, { body: current })).toEqual({ created: 0, changed: 0 });
    expect(await has()).toBe(1);

    // Somebody else's id is nobody's to take.
    const theirs = await preview(wang, { format, rows: [paper] });
    await expect(wang(importArchive, { body: { rows: theirs.rows, digest: theirs.digest } })).rejects.toMatchObject({
      code: 'ARCHIVE_IMPORT',
    });
  });

  it('sends a verified row back to the unit when it changes', async () => {
    const file = await exported(wang);
    const verified = (await wang(readArchive, {})).rows.find(
      ({ kind, state }) => kind === 'patent' && state === 'verified',
    );
    const rows = file.rows
      .filter(({ id }) => id === verified?.id)
      .map((row) => ({ ...row, fields: { holder: '改过' } }));
    const looked = await preview(wang, { ...file, rows });
    expect(looked.effects).toMatchObject([{ effect: 'changed', changed: ['专利权人'], verifiedAgain: true }]);
    await wang(importArchive, { body: { rows: looked.rows, digest: looked.digest } });
    const after = (await wang(readArchive, {})).rows.find(({ id }) => id === verified?.id);
    expect(after).toMatchObject({ state: 'waiting', fields: { holder: '改过', number: verified?.fields.number } });
  });
});

describe('an archive as spreadsheets', () => {
  it('comes out with ID numbers as text and goes in again without a change', async () => {
    const content = await bytes(await wang(exportArchiveSheets, {}));
    const sheets = await readWorkbook(content);
    expect(sheets.map(({ name }) => name)).toContain('专利');
    const looked = await wang(previewSheetImport, { body: { content: content.toString('base64') } });
    expect(looked.cells).toEqual([]);
    expect(looked.effects.filter(({ effect }) => effect !== 'same').map(({ changed }) => changed)).toEqual([]);
  });

  it('takes a filled template, naming each cell it cannot read', async () => {
    const [sheet, help] = await readWorkbook(
      await bytes(await liu(downloadArchiveTemplate, { params: { kind: 'assessment' } })),
    );
    expect(help?.name).toBe('填写说明');
    const titles = sheet?.rows[0] ?? [];
    const columns = titles.map((title) => ({ title, width: 20 }));
    const rows = [
      ['', '2021', '优秀', '沈阳某公司', ''],
      ['', '二〇二二', '很好', '沈阳某公司', ''],
    ];
    const content = await buffer(workbook([{ name: '年度考核', columns, rows }]));
    const looked = await liu(previewSheetImport, { body: { content: content.toString('base64') } });
    expect(looked.cells.map(({ cell }) => cell)).toEqual(['B3', 'C3']);
    expect(looked.rows[0]).toMatchObject({ kind: 'assessment', fields: { year: 2021, result: 'excellent' } });
    const body = { rows: looked.rows.slice(0, 1), digest: looked.digest };
    await expect(liu(importArchive, { body })).rejects.toMatchObject({ code: 'STALE' });
  });

  it('refuses what is no workbook and a workbook of something else', async () => {
    const send = (content: Buffer) => liu(previewSheetImport, { body: { content: content.toString('base64') } });
    await expect(send(Buffer.from('not a workbook'))).rejects.toMatchObject({ code: 'FILE_TYPE' });
    const other = await buffer(workbook([{ name: '工资', columns: [{ title: '姓名', width: 9 }], rows: [['王']] }]));
    await expect(send(other)).rejects.toMatchObject({ code: 'ARCHIVE_SHEET' });
  });
});
