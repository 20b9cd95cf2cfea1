import { AppError, getMe, type Method, moveClock } from '@zhiping/contract';
import { type Actor, PERMISSION_TABLE, RELATIONS, type Relation, type TargetFacts } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { ROUTES } from '../modules/index.ts';
import { DEMONSTRATION } from '../start/demonstration/organisations.ts';
import { PERSONAS, type Persona } from '../testing/personas.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

/**
 * Every route × relation × stage over HTTP, in both directions. Targets are replaced by made-up facts and handlers by
 * a mark, so that each cell can be asked for; session, relations, table and answer are the real ones. Where the table lets a
 * relation in at some stages it is asked in every stage; where it does so at all of them or at none, in two, because `decide` alone
 * knows of stages and is held to the whole table beside it. Whether targets tell the truth about their rows is what the
 * stories of the modules prove.
 */
let server: TestServer;
/** What every made-up target says to the person who asks, so that all can ask at once; null: there is no such thing. */
const facts = new Map<string | null, TargetFacts | null>();
const factsFor = (ctx: { readonly actor: Actor }): TargetFacts | null => facts.get(ctx.actor.personId) ?? null;
const REACHED = 'BUSY';
const marked: readonly AnyRoute[] = ROUTES.map((route) => ({
  ...route,
  perMinute: undefined,
  target: typeof route.target === 'function' ? factsFor : route.target,
  // Reached means allowed; nothing is done.
  handle: () => Promise.reject(new AppError(REACHED)),
}));
/** A mistake made on purpose: it moves the clock but asks for the permission to read it. */
const planted: AnyRoute = {
  ...defineRoute(
    { ...moveClock, url: '/api/planted/:organiserId', action: 'clock.read' },
    { target: factsFor, noEvent: 'never runs', handle: () => Promise.reject(new AppError(REACHED)) },
  ),
};
const cookies = new Map<Persona, string>();
const ids = new Map<Persona, string>();

beforeAll(async () => {
  // Routes that are not under test stay real: signing in and asking who one is.
  const kept = ROUTES.filter(({ endpoint }) => endpoint.url === '/api/session' || endpoint.url === '/api/me');
  const rest = marked.filter(({ endpoint }) => !kept.some((one) => one.endpoint === endpoint));
  server = await startTestServer({ routes: [...kept, ...rest, planted] });
  for (const persona of PERSONAS) {
    if (persona.login === null) continue;
    cookies.set(persona, await server.cookieOf(persona.login));
    ids.set(persona, (await (await server.loginAs(persona.login))(getMe, {})).personId);
  }
});
afterAll(() => server.close());

/** An address of the route whose parameters have the right form. */
function addressOf(route: AnyRoute): string {
  const shape =
    (route.endpoint.params as { shape?: Record<string, { safeParse: (value: unknown) => { success: boolean } }> })
      .shape ?? {};
  return route.endpoint.url.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const fitting = SAMPLES.find((sample) => shape[name]?.safeParse(sample).success);
    if (fitting === undefined) throw new Error(`no sample fits :${name} of ${route.endpoint.url}; add one to SAMPLES`);
    return encodeURIComponent(fitting);
  });
}
const SAMPLES = [
  '01900000-0000-7000-8000-00000000abcd',
  'ln-2024-eng',
  '7',
  'a'.repeat(64),
  'a'.repeat(22),
  '2024-06-24',
  'office-check',
  'senior',
  'review',
  'chair',
  '2023',
  'paper',
  'division',
  'education',
];

async function ask(route: AnyRoute, persona: Persona): Promise<'allowed' | 'refused'> {
  const method: Method = route.endpoint.method;
  const cookie = cookies.get(persona);
  const response = await fetch(server.url + addressOf(route), {
    method,
    headers: {
      'x-zhiping': '1',
      ...(cookie ? { cookie } : {}),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    // No command takes an array: an allowed one answers that the input is wrong, and nothing is changed.
    ...(method === 'GET' ? {} : { body: '[]' }),
  });
  const { code } = (await response.json()) as { code: string };
  if (code === 'NOT_FOUND' || code === 'UNAUTHENTICATED' || code === 'NOT_AT_THIS_STEP') return 'refused';
  if (code === REACHED || code === 'INVALID' || code === 'UNSUPPORTED_TYPE') return 'allowed';
  throw new Error(`${method} ${route.endpoint.url} as ${persona.relation}: ${response.status} ${code}`);
}

/** What the table says, read here without the code under test. */
function tableSays(action: string, relations: ReadonlySet<Relation>, stage: string | null): 'allowed' | 'refused' {
  const fits = PERMISSION_TABLE.some(
    (row) =>
      row.action === action &&
      relations.has(row.relation) &&
      (stage === null || row.stages === 'any' || row.stages.some((one) => one === stage)),
  );
  return fits ? 'allowed' : 'refused';
}

function stagesOf(action: string): readonly string[] {
  const noun = action.split('.')[0];
  const rows = PERMISSION_TABLE.filter((row) => row.action.split('.')[0] === noun);
  return [...new Set(rows.flatMap(({ stages }) => (stages === 'any' ? [] : stages))), 'no-such-stage'];
}

/** The stages to ask in: all where the answer should change with the stage. */
function stagesFor(action: string, relations: readonly Relation[]): readonly string[] {
  const all = stagesOf(action);
  const wanted = new Set(all.map((stage) => tableSays(action, new Set(relations), stage)));
  return wanted.size > 1 ? all : [...new Set([all[0] ?? '', all.at(-1) ?? ''])];
}

const tested = ROUTES.filter(({ endpoint }) => endpoint.url !== '/api/session' && endpoint.url !== '/api/me');
const withTarget = tested.filter(({ target }) => typeof target === 'function');
const OTHER = '01900000-0000-7000-8000-00000000ffff';
const foreign: Partial<TargetFacts> = {
  organiserId: OTHER,
  applicantPersonId: OTHER,
  unitId: OTHER,
  authorityId: OTHER,
  associationId: OTHER,
  confirmerId: OTHER,
  expertPersonIds: [OTHER],
  chairPersonId: OTHER,
};

describe('the table', () => {
  it('has a person for every relation, and a route or a reason for every action', () => {
    expect(PERSONAS.map(({ relation }) => relation)).toEqual([...RELATIONS]);
  });
});

/** Cells of a route that answer otherwise than the table says of `action`. */
async function wrongCells(route: AnyRoute, action: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  const check = async (
    persona: Persona,
    stage: string,
    relations: readonly Relation[],
    note: string,
  ): Promise<void> => {
    const [said, wanted] = [await ask(route, persona), tableSays(action, new Set(relations), stage)];
    if (said !== wanted) wrong.push(`${persona.relation} in ${stage}${note}: ${said}, the table says ${wanted}`);
  };
  const askAll = async (persona: Persona): Promise<void> => {
    const base: readonly Relation[] = persona.login === null ? ['public'] : ['public', 'signed-in'];
    const mine = [...base, persona.relation];
    const id = ids.get(persona) ?? null;
    for (const stage of stagesFor(action, mine)) {
      facts.set(id, { ...foreign, ...persona.belongs(id ?? ''), stage });
      await check(persona, stage, mine, '');
    }
    // The same person before the same thing of somebody else, and recused from it.
    const [stage = ''] = stagesOf(action);
    facts.set(id, { ...foreign, stage });
    await check(persona, stage, persona.everywhere ? mine : base, ', of others');
    if (id === null) return;
    facts.set(id, { ...foreign, ...persona.belongs(id), recusedPersonIds: [id], stage });
    await check(persona, stage, persona.relation === 'applicant' ? mine : base, ', recused');
  };
  await Promise.all(PERSONAS.map(askAll));
  return wrong;
}

describe('routes on a thing', () => {
  it.each(withTarget.map((route) => [`${route.endpoint.method} ${route.endpoint.url}`, route] as const))(
    '%s',
    async (_name, route) => {
      expect(await wrongCells(route, route.endpoint.action)).toEqual([]);
    },
    120_000,
  );

  it('would be seen to disobey: a route that declares a weaker action than it should', async () => {
    const wrong = await wrongCells(planted, moveClock.action);
    expect(wrong).toContain('unit in no-such-stage: allowed, the table says refused');
  });
});

describe('routes on nothing in particular, on one’s own things, and lists', () => {
  const others = tested.filter(({ target }) => typeof target !== 'function');
  it.each(others.map((route) => [`${route.endpoint.method} ${route.endpoint.url}`, route] as const))(
    '%s',
    async (_name, route) => {
      const { action } = route.endpoint;
      for (const persona of PERSONAS) {
        const base: readonly Relation[] = persona.login === null ? ['public'] : ['public', 'signed-in'];
        const administrator = persona.relation.endsWith('-admin') ? [persona.relation] : [];
        const own: readonly Relation[] = persona.login === null ? [] : ['applicant'];
        const anybody: readonly Relation[] = persona.login === null ? [] : ['applicant', 'expert', 'chair'];
        const wanted =
          route.target === 'list'
            ? tableSays(action, new Set([...base, ...anybody, persona.relation]), null)
            : tableSays(action, new Set([...base, ...administrator, ...(route.target === 'own' ? own : [])]), 'any');
        expect([persona.relation, await ask(route, persona)]).toEqual([persona.relation, wanted]);
      }
    },
    60_000,
  );
});

describe('refusals', () => {
  it('say the same of a thing that is not there and of one that is not theirs, to the byte', async () => {
    const route = withTarget.find(
      ({ endpoint }) => !PERMISSION_TABLE.some((row) => row.action === endpoint.action && row.relation === 'public'),
    );
    if (!route) return;
    const persona = PERSONAS.find(({ relation }) => relation === 'signed-in');
    const [cookie, id] = persona ? [cookies.get(persona) ?? '', ids.get(persona) ?? null] : ['', null];
    const read = async (): Promise<string> => {
      const response = await fetch(server.url + addressOf(route), {
        method: route.endpoint.method,
        headers: { 'x-zhiping': '1', cookie, 'content-type': 'application/json' },
        ...(route.endpoint.method === 'GET' ? {} : { body: '[]' }),
      });
      return (await response.text()).replace(/"requestId":"[^"]*"/, '');
    };
    facts.set(id, { ...foreign, stage: 'no-such-stage', organiserId: DEMONSTRATION.organiser });
    const notTheirs = await read();
    facts.set(id, null);
    expect(await read()).toBe(notTheirs);
  });
});
