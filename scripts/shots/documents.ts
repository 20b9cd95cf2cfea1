import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { documentsCommand } from '../../packages/cli/src/commands/documents.ts';

/** A document and its pages as JPEG. */
export interface DocumentShot {
  readonly name: string;
  readonly pages: readonly Buffer[];
}

const require = createRequire(join(import.meta.dirname, '..', '..', 'packages', 'server', 'package.json'));
const PDFJS = join(dirname(require.resolve('pdfjs-dist/package.json')), 'build');
const HERE = 'http://documents.local';

/** Draws the pages of every sample with a program that is not the one that made them. */
export async function shootDocuments(
  browser: Browser,
  wanted: RegExp,
  say: (line: string) => void,
): Promise<readonly DocumentShot[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiping-documents-'));
  const page = await browser.newPage({ viewport: { width: 900, height: 1300 } });
  try {
    if ((await documentsCommand(['samples', folder])) !== 0) throw new Error('the samples could not be printed');
    await page.route(`${HERE}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      if (path === '') return route.fulfill({ contentType: 'text/html', body: PAGE });
      if (path.endsWith('.mjs')) {
        return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(PDFJS, path)) });
      }
      return route.fulfill({
        contentType: 'application/pdf',
        body: readFileSync(join(folder, decodeURIComponent(path))),
      });
    });
    await page.goto(`${HERE}/`);
    const shots: DocumentShot[] = [];
    for (const file of readdirSync(folder).sort()) {
      if (!wanted.test(file)) continue;
      say(file);
      shots.push({ name: file.replace(/\.pdf$/, ''), pages: await drawn(page, file) });
    }
    return shots;
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drawn(page: Awaited<ReturnType<Browser['newPage']>>, file: string): Promise<readonly Buffer[]> {
  const urls = await page.evaluate(`draw(${JSON.stringify(encodeURIComponent(file))})`);
  if (!Array.isArray(urls)) throw new Error(`${file} could not be drawn`);
  return urls.map((url) => Buffer.from(String(url).split(',')[1] ?? '', 'base64'));
}

/** A page of ours with pdf.js, which answers each page as a data URL. */
const PAGE = `<!doctype html><meta charset="utf-8"><script type="module">
import * as pdfjs from '/pdf.mjs';
pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
globalThis.draw = async (name) => {
  const file = await pdfjs.getDocument({ url: '/' + name }).promise;
  const pages = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const viewport = page.getViewport({ scale: 1.3 });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvas, viewport }).promise;
    pages.push(canvas.toDataURL('image/jpeg', 0.7));
  }
  await file.loadingTask.destroy();
  return pages;
};
</script>`;
