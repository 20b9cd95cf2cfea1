import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inject } from 'vitest';
import type { AnyRoute } from '../http/route.ts';
import { createPerson } from '../modules/account/index.ts';
import { arrangeApplication } from '../modules/application/testing/arrange.ts';
import { ROUTES } from '../modules/index.ts';
import { PERSONAS } from '../testing/personas.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { forgetStatistics, scannedBy, statementsOf } from '../testing/statements.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await arrangeCases(1);
});
afterAll(() => server.close());

const STAGES = ['unit-review', 'unit-publicity', 'office-check', 'authority-review', 'association-review', 'ready'];

/** So many applications of new people, in each of the stages where somebody has a worklist. */
async function arrangeCases(count: number): Promise<void> {
  await server.asPlatform(async (ctx) => {
    for (const stage of STAGES) {
      for (let index = 0; index < count; index += 1) {
        const personId = await createPerson(ctx, { name: `列表${stage}${index}` });
        await arrangeApplication(ctx, { personId, state: { stage, submissions: 1 } });
      }
    }
  });
}

/** Reads of lists: addresses without the id of one thing. */
const LISTS = ROUTES.filter(
  ({ endpoint }: AnyRoute) =>
    endpoint.method === 'GET' && !endpoint.url.includes(':') && endpoint.url.startsWith('/api'),
);

/** Every list as everybody; how many statements each took, by address and login. */
async function readLists(): Promise<{ readonly counts: Record<string, number>; readonly texts: readonly string[] }> {
  const counts: Record<string, number> = {};
  const texts: string[] = [];
  const logins = new Set(PERSONAS.map(({ login }) => login));
  for (const login of logins) {
    const cookie = login === null ? null : await server.cookieOf(login);
    for (const { endpoint } of LISTS) {
      const said = await statementsOf(() => read(endpoint.url, cookie));
      counts[`${endpoint.url} ${login ?? 'nobody'}`] = said.length;
      texts.push(...said);
    }
  }
  return { counts, texts };
}

async function read(url: string, cookie: string | null): Promise<void> {
  const response = await fetch(server.url + url, { headers: cookie === null ? {} : { cookie } });
  await response.arrayBuffer();
}

/**
 * Tables that do not grow with the applicants: a few bodies, what they published, a few meetings, draws and extensions a year;
 * changes of periods and lists for destruction.
 */
const SMALL = new Set([
  'organiser',
  'authority',
  'association',
  'plan',
  'meeting',
  'draw',
  'window_extension',
  'retention_change',
  'destruction_list',
  'destruction_round',
]);

/** All that was said while the lists of 50 cases were read. */
let said: readonly string[] = [];

it('reads a list with as many statements for 50 cases as for one', async () => {
  // The first reading fills what is kept in memory: packs, schemas.
  await readLists();
  const one = await readLists();
  await arrangeCases(49);
  const fifty = await readLists();
  said = fifty.texts;
  expect(fifty.counts).toEqual(one.counts);
}, 400_000);

it('never reads a growing table from end to end', async () => {
  expect(said.length).toBeGreaterThan(1000);
  const client = new pg.Client({ ...inject('postgres'), database: server.database });
  await client.connect();
  const found = new Map<string, string>();
  try {
    await client.query('begin');
    await forgetStatistics(client);
    await client.query('set local enable_seqscan = off; set local role zhiping_jobs');
    for (const text of new Set(said)) {
      if (!/^\s*(?:select|with)\b/i.test(text)) continue;
      for (const table of await scannedBy(client, text)) if (!SMALL.has(table)) found.set(table, text);
    }
  } finally {
    await client.end();
  }
  expect(Object.fromEntries(found)).toEqual({});
}, 300_000);

it('would see a list without an index', async () => {
  const client = new pg.Client({ ...inject('postgres'), database: server.database });
  await client.connect();
  try {
    await client.query('begin; set local enable_seqscan = off');
    expect(await scannedBy(client, `select id from application where route = $1`)).toEqual(['application']);
    expect(await scannedBy(client, `select id from application where id = $1`)).toEqual([]);
  } finally {
    await client.end();
  }
});
