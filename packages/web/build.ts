// Builds the web into packages/web/dist when its inputs changed. The server spawns this file at start-up
// (`node packages/web/build.ts`) or calls `buildWeb`; a second call with the same inputs costs some milliseconds.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const root = join(here, '..', '..');
const stamp = join(here, 'dist', '.inputs');

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = join(path, entry.name);
    if (entry.isDirectory()) yield* files(full);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield full;
  }
}

/**
 * SHA-256 over every file the bundle can contain, over how its packages are bundled, and over the lock file, so that a
 * changed library rebuilds.
 */
export function inputHash(): string {
  const hash = createHash('sha256');
  const inputs = [
    ...['index.html', 'app.html', 'vite.config.ts', 'build.ts'].map((name) => join(here, name)),
    join(root, 'package-lock.json'),
    ...['web', 'contract', 'core', 'standard'].map((name) => join(root, 'packages', name, 'package.json')),
    ...['web/src', 'web/public', 'contract/src', 'core/src', 'standard/src'].flatMap((folder) => [
      ...files(join(root, 'packages', folder)),
    ]),
  ];
  for (const path of inputs) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** Leaves a text file also packed, as the server sends it. */
function pack(path: string): void {
  const text = readFileSync(path);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: quality }));
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
}

/**
 * Builds if needed. Answers the folder to serve and whether it was built now. Throws what the bundler throws. It builds
 * aside and puts the whole in place at the end: two that start at once, or one that is killed, leave no half of it.
 */
export async function buildWeb(): Promise<{ dist: string; built: boolean }> {
  const dist = join(here, 'dist');
  const wanted = inputHash();
  const isThere = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isThere()) return { dist, built: false };
  const aside = join(here, '.cache');
  mkdirSync(aside, { recursive: true });
  const fresh = mkdtempSync(join(aside, 'fresh-'));
  const gone = mkdtempSync(join(aside, 'gone-'));
  try {
    const { build } = await import('vite');
    const options = { outDir: fresh, emptyOutDir: true };
    await build({ root: here, configFile: join(here, 'vite.config.ts'), logLevel: 'warn', build: options });
    for (const path of files(fresh)) if (/\.(css|html|js|svg)$/.test(path)) pack(path);
    writeFileSync(join(fresh, '.inputs'), wanted);
    // A temporary folder is its maker's alone; a service under another account must read the pages too.
    chmodSync(fresh, 0o755);
    if (existsSync(dist)) renameSync(dist, join(gone, 'dist'));
    renameSync(fresh, dist);
  } catch (error) {
    // Another one built the same and was first.
    if (!isThere()) throw error;
  } finally {
    for (const path of [fresh, gone]) rmSync(path, { recursive: true, force: true });
  }
  return { dist, built: true };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildWeb();
