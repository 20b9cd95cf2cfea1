import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

export interface RunningServer {
  /** e.g. `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly data: string;
  /** What the command has printed so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** A port nobody listens on at this moment. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/**
 * Starts the platform as a newcomer does, through the command, with a fresh embedded PostgreSQL in a folder of its
 * own. Resolves when `/api/health` answers; throws with what the command printed if it ends or takes two minutes.
 */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'zhiping-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _service, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/zhiping.mjs'), 'serve'], {
    cwd: root,
    env: {
      ...inherited,
      TZ: 'UTC',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      ZHIPING_DATA: data,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const stop = () => end(child, data);
  for (let tries = 0; tries < 1200; tries += 1) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`服务没有启动（退出码 ${child.exitCode}）：\n${printed}`);
    }
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return { url, data, output: () => printed, stop };
    await pause(250);
  }
  await stop();
  throw new Error(`服务五分钟内没有就绪：\n${printed}`);
}

/** Asks the command to end, so that it stops its own database; after a minute insists. */
async function end(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.race([ended, pause(60_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
  }
  rmSync(data, { recursive: true, force: true });
}
