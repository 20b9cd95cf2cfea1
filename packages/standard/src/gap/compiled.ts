import { NotCompilable } from '../compile/program.ts';
import { MET, stateOf } from '../compile/thermometer.ts';
import { compileLevel } from '../compile/vector.ts';
import type { CompiledLevel, Vectors } from '../compile/vector.ts';
import type { EvaluationRequest } from '../evaluate/evaluate.ts';
import { packAt } from '../evaluate/pack-at.ts';
import { upTo } from '../evaluate/up-to.ts';
import { fits, takeIn } from '../intake/intake.ts';
import { layoutFor } from '../intake/layout.ts';
import { Population } from '../intake/population.ts';
import { needsOf, usesOf } from '../intake/uses.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { closureEvaluator } from './find-gaps.ts';
import type { Evaluator } from './find-gaps.ts';

interface Ready {
  readonly compiled: CompiledLevel;
  readonly population: Population;
  readonly vectors: Vectors;
}

const NO_PLAN = {};
/** By pack, then by plan (or its absence), then by level; forgotten with the pack. */
const compiledLevels = new WeakMap<StandardPack, WeakMap<object, Map<string, Ready | null>>>();

/**
 * The compiled form as an evaluator of proposals, for the server: generated code does not run in the browser. What it cannot
 * hold, and plans of later years, go to the closure form.
 */
export function compiledEvaluator(request: EvaluationRequest): Evaluator {
  const closure = closureEvaluator(request);
  const { pack, plan } = request;
  const { inForceFrom, repealedOn } = pack.document;
  return (route, situation) => {
    const isSamePlan = situation.plan === (plan ?? null);
    const ready =
      isSamePlan && fits(situation.dossier) ? readyFor(packAt(pack, situation.asOf), request.level, plan) : null;
    if (!ready) return closure(route, situation);
    if (situation.asOf < inForceFrom || (repealedOn !== null && situation.asOf >= repealedOn)) return null;
    const at = ready.compiled.program.routes.findIndex((one) => one.route === route);
    if (at < 0) return null;
    ready.population.clear();
    takeIn(ready.population, upTo(situation.dossier, situation.asOf));
    ready.compiled.run(ready.population, 0, 1, situation.asOf, ready.vectors);
    return stateOf((ready.vectors.routes[at] ?? 0) & MET);
  };
}

function readyFor(pack: StandardPack, level: string, plan: PlanForEvaluation | undefined): Ready | null {
  const plans = compiledLevels.get(pack) ?? new WeakMap<object, Map<string, Ready | null>>();
  compiledLevels.set(pack, plans);
  const levels = plans.get(plan ?? NO_PLAN) ?? new Map<string, Ready | null>();
  plans.set(plan ?? NO_PLAN, levels);
  const known = levels.get(level);
  if (known !== undefined) return known;
  const ready = prepare(pack, level, plan);
  levels.set(level, ready);
  return ready;
}

function prepare(pack: StandardPack, id: string, plan: PlanForEvaluation | undefined): Ready | null {
  const level = pack.levels.find((one) => one.level === id);
  if (!level) return null;
  const layout = layoutFor(needsOf(usesOf([pack], plan ? [plan] : [], id), true));
  try {
    const compiled = compileLevel(pack, level, plan, layout);
    return { compiled, population: new Population(layout, 1), vectors: compiled.room(1) };
  } catch (error) {
    if (error instanceof NotCompilable) return null;
    throw error;
  }
}
