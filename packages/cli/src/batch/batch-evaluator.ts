import {
  askedFor,
  evaluate,
  parseDossier,
  type Dossier,
  type EvaluationRequest,
  type RouteId,
  type StandardPack,
  type State,
  type Verdict,
} from '@zhiping/standard';
import { VERDICT_OF } from '@zhiping/standard/evaluate/evaluate';
import { packAt } from '@zhiping/standard/evaluate/pack-at';
import { NotCompilable } from '@zhiping/standard/compile/program';
import { BOUNDED, SETTLED } from '@zhiping/standard/compile/runtime/complete';
import { MET, stateOf } from '@zhiping/standard/compile/thermometer';
import { compileLevel } from '@zhiping/standard/compile/vector';
import type { CompiledLevel, Vectors } from '@zhiping/standard/compile/vector';
import { upTo } from '@zhiping/standard/evaluate/up-to';
import { fits, takeIn } from '@zhiping/standard/intake/intake';
import { layoutFor } from '@zhiping/standard/intake/layout';
import { Population } from '@zhiping/standard/intake/population';
import { needsOf, usesOf } from '@zhiping/standard/intake/uses';

/** The verdict on one route, as `evaluate` gives it. */
export interface RouteVerdict {
  readonly verdict: Verdict;
  readonly settled?: true;
  readonly bounded?: true;
}

export interface BatchVerdict {
  readonly verdict: Verdict;
  readonly best: RouteId;
  readonly routes: Readonly<Partial<Record<RouteId, RouteVerdict>>>;
}

export type BatchAnswer =
  | ({ readonly ok: true } & BatchVerdict)
  | { readonly ok: false; readonly errors: readonly { path: string; value: string; expected: string }[] };

interface Ready {
  readonly compiled: CompiledLevel;
  readonly population: Population;
  readonly vectors: Vectors;
}

/** Levels of standards and plans kept compiled; more are forgotten in the order they came. */
const MAX_READY = 64;
const ORDER: readonly Verdict[] = ['eligible', 'needs-judgement', 'incomplete', 'ineligible'];

/** The field of a line that a refusal is about. */
const REFUSED_AT = {
  NOT_IN_FORCE: 'asOf',
  REPEALED: 'asOf',
  NO_SUCH_LEVEL: 'level',
  NO_SUCH_ROUTE: 'route',
  PLAN_OF_OTHER_STANDARD: 'plan',
} as const;

/** Evaluates many dossiers one after another by compiled standards; what these cannot hold goes to the closure form. */
export class BatchEvaluator {
  readonly #ready = new Map<string, Ready | null>();

  /** `dossier` is unchecked JSON; the answer names everything wrong with it. */
  evaluate(request: Omit<EvaluationRequest, 'dossier'>, dossier: unknown): BatchAnswer {
    const asked = askedFor(request);
    if ('refusal' in asked) {
      const path = REFUSED_AT[asked.refusal.code];
      return { ok: false, errors: [{ path, value: '', expected: asked.refusal.message }] };
    }
    const parsed = parseDossier(dossier);
    if (!parsed.ok) {
      const errors = parsed.problems.map(({ path, value, expected }) => ({ path: `dossier.${path}`, value, expected }));
      return { ok: false, errors };
    }
    const wanted = asked.routes.map(({ route }) => route);
    const ready = fits(parsed.dossier) ? this.#readyFor(request, asked.level) : null;
    const routes = ready
      ? compiledRoutes(ready, parsed.dossier, request.asOf, wanted)
      : closureRoutes({ ...request, dossier: parsed.dossier });
    const [best] = routes.toSorted((a, b) => ORDER.indexOf(a[1].verdict) - ORDER.indexOf(b[1].verdict));
    if (!best) throw new Error('a level has at least one route');
    return { ok: true, verdict: best[1].verdict, best: best[0], routes: Object.fromEntries(routes) };
  }

  #readyFor(request: Omit<EvaluationRequest, 'dossier'>, level: StandardPack['levels'][number]): Ready | null {
    const { plan } = request;
    const pack = packAt(request.pack, request.asOf);
    const period = request.pack.earlier?.findIndex(({ until }) => request.asOf < until) ?? -1;
    const key = `${pack.id} ${period} ${level.level} ${plan?.id ?? ''}`;
    const known = this.#ready.get(key);
    if (known !== undefined) return known;
    const [oldest] = this.#ready.keys();
    if (this.#ready.size >= MAX_READY && oldest !== undefined) this.#ready.delete(oldest);
    const ready = prepare(pack, level, plan);
    this.#ready.set(key, ready);
    return ready;
  }
}

function prepare(
  pack: StandardPack,
  level: StandardPack['levels'][number],
  plan: EvaluationRequest['plan'],
): Ready | null {
  const layout = layoutFor(needsOf(usesOf([pack], plan ? [plan] : [], level.level), true));
  try {
    const compiled = compileLevel(pack, level, plan, layout);
    return { compiled, population: new Population(layout, 1), vectors: compiled.room(1) };
  } catch (error) {
    if (error instanceof NotCompilable) return null;
    throw error;
  }
}

function compiledRoutes(
  { compiled, population, vectors }: Ready,
  dossier: Dossier,
  asOf: string,
  wanted: readonly RouteId[],
): readonly (readonly [RouteId, RouteVerdict])[] {
  population.clear();
  takeIn(population, upTo(dossier, asOf));
  compiled.run(population, 0, 1, asOf, vectors);
  return compiled.program.routes.flatMap(({ route }, index) => {
    const value = vectors.routes[index] ?? 0;
    const marks = { settled: (value & SETTLED) !== 0, bounded: (value & BOUNDED) !== 0 };
    return wanted.includes(route) ? [[route, routeVerdict(stateOf(value & MET), marks)] as const] : [];
  });
}

function closureRoutes(request: EvaluationRequest): readonly (readonly [RouteId, RouteVerdict])[] {
  const answer = evaluate(request);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.evaluation.routes.map((route) => [route.route, routeVerdict(route.state, route)] as const);
}

const routeVerdict = (
  state: State,
  { settled, bounded }: { readonly settled: boolean; readonly bounded: boolean },
): RouteVerdict => ({
  verdict: VERDICT_OF[state],
  ...(settled ? { settled: true as const } : {}),
  ...(bounded ? { bounded: true as const } : {}),
});
