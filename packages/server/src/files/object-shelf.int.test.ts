import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownDataFolder } from '../testing/data-folder.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { openFile, saveFile } from './index.ts';
import { removeOrphans } from './orphans.ts';
import { readFileContent, removeFile, storeUpload } from './store.ts';
import { samplePdf } from './testing/sample-pdf.ts';

/** What we use of s3rver, which has no types. */
interface S3Server {
  run: () => Promise<{ readonly port: number }>;
  close: () => Promise<void>;
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

const BUCKET = 'zhiping-files';
const folder = mkdtempSync(join(tmpdir(), 'zhiping-s3-'));
const { dataFolder, remove } = ownDataFolder();
const store = new S3rver({ port: 0, silent: true, directory: folder, configureBuckets: [{ name: BUCKET }] });
let server: TestServer;
beforeAll(async () => {
  const { port } = await store.run();
  const objectStore = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: BUCKET,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  };
  server = await startTestServer({ settings: { objectStore, dataFolder } });
});
afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  remove();
});

const objects = (): string[] => readdirSync(join(folder, BUCKET)).filter((name) => name.endsWith('_object'));
const upload = (content: Buffer) => storeUpload(server.installation, Readable.from([content]), '合同.pdf', 20_000_000);

describe('files in a bucket', () => {
  it('are sealed, come back as they were, and leave this machine', async () => {
    const pdf = Buffer.from(samplePdf({ filling: 400_000 }));
    const kept = await upload(pdf);
    expect(objects()).toHaveLength(1);
    expect(readFileSync(join(folder, BUCKET, objects()[0] ?? '')).includes('%PDF')).toBe(false);
    const local = readdirSync(join(server.installation.settings.dataFolder, 'files'), { recursive: true }).map(String);
    expect(local.filter((name) => name.includes(kept.id))).toEqual([]);
    const back = await buffer(readFileContent(server.installation, kept.id, kept.key));
    expect(back.equals(pdf)).toBe(true);
    expect(await server.installation.shelf.has(kept.id)).toBe(true);
    await removeFile(server.installation, kept.id);
    expect(objects()).toEqual([]);
    expect(await server.installation.shelf.has(kept.id)).toBe(false);
    // Destroying is done again where it was cut short: what is gone is none to remove.
    await removeFile(server.installation, kept.id);
    await expect(buffer(readFileContent(server.installation, kept.id, kept.key))).rejects.toThrow();
  });

  it('leave nothing there when they are refused', async () => {
    await expect(upload(Buffer.from('<html>'))).rejects.toMatchObject({ code: 'FILE_TYPE' });
    expect(objects()).toEqual([]);
  });

  it('that no row knows are removed, those of rows stay', async () => {
    await upload(Buffer.from(samplePdf()));
    const known = await server.asPlatform((ctx) =>
      saveFile(ctx, { content: samplePdf(), name: 'a.pdf', mediaType: 'application/pdf' }),
    );
    expect(await removeOrphans(server.installation, -60_000)).toBe(1);
    expect(objects()).toHaveLength(1);
    const file = await server.asPlatform(async (ctx) => buffer((await openFile(ctx, known.id)).content));
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
