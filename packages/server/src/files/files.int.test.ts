import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoint, id, readUpload, sendChunk, startUpload } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { ROUTES } from '../modules/index.ts';
import { ownDataFolder } from '../testing/data-folder.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { openFile } from './index.ts';
import { samplePdf } from './testing/sample-pdf.ts';

/** A door of the test's own: any signed-in person keeps a file and reads it back. */
const put = endpoint({
  method: 'POST',
  url: '/api/test-files',
  action: 'account.change-password',
  summary: '',
  transport: 'upload',
  body: z.object({ note: z.string().max(5) }),
  answer: z.object({ id, name: z.string(), mediaType: z.string(), bytes: z.number(), note: z.string() }),
});
const get = endpoint({
  method: 'GET',
  url: '/api/test-files/:id',
  action: 'clock.read',
  summary: '',
  params: z.object({ id }),
  transport: 'download',
});
const putLarge = { ...put, url: '/api/test-large-files' } as const;
const LIMIT = 300_000;
const routes = [
  ...ROUTES,
  defineRoute(put, {
    target: 'own',
    noEvent: 'a test',
    maxFileBytes: LIMIT,
    handle: async (_ctx, { body, http: { file } }) => {
      if (!file) throw new Error('no file');
      return { ...file, note: body.note };
    },
  }),
  defineRoute(putLarge, {
    target: 'own',
    noEvent: 'a test',
    handle: async (_ctx, { body, http: { file } }) => {
      if (!file) throw new Error('no file');
      return { ...file, note: body.note };
    },
  }),
  defineRoute(get, {
    target: 'none',
    handle: async (ctx, { params }) => ({ fileName: '证明.pdf', ...(await openFile(ctx, params.id)) }),
  }),
];
const { dataFolder, remove } = ownDataFolder();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ routes, settings: { dataFolder } });
});
afterAll(async () => {
  await server.close();
  remove();
});

const pdf = (filling: number): Blob => new Blob([Uint8Array.from(samplePdf({ filling }))]);
const stored = (): string[] =>
  readdirSync(join(dataFolder, 'files'), { recursive: true })
    .map(String)
    .filter((name) => name.length > 36);
const send = async (file: Blob, fileName = '合同.PDF', note = 'ok') => {
  const unit = await server.loginAs('unit');
  return unit(put, { body: { note } }, { file, fileName });
};

describe('uploads', () => {
  it('stores encrypted and answers the same bytes, by what the file is and not what it is called', async () => {
    const kept = await send(pdf(200_000), '../../etc/合同<1>.exe');
    expect(kept).toMatchObject({
      name: '合同1.pdf',
      mediaType: 'application/pdf',
      bytes: pdf(200_000).size,
      note: 'ok',
    });
    const path = join(dataFolder, 'files', kept.id.slice(0, 2), kept.id);
    expect(readFileSync(path).includes('%PDF')).toBe(false);
    const response = await fetch(`${server.url}/api/test-files/${kept.id}`);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('证明.pdf')}`,
    );
    expect((await response.arrayBuffer()).byteLength).toBe(pdf(200_000).size);
  });

  it.each([
    ['too large', pdf(LIMIT), 'FILE_TOO_LARGE'],
    ['a page', new Blob(['<html><script>alert(1)</script>']), 'FILE_TYPE'],
    ['empty', new Blob([]), 'FILE_EMPTY'],
    ['locked', new Blob([Uint8Array.from(samplePdf({ password: true }))]), 'FILE_LOCKED'],
    ['cut off', new Blob(['%PDF-1.7\n', 'x'.repeat(9000)]), 'FILE_BROKEN'],
  ])('refuses a file that is %s and keeps nothing', async (_name, file, code) => {
    const before = stored().length;
    await expect(send(file)).rejects.toMatchObject({ code });
    expect(stored().length).toBe(before);
  });

  it('keeps nothing when the fields are wrong or the caller may not', async () => {
    const before = stored().length;
    await expect(send(pdf(10), 'a.pdf', 'much too long')).rejects.toMatchObject({ code: 'INVALID' });
    await expect(server.anyone(put, { body: { note: '' } }, { file: pdf(10) })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(stored().length).toBe(before);
  });
});

describe('a file sent piece by piece', () => {
  const bytes = Buffer.from(samplePdf({ filling: 700_000 }));
  const begin = async (content: Buffer = bytes) => {
    const unit = await server.loginAs('unit');
    const { id: uploadId, chunkBytes } = await unit(startUpload, { body: { name: '合同.pdf', bytes: content.length } });
    const send = (offset: number, piece = content.subarray(offset, offset + chunkBytes)) =>
      unit(sendChunk, { params: { id: uploadId, offset } }, { file: new Blob([Uint8Array.from(piece)]) });
    return { unit, uploadId, chunkBytes, send };
  };
  const folder = (uploadId: string): string => join(dataFolder, 'uploads', uploadId);

  it('goes on after a lost connection and is taken by any upload as if it had come at once', async () => {
    const { unit, uploadId, chunkBytes, send } = await begin();
    await send(0);
    expect(await send(0)).toMatchObject({ received: chunkBytes });
    await expect(unit(put, { body: { note: 'ok' } }, { uploadId })).rejects.toMatchObject({
      code: 'UPLOAD_INCOMPLETE',
    });
    await expect(send(chunkBytes + 7)).rejects.toMatchObject({ code: 'UPLOAD_OFFSET' });
    const { received } = await unit(readUpload, { params: { id: uploadId } });
    await send(received);
    for (const name of readdirSync(folder(uploadId)))
      expect(readFileSync(join(folder(uploadId), name)).includes('%PDF')).toBe(false);
    const wide = await unit(putLarge, { body: { note: 'ok' } }, { uploadId });
    expect(wide).toMatchObject({ name: '合同.pdf', mediaType: 'application/pdf', bytes: bytes.length });
    await expect(unit(readUpload, { params: { id: uploadId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(readdirSync(join(dataFolder, 'uploads'))).not.toContain(uploadId);
  });

  it('is judged by the same rules: type, size of the receiving operation, whole', async () => {
    const page = await begin(Buffer.from('<html>'.repeat(50)));
    await page.send(0);
    await expect(page.unit(put, { body: { note: '' } }, { uploadId: page.uploadId })).rejects.toMatchObject({
      code: 'FILE_TYPE',
    });
    const large = await begin();
    await large.send(0);
    await large.send(large.chunkBytes);
    await expect(large.unit(put, { body: { note: '' } }, { uploadId: large.uploadId })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    await expect(large.unit(startUpload, { body: { name: 'a', bytes: 30_000_000 } })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
  });

  it('is its sender’s alone', async () => {
    const { uploadId, send } = await begin();
    await send(0);
    const other = await server.loginAs('unit2');
    await expect(other(readUpload, { params: { id: uploadId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other(put, { body: { note: '' } }, { uploadId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      other(sendChunk, { params: { id: uploadId, offset: 0 } }, { file: new Blob(['x']) }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
