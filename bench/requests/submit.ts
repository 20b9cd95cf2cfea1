// Submitting an application, against a bare program of node:http and pg that sends PostgreSQL the very same statements with the
// same BEGIN and COMMIT, on a copy of the same database. What is left between the two is ours (aim: at least 0.5).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApplicationContent, EMPTY_CONTENT } from '@zhiping/contract';
import { hashToken } from '@zhiping/server/http/session-cookie';
import { createPerson } from '@zhiping/server/modules/account/index';
import { arrangeApplication } from '@zhiping/server/modules/application/testing/arrange';
import { startPostgres } from '@zhiping/server/start/postgres';
import { listenToStatements } from '@zhiping/server/testing/statements';
import pg from 'pg';
import { type Bench, DATABASE, POOL, quantile, startBench } from './platform.ts';

const COUNT = Number(process.env['BENCH_SUBMISSIONS'] ?? 400);
const WARM = 40;
const AT_ONCE = 8;
/** The online window of LN-2024 is open. */
const DAY = '2024-07-10T02:00:00.000Z';
/** A technician needs no achievements: everything else an application must have is here. */
const CONTENT: ApplicationContent = {
  ...EMPTY_CONTENT,
  direction: '安防技术服务',
  pledged: true,
  declassified: true,
  ownPart: true,
};

/** A report of some 300 characters that is nobody else's. */
function selfReport(index: number): string {
  const words = Array.from({ length: 100 }, (_, at) =>
    String.fromCodePoint(0x4e00 + (((index + 1) * 7919 + at * 104_729) % 20_000)),
  );
  return `任职以来的工作。${words.map((word, at) => `${word}第${at % 9}`).join('')}`;
}

interface Case {
  readonly id: string;
  readonly cookie: string;
  readonly version: number;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

async function arrange(bench: Bench): Promise<readonly Case[]> {
  const cases: Case[] = [];
  await bench.moveClockTo(DAY);
  for (let index = 0; index < COUNT + WARM; index += 1) {
    const { id, personId } = await bench.asPlatform(async (ctx) => {
      const person = await createPerson(ctx, {
        name: `样本${index}`,
        account: { username: `bench${index}`, passwordHash: '-' },
      });
      const arranged = await arrangeApplication(ctx, {
        personId: person,
        subject: { specialty: 'security', level: 'technician', route: 'normal' },
        state: { stage: 'online-submission', submissions: 0 },
        content: { ...CONTENT, selfReport: selfReport(index) },
      });
      return { id: arranged, personId: person };
    });
    cases.push({ id, cookie: await bench.signIn(personId), version: 0 });
  }
  return cases;
}

/** Runs `request` for every case, so many at once; answers the milliseconds of each and of all. */
async function load(cases: readonly Case[], request: (one: Case, index: number) => Promise<void>) {
  const each: number[] = [];
  let next = 0;
  const start = performance.now();
  const worker = async (): Promise<void> => {
    for (let index = next; index < cases.length; index = next) {
      next += 1;
      const one = cases[index];
      if (!one) return;
      const before = performance.now();
      await request(one, index);
      each.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { each, all: performance.now() - start };
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return text;
}

const submitTo =
  (url: string) =>
  async ({ id, cookie, version }: Case): Promise<void> => {
    const headers = { cookie, 'x-zhiping': '1', 'content-type': 'application/json' };
    await post(`${url}/api/applications/${id}/submit`, headers, JSON.stringify({ version }));
  };

/** Keeps what each request says to PostgreSQL, by the session in its first statement. */
function recordTransactions(): { readonly of: (cookie: string) => readonly Statement[]; readonly stop: () => void } {
  const bySession = new Map<string, Statement[]>();
  const open = new WeakMap<object, Statement[]>();
  const stop = listenToStatements(({ on, text, values }) => {
    const session = /begin_request\('([0-9a-f]{64})'/.exec(text)?.[1];
    if (session !== undefined) {
      const statements: Statement[] = [];
      bySession.set(session, statements);
      open.set(on, statements);
    }
    open.get(on)?.push({ text, values: [...values] });
    if (text === 'commit') open.delete(on);
  });
  return { of: (cookie) => bySession.get(hashOf(cookie)) ?? [], stop };
}

const hashOf = (cookie: string): string => hashToken(cookie.slice(cookie.indexOf('=') + 1));

const folder = mkdtempSync(join(tmpdir(), 'zhiping-bench-'));
const copy = `${folder}-copy`;
try {
  const first = await startBench({ folder });
  const cases = await arrange(first);
  await first.stop();
  // PostgreSQL wants its files to keep their owner.
  const copied = spawnSync('cp', ['-a', folder, copy]);
  if (copied.status !== 0) throw new Error(copied.stderr.toString());

  const second = await startBench({ folder });
  const recorder = recordTransactions();
  const submit = submitTo(second.url);
  await load(cases.slice(0, WARM), submit);
  const ours = await load(cases.slice(WARM), submit);
  recorder.stop();
  await second.stop();
  const transactions = cases.map(({ cookie }) => recorder.of(cookie));

  const postgres = await startPostgres({ folder: copy });
  const pool = new pg.Pool({ ...postgres.connection, database: DATABASE, max: POOL });
  pool.on('error', (error) => console.error(error.message));
  const server = createHttpServer((request, response) => {
    const statements = transactions[Number(request.url?.slice(1))] ?? [];
    void pool.connect().then(async (client) => {
      for (const { text, values } of statements) await client.query(text, [...values]);
      client.release();
      response.end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bare = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const replay = (offset: number) => (_: Case, index: number) =>
    post(`${bare}/${index + offset}`, {}, '').then(() => {});
  await load(cases.slice(0, WARM), replay(0));
  const theirs = await load(cases.slice(WARM), replay(WARM));
  server.close();
  await pool.end();
  await postgres.stop();

  const perSecond = (all: number): number => (COUNT / all) * 1000;
  console.log(`提交 ${COUNT} 份，每份 ${transactions.at(-1)?.length ?? 0} 条语句，同时 ${AT_ONCE} 份`);
  console.log('| 程序 | 每秒 | p95 毫秒 |\n| --- | --- | --- |');
  for (const [name, { each, all }] of [
    ['职评', ours],
    ['只发同样语句的程序', theirs],
  ] as const) {
    console.log(`| ${name} | ${perSecond(all).toFixed(0)} | ${quantile(each, 0.95).toFixed(1)} |`);
  }
  console.log(`比值 ${(theirs.all / ours.all).toFixed(2)}（应不低于 0.5）`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(copy, { recursive: true, force: true });
}
