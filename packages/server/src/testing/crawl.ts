import type { Method } from '@zhiping/contract';
import { type Actor, decide, type HeldRelation, PERMISSION_TABLE, relationsTo, type TargetFacts } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { AnyRoute } from '../http/route.ts';
import type { DemonstrationLogin } from '../start/demonstration/logins.ts';
import type { TestServer } from './server.ts';

/** One thing a route can be asked about, with what the platform itself knows of it. */
interface Found {
  readonly route: AnyRoute;
  readonly params: Readonly<Record<string, string>>;
  readonly facts: TargetFacts;
}
interface Caller {
  readonly name: string;
  readonly actor: Actor;
  readonly cookie: string | null;
}
export interface CrawlReport {
  /** Requests asked. */
  readonly asked: number;
  /** Answers that differ from the table, or are errors of ours. */
  readonly wrong: readonly string[];
}

/**
 * Tries every thing in the database on every route as every caller, with the real targets and the real data: what the
 * table refuses must not be there, what it allows must be reached, past row level security too. Commands get an array
 * as body, which none takes, so nothing is changed.
 */
export async function crawl(
  server: TestServer,
  routes: readonly AnyRoute[],
  logins: readonly (DemonstrationLogin | null)[],
  perRoute = 8,
): Promise<CrawlReport> {
  const ids = await allIds(server);
  const known: Known = new Map();
  const callers: Caller[] = [];
  for (const login of logins) callers.push(await callerOf(server, login));
  const wrong: string[] = [];
  let asked = 0;
  for (const route of routes) {
    if (typeof route.target !== 'function') continue;
    for (const found of await findTargets(server, route, { ids, known }, perRoute)) {
      const problems = await Promise.all(callers.map((caller) => compare(server, found, caller)));
      asked += problems.length;
      wrong.push(...problems.filter((problem) => problem !== null));
    }
  }
  return { asked, wrong };
}

/** Every UUID that is the `id` of a row, one list a table. */
async function allIds(server: TestServer): Promise<readonly (readonly string[])[]> {
  return server.asPlatform(async ({ tx }) => {
    const { rows: tables } = await sql<{
      name: string;
    }>`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
      from information_schema.columns where column_name = 'id' and data_type = 'uuid'
      and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and table_name not in ('record_event', 'relation', 'deadline', 'blob')`.execute(tx);
    const ids: string[][] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.raw(name)} order by id limit 200`.execute(tx);
      ids.push(rows.map(({ id }) => id));
    }
    return ids;
  });
}

/** Rows of a table after which a route that knows none of them is taken not to look there. */
const PROBES = 20;

/** One thing by its id, with what the routes' target says of it. */
interface Thing {
  readonly id: string;
  readonly facts: TargetFacts;
}
/** What was found by the target of a route and the name of its parameter: many routes are about the same things. */
type Known = Map<AnyRoute['target'], Map<string, readonly Thing[]>>;

/** Things of the route with one parameter, each in another stage, those first in which the table lets somebody in. */
async function findTargets(
  server: TestServer,
  route: AnyRoute,
  { ids, known }: { readonly ids: readonly (readonly string[])[]; readonly known: Known },
  perRoute: number,
): Promise<readonly Found[]> {
  const names = [...route.endpoint.url.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
  const [name] = names;
  if (names.length !== 1 || name === undefined) return [];
  const byName = known.get(route.target) ?? new Map<string, readonly Thing[]>();
  known.set(route.target, byName);
  const things = byName.get(name) ?? (await findThings(server, route, name, ids));
  byName.set(name, things);
  const open = (stage: string): boolean =>
    PERMISSION_TABLE.some(
      (row) => row.action === route.endpoint.action && row.stages !== 'any' && row.stages.some((one) => one === stage),
    );
  return things
    .toSorted((a, b) => Number(open(b.facts.stage)) - Number(open(a.facts.stage)))
    .slice(0, perRoute)
    .map(({ id, facts }) => ({ route, params: { [name]: id }, facts }));
}

function findThings(
  server: TestServer,
  route: AnyRoute,
  name: string,
  ids: readonly (readonly string[])[],
): Promise<readonly Thing[]> {
  return server.asPlatform(async (ctx) => {
    const found = new Map<string, Thing>();
    for (const table of ids) {
      let known = false;
      for (const [index, id] of table.entries()) {
        // A route looks its things up in one table: where it knows none of the first, it knows none of that table.
        if (index === PROBES && !known) break;
        const parsed = route.endpoint.params.safeParse({ [name]: id });
        if (!parsed.success) break;
        const facts = await loadAs(ctx, route, parsed.data);
        if (facts === null) continue;
        known = true;
        if (!found.has(facts.stage)) found.set(facts.stage, { id, facts });
      }
    }
    return [...found.values()];
  });
}

async function loadAs(ctx: Ctx, route: AnyRoute, params: unknown): Promise<TargetFacts | null> {
  return typeof route.target === 'function' ? route.target(ctx, params) : null;
}

async function callerOf(server: TestServer, login: DemonstrationLogin | null): Promise<Caller> {
  if (login === null) return { name: 'nobody', actor: { kind: 'public', personId: null, held: [] }, cookie: null };
  const [personId, held] = await server.asPlatform(async ({ tx }) => {
    const account = await tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', login)
      .executeTakeFirstOrThrow();
    const rows = await tx
      .selectFrom('relation')
      .select(['relation', 'subject_id as subjectId', 'organiser_id as organiserId'])
      .where('person_id', '=', account.person_id)
      .where('ended_at', 'is', null)
      .execute();
    return [account.person_id, rows satisfies readonly HeldRelation[]] as const;
  });
  return { name: login, actor: { kind: 'person', personId, held }, cookie: await server.cookieOf(login) };
}

async function compare(server: TestServer, { route, params, facts }: Found, caller: Caller): Promise<string | null> {
  const { endpoint } = route;
  const relations = relationsTo(caller.actor, facts);
  const { allowed } = decide(PERMISSION_TABLE, endpoint.action, relations, facts.stage);
  const address = endpoint.url.replace(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? '');
  const { status, code } = await ask(server.url + address, endpoint.method, caller.cookie);
  const refused = status === 404 || status === 401 || code === 'NOT_AT_THIS_STEP';
  const readFails = allowed && endpoint.method === 'GET' && status >= 500;
  if (refused !== allowed && !readFails) return null;
  const cell = `${endpoint.method} ${address} (${endpoint.action}, ${facts.stage}) as ${caller.name}`;
  return `${cell}: ${status}, the table ${allowed ? 'allows' : 'refuses'} it`;
}

async function ask(address: string, method: Method, cookie: string | null): Promise<{ status: number; code?: string }> {
  const response = await fetch(address, {
    method,
    headers: {
      'x-zhiping': '1',
      ...(cookie === null ? {} : { cookie }),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: '[]' }),
  });
  const { status } = response;
  const body = await response.text();
  return status === 409 ? { status, code: (JSON.parse(body) as { code: string }).code } : { status };
}
