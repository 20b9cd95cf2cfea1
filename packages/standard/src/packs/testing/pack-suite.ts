import { describe, expect, test } from 'vitest';
import { lintStandard } from '../../authoring/lint/lint.ts';
import { readingEffects } from '../../authoring/reading-effects.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import type { Evaluation } from '../../evaluate/evaluate.ts';
import type { PlanForEvaluation } from '../../language/pack.ts';
import type { State } from '../../language/state.ts';
import type { TitleLevel } from '../../vocabulary/values.ts';
import { exampleNames, loadPack, openPack, readDossier, readPolicy } from './pack-files.ts';
import { excludedBy, statesById, visit } from './states.ts';

interface Expected {
  readonly level: TitleLevel;
  readonly asOf: string;
  readonly plan?: string;
  readonly verdict?: string;
  readonly routes?: Readonly<Record<string, string>>;
  readonly nodes: Readonly<Record<string, State>>;
  readonly notCounted?: Readonly<Record<string, string>>;
}

/** One example of a pack with what was expected of it and what came out. */
export interface EvaluatedExample {
  readonly name: string;
  readonly expected: Expected;
  readonly evaluation: Evaluation;
}

/**
 * The tests that every standard pack must pass: its examples give what they expect, every condition is seen met, unmet
 * and open, every printed label has a condition and every condition a printed label, every meaning of every reading can
 * be switched to. `plans` are the plans its examples name. Answers the evaluated examples for tests of the pack's own.
 */
export function describePack(
  folder: string,
  { plans, fewestConditions }: { readonly plans: readonly PlanForEvaluation[]; readonly fewestConditions: number },
): readonly EvaluatedExample[] {
  const loaded = loadPack(folder);
  const { pack, unconditioned } = loaded;
  const examples = exampleNames(folder).map((name): EvaluatedExample => {
    const expected = JSON.parse(readPolicy(folder, 'examples', `${name}.expected.json`)) as Expected;
    const { level, asOf } = expected;
    const plan = plans.find(({ id }) => id === expected.plan);
    if (expected.plan !== undefined && !plan) throw new Error(`${name}：没有计划 ${expected.plan}`);
    const answer = evaluate({ pack, dossier: readDossier(folder, name), level, asOf, ...(plan ? { plan } : {}) });
    if (!answer.ok) throw new Error(`${name}：${answer.refusal.message}`);
    return { name, expected, evaluation: answer.evaluation };
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
      expect(seen.size).toBeGreaterThanOrEqual(fewestConditions);
    });
  });

  describe('编号', () => {
    const { clauses } = JSON.parse(readPolicy(folder, 'labels.json')) as { clauses: { label: string }[] };
    const printed = new Set(clauses.map(({ label }) => label));
    const used = new Set<string>([
      ...pack.specialties.map(({ label }) => label),
      ...pack.definitions.map(({ label }) => label),
      ...pack.counting.map(({ label }) => label),
      ...pack.levels.map(({ label }) => label),
    ]);
    for (const { evaluation } of examples)
      for (const { tree } of evaluation.routes)
        visit(tree, ({ node }) => {
          // Conditions of a plan carry the labels of its own document.
          if (!node.id.startsWith('plan-')) used.add(node.label);
        });
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
    const effects = readingEffects(pack, openPack(folder));

    test('每种其他理解都能换用：改变条件，或写明只改说法、不能换用的理由', () => {
      expect(effects.flatMap(({ others }) => others.flatMap(({ problems }) => problems))).toEqual([]);
      expect(effects.flatMap(({ kind, reading }) => (kind === 'silent' ? [reading.id] : []))).toEqual([]);
    });

    test('每条解读都有理由，选择之外另有含义的不与所选相同', () => {
      for (const { id, because, meanings } of pack.readings) {
        expect([id, because.length > 5]).toEqual([id, true]);
        expect([id, new Set(Object.values(meanings)).size]).toEqual([id, Object.keys(meanings).length]);
      }
    });
  });

  test('没有可疑之处，或写明理由', () => {
    expect(lintStandard(loaded)).toEqual([]);
  });

  return examples;
}
