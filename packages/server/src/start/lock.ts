import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`数据文件夹 ${folder} 正被另一个职评进程（进程号 ${pid}）使用，本次启动已取消，没有改动任何数据。`);
  }
}

/**
 * Takes the lock of a data folder: a file with the process id and its start, so that a reused id is not mistaken for
 * us. Returns the release. Throws `FolderInUse` where a living process holds it; the lock of a dead one is replaced.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'zhiping.lock');
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}\n`, { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A hard link is made whole or not at all, content included.
        linkSync(mine, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const [pid, start] = readLock(path);
        if (startOf(pid) === start && start !== '') throw new FolderInUse(folder, pid);
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function readLock(path: string): [number, string] {
  try {
    const [pid = '0', start = ''] = readFileSync(path, 'utf8').trim().split(' ');
    return [Number(pid), start];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [0, ''];
    throw error;
  }
}

/** Start of a process in clock ticks since boot; empty where there is no such process. */
export function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold spaces: count from behind it. Field 22 is the start.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
