import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { secretText } from '../security/random.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';

/** A running embedded PostgreSQL. `url(database, user)` connects through its socket with its password. */
export interface EmbeddedPostgres {
  readonly connection: { readonly host: string; readonly user: string; readonly password: string };
  readonly stop: () => Promise<void>;
  /** Process id of the server at this moment. */
  readonly pid: () => number;
}
export interface PostgresOptions {
  readonly folder: string;
  /** Tests only: give up safety against power loss for speed. */
  readonly throwaway?: boolean;
}
export class PostgresFailed extends Error {}

interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}
const SUPERUSER = 'postgres';
const READY_WITHIN_MS = 60_000;
const RESTARTS = 50;
const RESTART_AFTER_MS = 200;

/**
 * Starts PostgreSQL 18 on `folder` (made on first use) and answers when it takes connections. As root it runs as an
 * unprivileged user, as PostgreSQL demands. It listens on a Unix socket in a private folder only.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const runner = chooseRunner();
  mkdirSync(options.folder, { recursive: true, mode: 0o711 });
  if (runner.uid !== undefined) openForOthers(options.folder);
  const binaries = preparePostgresBinaries(options.folder);
  const data = join(options.folder, 'postgres');
  const password = passwordOf(options.folder);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, password, runner, options);
  const sockets = makeSocketFolder(options.folder, runner);
  const connection = { host: sockets, user: SUPERUSER, password };
  const start = async (): Promise<ChildProcess> => {
    await stopOrphan(data);
    const server = launch(binaries, data, sockets, runner, options);
    await untilReady(server, connection, join(options.folder, 'postgres.log')).catch((error: unknown) => {
      server.kill('SIGKILL');
      throw error;
    });
    return server;
  };
  return supervise(await start(), start, connection, sockets);
}

/** Starts the server again when it ends without being told to: killed, or out of memory. */
function supervise(
  first: ChildProcess,
  start: () => Promise<ChildProcess>,
  connection: EmbeddedPostgres['connection'],
  sockets: string,
): EmbeddedPostgres {
  let server = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const watch = (): void => {
    server.once('exit', () => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    for (let attempt = 1; attempt <= RESTARTS && !stopping; attempt += 1) {
      try {
        server = await start();
        watch();
        return;
      } catch (error) {
        // Until the last of its old processes is gone the new server refuses to start.
        if (attempt === RESTARTS) process.emitWarning(error instanceof Error ? error : String(error));
        await sleep(RESTART_AFTER_MS);
      }
    }
  };
  watch();
  return {
    connection,
    pid: () => server.pid ?? 0,
    stop: async () => {
      stopping = true;
      await restarting;
      if (server.exitCode === null && server.signalCode === null) {
        const gone = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGINT');
        await gone;
      }
      rmSync(sockets, { recursive: true, force: true });
    },
  };
}

/** Root may not run PostgreSQL: take the account `postgres` where the system has one, else `nobody`. */
function chooseRunner(): Runner {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find(([account]) => account === name);
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new PostgresFailed('以 root 运行时需要一个普通账户（postgres 或 nobody）来运行数据库，系统里没有找到。');
}

/** Lets the database's user pass through our own folder, and says so where a folder above bars the way. */
function openForOthers(folder: string): void {
  chmodSync(folder, 0o711);
  for (let path = dirname(folder); path !== dirname(path); path = dirname(path)) {
    const { status } = spawnSync('test', ['-x', path], { ...chooseRunner() });
    if (status !== 0) {
      throw new PostgresFailed(
        `数据文件夹 ${folder} 在私有文件夹 ${path} 里，数据库的账户进不去。请用 ZHIPING_DATA 指定别的文件夹，例如 /var/lib/zhiping。`,
      );
    }
  }
}

function passwordOf(folder: string): string {
  const keys = join(folder, 'keys');
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const path = join(keys, 'postgres-password');
  if (!existsSync(path)) writeFileSync(path, secretText(), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

function initialise(binaries: string, data: string, password: string, runner: Runner, options: PostgresOptions): void {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(unfinished, runner.uid, runner.gid);
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(passwordFile, runner.uid, runner.gid);
  const args = ['--pgdata', unfinished, '--username', SUPERUSER, '--auth', 'scram-sha-256', '--pwfile', passwordFile];
  // With --locale=C the trigram index silently finds nothing in Chinese.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  const { status, stdout, stderr, error } = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [...args, ...locale, ...(options.throwaway ? ['--no-sync'] : [])],
    { ...runner, cwd: unfinished, encoding: 'utf8', env: { TZ: 'UTC' } },
  );
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new PostgresFailed(`数据库初始化失败：\n${error?.message ?? ''}${stdout}\n${stderr}`);
  renameSync(unfinished, data);
}

/** A server that outlived a killed parent still holds the data: stop it in good order before starting anew. */
async function stopOrphan(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!servesFolder(pid, data)) return;
  process.kill(pid, 'SIGINT');
  while (servesFolder(pid, data)) await sleep(20);
}

function servesFolder(pid: number, data: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    return false;
  }
}

/** The path of a Unix socket may have 107 bytes, less than many data folders have. */
function makeSocketFolder(folder: string, runner: Runner): string {
  const near = join(folder, 'run');
  const sockets = near.length <= 80 ? near : mkdtempSync(join(tmpdir(), 'zhiping-'));
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(sockets, runner.uid, runner.gid);
  return sockets;
}

/** An eighth of the memory this process may have, within limits: what 100,000 applicants look up stays in memory. */
function bufferMegabytes(): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.min(1024, Math.max(128, Math.floor(memory / 8 / 2 ** 20)));
}

function launch(
  binaries: string,
  data: string,
  sockets: string,
  runner: Runner,
  options: PostgresOptions,
): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: `${options.throwaway ? 32 : bufferMegabytes()}MB`,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and their values may be personal: they never reach the log.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...(options.throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const log = openSync(join(options.folder, 'postgres.log'), 'a', 0o600);
  const server = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own process group: Ctrl-C in the terminal must reach us first, so that requests end before the database.
    { ...runner, cwd: data, stdio: ['ignore', log, log], detached: true, env: { TZ: 'UTC' } },
  );
  closeSync(log);
  return server;
}

async function untilReady(
  server: ChildProcess,
  connection: EmbeddedPostgres['connection'],
  log: string,
): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new PostgresFailed(`数据库没有启动（退出码 ${code}），详见 ${log}。`)));
  });
  failed.catch(() => undefined);
  let last: unknown;
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 20) {
    const client = new pg.Client({ ...connection, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await Promise.race([client.connect(), failed]);
      await client.end();
      return;
    } catch (error) {
      if (error instanceof PostgresFailed) throw error;
      last = error;
      await sleep(20);
    }
  }
  throw new PostgresFailed(`数据库在 ${READY_WITHIN_MS / 1000} 秒内没有就绪，详见 ${log}。`, { cause: last });
}
