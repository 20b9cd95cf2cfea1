import { NotCompilable } from '../compile/program.ts';
import { MET, stateOf } from '../compile/thermometer.ts';
import { compileLevel } from '../compile/vector.ts';
import type { CompiledLevel, Vectors } from '../compile/vector.ts';
import type { EvaluationRequest } from '../evaluate/evaluate.ts';
import { packAt } from '../evaluate/pack-at.ts';
import { upTo } from '../evaluate/up-to.ts';
import { layoutFor } from '../intake/layout.ts';
import type { Layout } from '../intake/layout.ts';
import { Reading } from '../intake/reading.ts';
import { needsOf, usesOf } from '../intake/uses.ts';
import type { Level, RouteId } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import type { State } from '../language/state.ts';
import { closureEvaluator } from './find-gaps.ts';
import type { Evaluator } from './find-gaps.ts';

/**
 * The compiled form as an evaluator of proposals, for the server: generated code does not run in the browser. Of a proposal
 * only what it changes is read again. What compiled code cannot hold goes to the closure form.
 */
export function compiledEvaluator(request: EvaluationRequest): Evaluator {
  const closure = closureEvaluator(request);
  const { pack, plan } = request;
  const { inForceFrom, repealedOn } = pack.document;
  const begun = new Set<CompiledRoutes>();
  return (route, situation) => {
    const { asOf } = situation;
    const under = situation.plan ?? undefined;
    const level = hasRulesOf(plan, under) ? levelOf(packAt(pack, asOf), request.level, plan) : null;
    const compiled = level?.route(route);
    if (!level || !compiled) return closure(route, situation);
    if (asOf < inForceFrom || (repealedOn !== null && asOf >= repealedOn)) return null;
    const dossier = upTo(situation.dossier, asOf);
    // What another request left behind is not relied on.
    const isRead = begun.has(level) ? level.reading.follow(dossier) : level.reading.begin(dossier);
    begun.add(level);
    return isRead ? compiled.state(level.reading, asOf, under) : closure(route, situation);
  };
}

/** Whether `later` is the plan itself, or the plan with the days of a later year. */
const hasRulesOf = (plan: PlanForEvaluation | undefined, later: PlanForEvaluation | undefined): boolean =>
  plan?.conditions === later?.conditions && plan?.counting === later?.counting;

/** One route as generated code. */
class CompiledRoute {
  readonly #compiled: CompiledLevel;
  readonly #vectors: Vectors;

  constructor(compiled: CompiledLevel) {
    this.#compiled = compiled;
    this.#vectors = compiled.room(1);
  }

  state({ population }: Reading, asOf: string, under: PlanForEvaluation | undefined): State {
    this.#compiled.run(population, 0, 1, asOf, this.#vectors, under);
    return stateOf((this.#vectors.routes[0] ?? 0) & MET);
  }
}

/** The routes of a level, each compiled by itself when it is first asked for; they read the same numbers. */
class CompiledRoutes {
  readonly reading: Reading;
  readonly #pack: StandardPack;
  readonly #level: Level;
  readonly #plan: PlanForEvaluation | undefined;
  readonly #layout: Layout;
  readonly #routes = new Map<RouteId, CompiledRoute | null>();

  constructor(pack: StandardPack, level: Level, plan: PlanForEvaluation | undefined) {
    this.#pack = pack;
    this.#level = level;
    this.#plan = plan;
    this.#layout = layoutFor(needsOf(usesOf([pack], plan ? [plan] : [], level.level), true));
    this.reading = new Reading(this.#layout);
  }

  /** Null where the level has no such route, or only the closure form evaluates it. */
  route(route: RouteId): CompiledRoute | null {
    const known = this.#routes.get(route);
    if (known !== undefined) return known;
    const made = this.#compile(route);
    this.#routes.set(route, made);
    return made;
  }

  #compile(id: RouteId): CompiledRoute | null {
    const routes = this.#level.routes.filter(({ route }) => route === id);
    if (routes.length === 0) return null;
    try {
      return new CompiledRoute(compileLevel(this.#pack, { ...this.#level, routes }, this.#plan, this.#layout));
    } catch (error) {
      if (error instanceof NotCompilable) return null;
      throw error;
    }
  }
}

const NO_PLAN = {};
/** By pack, then by plan (or its absence), then by level; forgotten with the pack. */
const levels = new WeakMap<StandardPack, WeakMap<object, Map<string, CompiledRoutes | null>>>();

/** Null where the pack has no such level. */
function levelOf(pack: StandardPack, id: string, plan: PlanForEvaluation | undefined): CompiledRoutes | null {
  const ofPack = levels.get(pack) ?? new WeakMap<object, Map<string, CompiledRoutes | null>>();
  levels.set(pack, ofPack);
  const ofPlan = ofPack.get(plan ?? NO_PLAN) ?? new Map<string, CompiledRoutes | null>();
  ofPack.set(plan ?? NO_PLAN, ofPlan);
  const known = ofPlan.get(id);
  if (known !== undefined) return known;
  const level = pack.levels.find((one) => one.level === id);
  const made = level ? new CompiledRoutes(pack, level, plan) : null;
  ofPlan.set(id, made);
  return made;
}
