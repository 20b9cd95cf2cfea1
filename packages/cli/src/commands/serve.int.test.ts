import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError, createClient, getMe, login } from '@zhiping/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
let data: string;
let running: Started[];

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function zhiping(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const port = env['PORT'] ?? '0';
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ZHIPING_DATA: data, PORT: port, TZ: 'Asia/Kathmandu', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const started = { child, url: `http://127.0.0.1:${port}`, said: () => said, ended };
  running.push(started);
  return started;
}

function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(String(typeof address === 'object' && address ? address.port : 0)));
    });
  });
}

async function serve(env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const started = zhiping(['serve'], { PORT: await freePort(), ...env });
  for (let tries = 0; tries < 1800; tries += 1) {
    if (started.child.exitCode !== null) throw new Error(started.said());
    const answer = await fetch(`${started.url}/api/health`).catch(() => null);
    if (answer?.ok) return started;
    await pause(100);
  }
  throw new Error(`not ready: ${started.said()}`);
}

/** Asks again, as the pages do, while a server that has only just started turns reads away. */
const patient: typeof fetch = async (...args) => {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(...args);
    if (response.status !== 503 || tries === 20) return response;
    await pause(500);
  }
};

async function signIn({ url }: Started): Promise<string> {
  const response = await fetch(url + login.url, {
    method: 'POST',
    headers: { 'x-zhiping': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'unit', password: 'zhiping-2024' }),
  });
  expect(response.status).toBe(200);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const folders: string[] = [];

/** As long as many home folders are: the socket must not be put below it. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhiping-start-with-a-rather-long-name-as-home-folders-have-them-'));
  folders.push(folder);
  return folder;
}

beforeAll(() => {
  data = emptyFolder();
});
beforeEach(() => {
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    await ended;
  }
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** In this order on one data folder: it is filled once, and lives through what an operator's machine does to it. */
describe('zhiping serve', { timeout: 500_000 }, () => {
  it('starts on an empty folder, prints the logins, keeps its log clean, refuses a second start, stops in good order', async () => {
    const first = await serve({ LOG_LEVEL: 'trace' });
    expect(first.said()).toContain('评委会办公室');
    const page = await patient(first.url);
    expect(await page.text()).toContain('<html lang="zh-CN"');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const second = zhiping(['serve'], { PORT: await freePort() });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('正被另一个职评进程');
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
    const cookie = await signIn(first);
    await fetch(`${first.url}/api/session`, {
      method: 'POST',
      headers: { 'x-zhiping': '1', 'content-type': 'application/json' },
      body: '{"username":"unit","password":"zzz-secret"}',
    });
    expect(first.said()).not.toMatch(/zzz-secret|zhiping_session=/);
    expect(readFileSync(join(data, 'postgres.log'), 'utf8')).not.toContain('zzz-secret');

    first.child.kill('SIGINT');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const again = await serve();
    const call = createClient({ base: again.url, fetch: patient, headers: () => ({ cookie }) });
    expect(await call(getMe, {})).toMatchObject({ username: 'unit' });
  });

  it('keeps what was acknowledged when it is killed, and starts again over the orphaned database', async () => {
    const first = await serve();
    const cookie = await signIn(first);
    first.child.kill('SIGKILL');
    await first.ended;
    const again = await serve();
    const call = createClient({ base: again.url, fetch: patient, headers: () => ({ cookie }) });
    expect(await call(getMe, {})).toMatchObject({ name: '孙人事' });
    const check = zhiping(['check']);
    expect([await check.ended, check.said()]).toEqual([0, '数据检查：没有问题。\n']);
    const verify = zhiping(['record', 'verify']);
    expect(await verify.ended).toBe(0);
    expect(verify.said()).toContain('问题 0 个');
  });

  it('is ready again within seconds after its database was killed, with everything acknowledged', async () => {
    const server = await serve();
    const cookie = await signIn(server);
    const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const call = createClient({ base: server.url, fetch: patient, headers: () => ({ cookie }) });
    const codes = new Set<string>();
    for (let tries = 0; tries < 900; tries += 1) {
      const answer = await call(getMe, {}).catch((error: unknown) =>
        error instanceof AppError ? error.code : 'OTHER',
      );
      if (typeof answer === 'object') {
        expect(answer.username).toBe('unit');
        expect([...codes].filter((code) => code !== 'BUSY')).toEqual([]);
        return;
      }
      codes.add(answer);
      await pause(100);
    }
    throw new Error(`not ready again: ${[...codes].join(' ')} ${server.said()}`);
  });

  it('says in one sentence what the operator can mend', async () => {
    const port = zhiping(['serve'], { PORT: 'eighty' });
    expect(await port.ended).toBe(1);
    expect(port.said()).toContain('PORT 应是');
    const log = zhiping(['serve'], { ZHIPING_MODE: 'demo' });
    expect(await log.ended).toBe(1);
    expect(log.said()).toContain('ZHIPING_MODE');
    const words = zhiping(['serve', '--port', '80']);
    expect(await words.ended).toBe(2);
    expect(words.said()).toContain('PORT=8080');
    const unknown = zhiping(['no-such']);
    expect(await unknown.ended).toBe(2);
    expect(unknown.said()).toContain('用法');
  });

  it('creates nothing in production but what the operator asks for', async () => {
    data = emptyFolder();
    const server = await serve({ ZHIPING_MODE: 'production' });
    expect(server.said()).toContain('zhiping administrator');
    expect((await patient(`${server.url}/api/demonstration/logins`)).status).toBe(404);
    const three = ['--system', 'root:管理', '--security', 'guard:安全', '--audit', 'audit:审计'];
    const words = ['--organiser', '某厅', '--office', '某评委会办公室', ...three];
    const first = zhiping(['administrator', ...words], { ZHIPING_MODE: 'production' });
    expect(await first.ended).toBe(0);
    const password = /系统管理员 root：(\S+)/.exec(first.said())?.[1] ?? '';
    const call = createClient({ base: server.url, fetch: patient });
    expect(await call(login, { body: { username: 'root', password } })).toMatchObject({ name: '管理' });
    const second = zhiping(['administrator', ...words], { ZHIPING_MODE: 'production' });
    expect([await second.ended, second.said()]).toEqual([1, '这里已有账户，没有改动。\n']);
  });
});
