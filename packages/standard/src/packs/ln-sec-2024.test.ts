import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import type { PlanForEvaluation } from '../language/pack.ts';
import type { State } from '../language/state.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { exampleNames, loadPack, readDossier, readPolicy } from './testing/pack-files.ts';
import { excludedBy, statesById, visit } from './testing/states.ts';

const FOLDER = 'liaoning/ln-sec-2024';
const { pack, unconditioned, unusedParameters } = loadPack(FOLDER);

/** What the plan of 2024 says of counting: notice 四(一)1 and 四(二). */
const PLAN: PlanForEvaluation = {
  id: 'ln-2024-eng',
  name: '2024年辽宁省工程系列专业技术资格评审计划',
  asOf: '2024-07-31',
  closesOn: '2024-07-31',
  closesLabel: '',
  tenure: { rule: 'YEAR_DIFF', year: 2024 },
  achievementCutOff: '2024-06-30',
  counting: [],
  conditions: [],
};

interface Expected {
  readonly level: TitleLevel;
  readonly asOf: string;
  readonly plan?: string;
  readonly verdict?: string;
  readonly routes?: Readonly<Record<string, string>>;
  readonly nodes: Readonly<Record<string, State>>;
  readonly notCounted?: Readonly<Record<string, string>>;
}

function evaluateExample(name: string, { level, asOf, plan }: Expected): Evaluation {
  const dossier = readDossier(FOLDER, name);
  const answer = evaluate({ pack, dossier, level, asOf, ...(plan === PLAN.id ? { plan: PLAN } : {}) });
  if (!answer.ok) throw new Error(`${name}：${answer.refusal.message}`);
  return answer.evaluation;
}

const examples = exampleNames(FOLDER).map((name) => {
  const expected = JSON.parse(readPolicy(FOLDER, 'examples', `${name}.expected.json`)) as Expected;
  return { name, expected, evaluation: evaluateExample(name, expected) };
});

describe('例子', () => {
  test.each(examples)('$name', ({ expected, evaluation }) => {
    const states = statesById(evaluation);
    const excluded = excludedBy(evaluation);
    const verdicts = new Map<string, string>(evaluation.routes.map(({ route, verdict }) => [route, verdict]));
    if (expected.verdict !== undefined) expect(evaluation.verdict).toBe(expected.verdict);
    for (const [route, verdict] of Object.entries(expected.routes ?? {}))
      expect([route, verdicts.get(route)]).toEqual([route, verdict]);
    for (const [id, state] of Object.entries(expected.nodes)) expect([id, states.get(id)]).toEqual([id, state]);
    for (const [id, rule] of Object.entries(expected.notCounted ?? {}))
      expect([id, excluded.get(id)]).toEqual([id, rule]);
  });

  test('每一条件都有例子见过满足、不满足和未定', () => {
    const seen = new Map<string, Set<string>>();
    for (const { evaluation } of examples) {
      for (const [id, state] of statesById(evaluation)) {
        const states = seen.get(id) ?? new Set<string>();
        seen.set(id, states.add(state === 'judge' || state === 'missing' ? '未定' : state));
      }
    }
    const lacking = [...seen]
      .filter(([id, states]) => states.size < 3 && !id.startsWith('plan-'))
      .map(([id, states]) => `${id}：只见过${[...states].join('、')}`);
    expect(lacking).toEqual([]);
    expect(seen.size).toBeGreaterThan(250);
  });
});

describe('先于程序写成的例子', () => {
  const written = parse(readPolicy(FOLDER, 'examples', 'done-senior.expected.yaml')) as {
    verdict: string;
    achievements: Record<string, { counts: boolean; because?: string }>;
    routes: Record<string, { verdict: string; clauses: Record<string, { is: State }> }>;
  };
  const evaluation = examples.find(({ name }) => name === 'done-senior')?.evaluation;

  test('总结论和各申报方式的结论', () => {
    expect(evaluation?.verdict).toBe(written.verdict);
    const verdicts = Object.fromEntries(Object.entries(written.routes).map(([route, { verdict }]) => [route, verdict]));
    expect(Object.fromEntries(evaluation?.routes.map(({ route, verdict }) => [route, verdict]) ?? [])).toEqual(
      verdicts,
    );
  });

  test.each(Object.entries(written.routes))('%s：每一条的结论', (route, { clauses }) => {
    const tree = evaluation?.routes.find((one) => one.route === route)?.tree;
    const found: Record<string, State> = {};
    if (tree) visit(tree, ({ node, state }) => (node.label === '' ? undefined : (found[node.label] ??= state)));
    for (const [label, { is }] of Object.entries(clauses)) expect([label, found[label]]).toEqual([label, is]);
  });

  test('早于现职称的业绩不计，理由写明日期', () => {
    const excluded = evaluation && excludedBy(evaluation);
    for (const [id, { counts }] of Object.entries(written.achievements)) {
      expect([id, excluded?.get(id)]).toEqual([id, counts ? undefined : 'after-title']);
    }
    const reasons: string[] = [];
    const look = evaluation?.routes[0]?.tree;
    if (look)
      visit(look, ({ notCounted }) =>
        reasons.push(...notCounted.flatMap((one) => (one.id === '戊' ? one.reasons : []))),
      );
    expect(reasons.some((reason) => reason.includes('2018-11-20'))).toBe(true);
  });
});

describe('编号', () => {
  const { clauses } = JSON.parse(readPolicy(FOLDER, 'labels.json')) as { clauses: { label: string }[] };
  const printed = new Set(clauses.map(({ label }) => label));
  const used = new Set<string>([
    ...pack.specialties.map(({ label }) => label),
    ...pack.definitions.map(({ label }) => label),
    ...pack.counting.map(({ label }) => label),
    ...pack.levels.map(({ label }) => label),
  ]);
  for (const { evaluation } of examples)
    for (const { tree } of evaluation.routes) visit(tree, ({ node }) => used.add(node.label));
  used.delete('');

  test('原文的每个编号都有条件、规则、定义，或写明没有的理由', () => {
    const excused = new Set(unconditioned.map(({ label }) => label));
    expect([...printed].filter((label) => !used.has(label) && !excused.has(label))).toEqual([]);
    expect([...excused].filter((label) => !printed.has(label) || used.has(label))).toEqual([]);
  });

  test('每个条件、解读的编号都在原文中', () => {
    expect([...used].filter((label) => !printed.has(label))).toEqual([]);
    expect(pack.readings.filter(({ label }) => !printed.has(label)).map(({ id }) => id)).toEqual([]);
  });
});

describe('解读', () => {
  // Meanings that change nothing but the words need no load of their own.
  const written = parse(readPolicy(FOLDER, 'readings.yaml')) as {
    id: string;
    chosen: string;
    meanings: Record<string, Record<string, unknown>>;
  }[];
  const changing = written.flatMap(({ id, chosen, meanings }) =>
    Object.entries(meanings)
      .filter(([key, meaning]) => key !== chosen && Object.keys(meaning).length > 1)
      .map(([key]) => [id, key] as const),
  );

  test.each(changing)('%s 可以换用 %s', (id, meaning) => {
    expect(() => loadPack(FOLDER, { [id]: meaning })).not.toThrow();
  });

  test('每条解读都有理由，选择之外另有含义的不与所选相同', () => {
    for (const { id, because, meanings } of pack.readings) {
      expect([id, because.length > 5]).toEqual([id, true]);
      expect([id, new Set(Object.values(meanings)).size]).toEqual([id, Object.keys(meanings).length]);
    }
    expect(unusedParameters).toEqual([]);
  });

  test('换用一项业绩可充当两个条目，则同一项目满足两项', () => {
    const shared = loadPack(FOLDER, { 'items-not-share': 'shared' }).pack;
    const dossier = readDossier(FOLDER, 'one-achievement-two-items');
    const answer = evaluate({ pack: shared, dossier, level: 'senior', asOf: '2024-07-15' });
    expect(answer.ok && statesById(answer.evaluation).get('senior-4')).toBe('met');
  });

  test('换用高级也计相近专业的工作，则资历满足', () => {
    const near = loadPack(FOLDER, { 'tenure-own-or-near': 'near-too' }).pack;
    const answer = evaluate({
      pack: near,
      dossier: readDossier(FOLDER, 'work-near-only'),
      level: 'senior',
      asOf: '2024-07-15',
    });
    expect(answer.ok && statesById(answer.evaluation).get('senior-1-2-years')).toBe('met');
  });

  test('换用打破学历按最低一行年限，则破格之门打开', () => {
    const lowest = loadPack(FOLDER, { 'exception-education-tenure': 'lowest-row' }).pack;
    const answer = evaluate({
      pack: lowest,
      dossier: readDossier(FOLDER, 'education-broken'),
      level: 'senior',
      asOf: '2024-07-15',
    });
    expect(answer.ok && statesById(answer.evaluation).get('senior-break')).toBe('met');
  });
});

describe('施行', () => {
  const ask = (asOf: string) => evaluate({ pack, dossier: {}, level: 'senior', asOf });

  test('印发前一日不能按本标准评估，当日可以', () => {
    expect(ask('2024-06-18')).toMatchObject({ ok: false, refusal: { code: 'NOT_IN_FORCE' } });
    expect(ask('2024-06-19').ok).toBe(true);
  });
});
