import { evaluate } from '../evaluate/evaluate.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { evaluationView } from '../explain/view.ts';
import { Population } from '../intake/population.ts';
import type { Level } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { DossierSource } from '../random/dossiers.ts';
import type { Verdict } from '../evaluate/evaluate.ts';
import { compileBoolean } from './boolean.ts';
import { explain } from './explain.ts';
import { compileLevel } from './vector.ts';

/** What came of comparing the compiled forms of one level with the closure form. */
export interface Agreement {
  readonly dossiers: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The first dossiers on which the forms differ, with what differs. */
  readonly differences: readonly string[];
}

const MAX_SHOWN = 5;

/**
 * Draws `count` dossiers for a level and compares the explanation that the vector gives with that of the closure form, byte
 * for byte. Pure: the same seed gives the same answer.
 */
export function agreement(
  pack: StandardPack,
  level: Level,
  plan: PlanForEvaluation | undefined,
  asOf: string,
  count: number,
  seed: number,
): Agreement {
  const source = new DossierSource(
    { packs: [pack], ...(plan ? { plans: [plan] } : {}), asOf, level: level.level },
    seed,
  );
  const compiled = compileLevel(pack, level, plan, source.layout);
  const population = new Population(source.layout, 256);
  const vectors = compiled.room(256);
  const booleans = level.routes.map((route) => ({
    route: route.route,
    compiled: compileBoolean(pack, { ...level, routes: [route] }, plan, source.layout),
    eligible: new Uint8Array(256),
  }));
  const verdicts: Record<Verdict, number> = { eligible: 0, 'needs-judgement': 0, incomplete: 0, ineligible: 0 };
  const differences: string[] = [];
  for (let done = 0; done < count; done += population.size) {
    population.clear();
    for (let index = 0; index < Math.min(256, count - done); index += 1) source.draw(population);
    compiled.run(population, 0, population.size, asOf, vectors);
    for (const { compiled: one, eligible } of booleans) one.run(population, 0, population.size, asOf, eligible);
    for (let index = 0; index < population.size; index += 1) {
      const dossier = population.dossier(index);
      const answer = evaluate({ pack, dossier, level: level.level, asOf, ...(plan ? { plan } : {}) });
      if (!answer.ok) throw new Error(answer.refusal.message);
      verdicts[answer.evaluation.verdict] += 1;
      const told = shown(() => explain(compiled.program, vectors, index, dossier, asOf), pack);
      const expected = JSON.stringify(evaluationView(answer.evaluation, pack));
      for (const { route, eligible } of booleans) {
        const verdict = answer.evaluation.routes.find((one) => one.route === route)?.verdict;
        if ((verdict === 'eligible') === (eligible[index] === 1)) continue;
        differences.push(
          `第 ${done + index} 份 ${route}：结论为 ${verdict ?? ''}，布尔形式为 ${eligible[index] ?? ''}`,
        );
      }
      if (told === expected || differences.length >= MAX_SHOWN) continue;
      differences.push(`第 ${done + index} 份：${difference(expected, told)}`);
    }
  }
  return { dossiers: count, verdicts, differences };
}

function shown(tell: () => Evaluation, pack: StandardPack): string {
  try {
    return JSON.stringify(evaluationView(tell(), pack));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function difference(expected: string, told: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === told[at]) at += 1;
  return `应为 …${expected.slice(Math.max(0, at - 120), at + 80)}…，得到 …${told.slice(Math.max(0, at - 20), at + 80)}…`;
}
