import type { EvaluationRequest, RouteEvaluation, Verdict } from '../evaluate/evaluate.ts';
import { evaluate, startRun } from '../evaluate/evaluate.ts';
import { yearOf } from '../evaluate/dates.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { RouteId } from '../language/node.ts';
import { atLeastState } from '../language/state.ts';
import type { State } from '../language/state.ts';
import { applyMoves } from './apply.ts';
import type { Situation } from './apply.ts';
import { Finder } from './finder.ts';
import type { Blocked } from './finder.ts';
import { actsOf, isAct, join, proposal } from './moves.ts';
import type { Move, Proposal } from './moves.ts';
import { proposalsFor } from './proposals.ts';
import { earliestDay } from './time.ts';

/**
 * The value of one route in a situation; null when the text is not in force then. The closure form, or the compiled one:
 * whichever the caller has.
 */
export type Evaluator = (route: RouteId, situation: Situation) => State | null;

/** Moves after which the route is eligible, evaluated again; leaving out any one of them, it is not. */
export interface Way {
  readonly moves: readonly Move[];
  /** How many of them the applicant does; the others are judgements of other people. */
  readonly acts: number;
}

/** What is lacking on one route. */
export interface RouteGap {
  readonly route: RouteId;
  readonly name: string;
  readonly verdict: Verdict;
  /** Fewest moves first; empty when nothing is lacking or nothing helps. */
  readonly ways: readonly Way[];
  /** The first day on which, going on as before, nothing is left for the applicant to do; null when waiting does not help. */
  readonly earliest: string | null;
  /** Why nothing helps; empty when something does. */
  readonly blocked: readonly Blocked[];
}

export interface Gaps {
  readonly situation: Situation;
  readonly routes: readonly RouteGap[];
  /** At most three, on different routes as far as there are; fewest moves first. */
  readonly alternatives: readonly { readonly route: RouteId; readonly way: Way }[];
}

const MOST_ALTERNATIVES = 3;
/** So many proposals of a route are tried. */
const MOST_TRIED = 24;
/** So many that failed are continued, so many times. */
const MOST_CONTINUED = 3;
const MOST_ROUNDS = 3;

/** The closure form as an evaluator. */
export const closureEvaluator =
  (request: EvaluationRequest): Evaluator =>
  (route, { dossier, asOf, plan }) => {
    const answer = evaluate({
      pack: request.pack,
      level: request.level,
      route,
      dossier,
      asOf,
      ...(plan ? { plan } : {}),
    });
    return answer.ok ? (answer.evaluation.routes[0]?.state ?? null) : null;
  };

/**
 * What is lacking for each evaluated route of a request, as verified sets of moves. Pure: `evaluateAgain` decides every
 * proposal before it is answered.
 */
export function findGaps(
  request: EvaluationRequest,
  routes: readonly RouteEvaluation[],
  evaluateAgain: Evaluator = closureEvaluator(request),
): Gaps {
  const situation: Situation = { dossier: request.dossier, asOf: request.asOf, plan: request.plan ?? null };
  const run = startRun(request);
  const found = routes.map((route): RouteGap => {
    const finder = new Finder(run.pack, situation, run);
    const holds = (moves: Iterable<Move>): boolean =>
      evaluateAgain(route.route, applyMoves(situation, moves)) === 'met';
    const isReached = route.state === 'met';
    const proposals = isReached ? [] : proposalsFor(route.tree, finder);
    const found = verified(proposals, holds);
    const ways =
      found.length > 0 || isReached ? found : verified(again(proposals, route.route, request, situation), holds);
    const waiting = atLeastState(route.state, 'judge')
      ? null
      : earliestFor(situation, (later) => {
          const state = evaluateAgain(route.route, later);
          return state !== null && atLeastState(state, 'judge');
        });
    const blocked = isReached || ways.length > 0 ? [] : reasonsOf(route.tree, finder);
    return { route: route.route, name: route.name, verdict: route.verdict, ways, earliest: waiting, blocked };
  });
  return { situation, routes: found, alternatives: alternativesOf(found) };
}

/** The first of the proposals that stand the test, each reduced until no move can be left out, none holding another. */
function verified(proposals: readonly Proposal[], holds: (moves: Iterable<Move>) => boolean): readonly Way[] {
  const ways: { readonly way: Way; readonly acts: ReadonlySet<string> }[] = [];
  for (const one of proposals.slice(0, MOST_TRIED)) {
    if (ways.length === MOST_ALTERNATIVES) break;
    const acts = keysOfActs(one);
    if (ways.some((other) => isPartOf(other.acts, acts) || isPartOf(acts, other.acts))) continue;
    if (!holds(one.moves.values())) continue;
    const least = reduced(one, holds);
    const leastActs = keysOfActs(least);
    if (ways.some((other) => isPartOf(other.acts, leastActs) || isPartOf(leastActs, other.acts))) continue;
    ways.push({ way: { moves: ordered(least), acts: actsOf(least) }, acts: leastActs });
  }
  return ways.toSorted((a, b) => a.way.acts - b.way.acts).map(({ way }) => way);
}

/**
 * Where none of the proposals stands the test, what is still lacking after one: supplying a title's date, say, shows which years
 * need an assessment. Only moves on what was there before are added, because places of new records are not fixed.
 */
function again(
  proposals: readonly Proposal[],
  route: RouteId,
  request: EvaluationRequest,
  situation: Situation,
): readonly Proposal[] {
  return proposals.slice(0, MOST_CONTINUED).flatMap((one) => {
    let whole = one;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { dossier, asOf, plan } = applyMoves(situation, whole.moves.values());
      const next = { pack: request.pack, level: request.level, route, dossier, asOf, ...(plan ? { plan } : {}) };
      const answer = evaluate(next);
      const [result] = answer.ok ? answer.evaluation.routes : [];
      if (!result || result.state === 'met') return result ? [whole] : [];
      const finder = new Finder(request.pack, { dossier, asOf, plan }, startRun(next));
      const more = proposalsFor(result.tree, finder).find((other) => staysOn(other, situation));
      const joined = more && join(whole, more);
      if (!joined || joined.moves.size === whole.moves.size) return [];
      whole = joined;
    }
    return [];
  });
}

const staysOn = (one: Proposal, { dossier }: Situation): boolean =>
  [...one.moves.values()].every(
    (move) => !('place' in move) || move.place === null || move.place.index < (dossier[move.place.list]?.length ?? 0),
  );

/** What the applicant does, by the conditions it serves: the same done in another way is no alternative. */
const keysOfActs = (one: Proposal): ReadonlySet<string> =>
  new Set(
    [...one.moves.values()]
      .filter(isAct)
      .map((move) => (move.kind === 'add' ? `${move.list}:${move.for.toSorted().join()}` : move.key)),
  );
const isPartOf = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((key) => whole.has(key));

/** What the applicant does first, then what others judge. */
const ordered = (one: Proposal): readonly Move[] =>
  [...one.moves.values()].toSorted((a, b) => Number(isAct(b)) - Number(isAct(a)));

/** Leaves out moves, the dearest first, until none can be left out. */
function reduced(whole: Proposal, holds: (moves: Iterable<Move>) => boolean): Proposal {
  let moves = new Map(whole.moves);
  for (const key of ordered(whole).map((move) => move.key)) {
    const fewer = new Map(moves);
    fewer.delete(key);
    if (holds(fewer.values())) moves = fewer;
  }
  return moves.size === whole.moves.size ? whole : reduced(proposal(moves), holds);
}

/** The first day on which time alone has brought it, within the years the text is in force. */
function earliestFor(situation: Situation, holds: (later: Situation) => boolean): string | null {
  if (!situation.plan) return earliestDay(situation, holds);
  // A plan's window that is still open counts as it stands.
  return earliestDay(situation, (later) => holds(later) && yearOf(later.asOf) >= yearOf(situation.asOf));
}

/** The best way of each route, then second ways, until there are three. */
function alternativesOf(routes: readonly RouteGap[]): Gaps['alternatives'] {
  const ranked = [0, 1, 2].flatMap((rank) =>
    routes
      .flatMap(({ route, ways }) => {
        const way = ways[rank];
        return way ? [{ route, way }] : [];
      })
      .toSorted((a, b) => a.way.acts - b.way.acts),
  );
  return ranked.slice(0, MOST_ALTERNATIVES).toSorted((a, b) => a.way.acts - b.way.acts);
}

/** Of the conditions that hold a route back, those that nothing can mend. */
function reasonsOf(outcome: Outcome, finder: Finder): readonly Blocked[] {
  const found = new Map<string, Blocked>();
  const visit = (one: Outcome): void => {
    if (one.state === 'met') return;
    const own = finder.blockedAt(one.node.id);
    if (own) found.set(own.id, own);
    else for (const child of one.children) if (proposalsFor(child, finder).length === 0) visit(child);
  };
  visit(outcome);
  return [...found.values()];
}
