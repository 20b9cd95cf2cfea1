// `npm run shots [-- FILE] [--url=…] [--only=…]`: every page at two widths and every document's pages as one HTML file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { LAUNCH_FLAGS, prepareChromium } from '../e2e/support/chromium.ts';
import { startServer } from '../e2e/support/server.ts';
import { shootDocuments } from './shots/documents.ts';
import { shootAppPages, shootPublicPages } from './shots/pages.ts';
import { contactSheet } from './shots/sheet.ts';

const { values, positionals } = parseArgs({
  options: { url: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
const target = resolve(positionals[0] ?? join(tmpdir(), 'zhiping-shots.html'));
const wanted = new RegExp(values.only ?? '');

const chromiumHere = await prepareChromium();
const browser = await chromium.launch({
  executablePath: chromiumHere.executablePath,
  args: [...LAUNCH_FLAGS],
  env: { ...(process.env as Record<string, string>), ...chromiumHere.env },
});
const running = values.url === undefined ? await startServer() : null;
const url = values.url ?? running?.url ?? '';
try {
  const say = (line: string): void => console.log(line);
  const open = await shootPublicPages(browser, url, wanted, say);
  const app = await shootAppPages(browser, url, wanted, say);
  const documents = await shootDocuments(browser, wanted, say);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, contactSheet({ open, app, documents }));
  const missed = [...open.missed, ...app.missed];
  if (missed.length > 0) console.log(`没有找到入口的页面：${missed.join('、')}`);
  console.log(`写好了：${target}`);
} finally {
  await browser.close();
  await running?.stop();
}
