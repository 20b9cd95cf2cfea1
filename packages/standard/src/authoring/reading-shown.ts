import { evaluate } from '../evaluate/evaluate.ts';
import type { StandardPack } from '../language/pack.ts';
import { statesById } from './examples.ts';
import type { ExampleCase } from './mutate.ts';
import type { ReadingEffect } from './reading-effects.ts';

/** The example whose result follows a reading when it is switched; null when none does. */
export interface ShownMeaning {
  readonly reading: string;
  readonly meaning: string;
  readonly example: string | null;
}

/** What an example comes to, to be compared: the verdict of each route and the state of each condition. */
function resultOf(pack: StandardPack, { dossier, expected, plan }: ExampleCase): string {
  const { level, asOf } = expected;
  const answer = evaluate({ pack, dossier, level, asOf, ...(plan ? { plan } : {}) });
  if (!answer.ok) return answer.refusal.code;
  const verdicts = answer.evaluation.routes.map(({ route, verdict }) => [route, verdict]);
  return JSON.stringify([verdicts, [...statesById(answer.evaluation)]]);
}

/** For each meaning that changes conditions, the first example whose verdicts or conditions come out differently. */
export function shownBy(
  pack: StandardPack,
  effects: readonly ReadingEffect[],
  examples: readonly ExampleCase[],
): readonly ShownMeaning[] {
  const results = examples.map((example) => resultOf(pack, example));
  return effects.flatMap(({ reading, others }) =>
    others.flatMap(({ meaning, pack: other, changes }): readonly ShownMeaning[] => {
      if (!changes || !other) return [];
      const found = examples.find((example, index) => sameResult(results[index], resultOf(other, example)) === false);
      return [{ reading: reading.id, meaning, example: found?.expected.title ?? null }];
    }),
  );
}

/** Whether two results agree on every route and on every condition that both have. */
function sameResult(before: string | undefined, after: string): boolean {
  if (before === undefined || before === after) return true;
  if (!before.startsWith('[') || !after.startsWith('[')) return false;
  type Result = readonly [unknown, readonly (readonly [string, string])[]];
  const [verdicts, states] = JSON.parse(before) as Result;
  const [others, otherStates] = JSON.parse(after) as Result;
  const known = new Map(otherStates);
  return (
    JSON.stringify(verdicts) === JSON.stringify(others) &&
    states.every(([id, state]) => (known.get(id) ?? state) === state)
  );
}
