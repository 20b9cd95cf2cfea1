import { z } from 'zod';
import { conditionsOf } from './conditions.ts';
import type { Condition } from './conditions.ts';

const record = z.record(z.string(), z.unknown());
const state = z.enum(['met', 'judge', 'missing', 'unmet']);

const caseSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** Line of the official text the expectation follows from. */
  line: z.int().optional(),
  level: z.string(),
  plan: z.string().optional(),
  asOf: z.string().default('2024-07-15'),
  person: z.string(),
  set: record.default({}),
  achievements: z.array(z.union([z.string(), z.looseObject({ use: z.string() })])).optional(),
  judged: z.enum(['met', 'unmet']).optional(),
  judgements: z.record(z.string(), z.enum(['met', 'unmet'])).default({}),
  verdict: z.string().optional(),
  routes: z.record(z.string(), z.string()).optional(),
  every: state.optional(),
  nodes: z.record(z.string(), state).default({}),
  notCounted: z.record(z.string(), z.string()).optional(),
});

const casesSchema = z.strictObject({
  persons: z.record(z.string(), record),
  records: z.record(z.string(), record),
  cases: z.array(caseSchema),
});

type Case = z.infer<typeof caseSchema>;
type Cases = z.infer<typeof casesSchema>;
type Data = Record<string, unknown>;

/**
 * The files of a pack's examples, name → text, from the parsed standard.yaml and cases.yaml. Throws with the name of the
 * case when a person, record or condition does not exist.
 */
export function buildExamples(standard: unknown, data: unknown): ReadonlyMap<string, string> {
  const cases = casesSchema.parse(data);
  const files = new Map<string, string>();
  for (const one of cases.cases) {
    const conditions = conditionsOf(standard, one.level);
    files.set(`${one.name}.dossier.json`, json(dossierOf(one, cases, conditions)));
    files.set(`${one.name}.expected.json`, json(expectedOf(one, conditions)));
  }
  return files;
}

const writtenSchema = z.looseObject({
  level: z.string(),
  asOf: z.string(),
  plan: z.string().optional(),
  /** The best of the routes when all of them are stated. */
  verdict: z.string().optional(),
  routes: z.record(
    z.string(),
    z.looseObject({ verdict: z.string(), clauses: z.record(z.string(), z.looseObject({ is: state })).default({}) }),
  ),
});

/**
 * The expected result of an example whose expectation was written by printed label, with reasons: the same by condition
 * id. Throws when a label has no condition or two routes expect different values of one condition.
 */
export function expectedByLabel(standard: unknown, written: unknown, title: string): string {
  const { level, asOf, plan, verdict, routes } = writtenSchema.parse(written);
  const conditions = conditionsOf(standard, level);
  const nodes = new Map<string, string>();
  for (const [route, { clauses }] of Object.entries(routes)) {
    for (const [label, { is }] of Object.entries(clauses)) {
      const id = [...conditions].find(([, condition]) => condition.label === label)?.[0];
      if (id === undefined) throw new Error(`${title}：${route} 的 ${label} 没有条件`);
      if ((nodes.get(id) ?? is) !== is) throw new Error(`${title}：${label} 在两种申报方式中应有结论不同`);
      nodes.set(id, is);
    }
  }
  const verdicts = Object.fromEntries(Object.entries(routes).map(([route, one]) => [route, one.verdict]));
  return json({
    title,
    level,
    ...(plan ? { plan } : {}),
    asOf,
    ...(verdict ? { verdict } : {}),
    routes: verdicts,
    nodes: Object.fromEntries(nodes),
  });
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function dossierOf(one: Case, { persons, records }: Cases, conditions: ReadonlyMap<string, Condition>): Data {
  const person = persons[one.person];
  if (!person) throw new Error(`${one.name}：没有人物 ${one.person}`);
  const dossier: Data = { format: 'zhiping-dossier-1', note: one.title, ...structuredClone(person) };
  for (const [path, value] of Object.entries(one.set)) change(dossier, path.split('.'), value);
  if (one.achievements) {
    dossier['achievements'] = one.achievements.map((wanted) => {
      const { use, ...changes } = typeof wanted === 'string' ? { use: wanted } : wanted;
      const base = records[use];
      if (!base) throw new Error(`${one.name}：没有业绩 ${use}`);
      const built: Data = { id: use, ...structuredClone(base) };
      for (const [field, value] of Object.entries(changes)) change(built, [field], value);
      return built;
    });
  }
  const judged = one.judged;
  const byPerson = [...conditions].filter(([, { kind }]) => kind === 'judge' || kind === 'outside');
  const judgements = { ...(judged ? Object.fromEntries(byPerson.map(([id]) => [id, judged])) : {}), ...one.judgements };
  if (Object.keys(judgements).length > 0) {
    dossier['judgements'] = Object.fromEntries(
      Object.entries(judgements).map(([id, result]) => [id, { result, by: '评审人' }]),
    );
  }
  return dossier;
}

/** Sets a value by path; null takes it away, which makes it unknown. */
function change(target: Data, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length > 0) change((target[key] ??= {}) as Data, rest, value);
  else if (value === null) delete target[key];
  else target[key] = structuredClone(value);
}

function expectedOf(one: Case, conditions: ReadonlyMap<string, Condition>): Data {
  for (const id of Object.keys(one.nodes)) if (!conditions.has(id)) throw new Error(`${one.name}：没有条件 ${id}`);
  const every = one.every;
  const nodes = { ...(every ? Object.fromEntries([...conditions.keys()].map((id) => [id, every])) : {}), ...one.nodes };
  return {
    title: one.title,
    level: one.level,
    ...(one.plan ? { plan: one.plan } : {}),
    asOf: one.asOf,
    ...(one.verdict ? { verdict: one.verdict } : {}),
    ...(one.routes ? { routes: one.routes } : {}),
    nodes,
    ...(one.notCounted ? { notCounted: one.notCounted } : {}),
  };
}
