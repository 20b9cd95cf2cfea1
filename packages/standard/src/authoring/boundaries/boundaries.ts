import { stateOf } from '../../compile/thermometer.ts';
import { compileLevel } from '../../compile/vector.ts';
import type { CompiledLevel } from '../../compile/vector.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { addYears, dayNumber, dayOfNumber } from '../../evaluate/dates.ts';
import { startRun } from '../../evaluate/evaluate.ts';
import { upTo } from '../../evaluate/up-to.ts';
import { applyMoves } from '../../gap/apply.ts';
import type { Situation } from '../../gap/apply.ts';
import { Finder } from '../../gap/finder.ts';
import { proposalsFor } from '../../gap/proposals.ts';
import { fits, takeIn } from '../../intake/intake.ts';
import { layoutFor } from '../../intake/layout.ts';
import { Population } from '../../intake/population.ts';
import { needsOf, usesOf } from '../../intake/uses.ts';
import type { Level, Node } from '../../language/node.ts';
import { partsOf } from '../../language/node.ts';
import type { StandardPack } from '../../language/pack.ts';
import type { State } from '../../language/state.ts';
import type { TitleLevel } from '../../vocabulary/values.ts';
import { nearby, numbersIn } from './nearby.ts';

/** How a condition was seen: `open` is missing a fact or a judgement. */
export const SEEN = ['met', 'unmet', 'open'] as const;
export type Seen = (typeof SEEN)[number];

/** A step away from the dossier that just meets a condition, and what the condition is there. */
export interface Edge {
  readonly change: string;
  readonly state: State;
}

/** A condition with what generated dossiers on both sides of its thresholds came to. */
export interface ClauseBoundary {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Among all dossiers generated for the level, how the condition was ever seen. */
  readonly seen: readonly Seen[];
  /** For a condition with thresholds of its own: the dossier that just meets it, each step away from it, and its value there. */
  readonly edges: readonly Edge[];
}

export interface LevelBoundaries {
  readonly level: TitleLevel;
  readonly name: string;
  /** How many dossiers were generated. */
  readonly dossiers: number;
  readonly clauses: readonly ClauseBoundary[];
}

/** Nothing is known of the person, but that there is nothing else. */
const NOTHING: Dossier = {
  achievements: [],
  educations: [],
  degrees: [],
  titles: [],
  workPeriods: [],
  assessments: [],
  examinations: [],
  learning: [],
  skills: [],
  recommendations: [],
};

/** A situation with what sets it apart from the one that just meets a condition. */
interface Step {
  readonly change: string;
  readonly situation: Situation;
}

/** Further than any number a document names from above. */
const FAR = 1_000_000;

/** So many attempts to make a condition hold, and proposals tried in each. */
const ROUNDS = 4;
const TRIED = 6;

/**
 * Of the first nothing is known, so that every fact can be put where it just suffices; of the second, that there is nothing;
 * the third has held a title for three years, so that years since it can be asked about.
 */
const startsAt = (asOf: string): readonly Situation[] => {
  const since = addYears(asOf, -3);
  const titled: Dossier = {
    titles: [{ level: 'assistant', relation: 'same', obtainedOn: since, appointedOn: since, current: true }],
  };
  return [{}, NOTHING, titled].map((dossier) => ({ dossier, asOf, plan: null }));
};

/**
 * For each condition of a level (of a standard as it stands at a day): a dossier that just meets it, found by what is lacking
 * to somebody of whom nothing is known and to somebody who has nothing, and all dossiers one step away (a day, a rank, a level, a count, a fact unknown).
 * Answers what each came to, and how every condition was seen over all of them. Pure: the same pack gives the same answer.
 */
export function boundariesOf(pack: StandardPack, level: Level, asOf: string): LevelBoundaries {
  const starts = startsAt(asOf);
  const generated: Situation[] = [...starts];
  const nodes = nodesOf(level, pack);
  const edges = new Map<string, readonly Edge[]>();
  for (const node of nodes.values()) {
    for (const start of starts) {
      const met = reach(node, start, pack);
      if (!met) continue;
      const around = stepsFrom(met, start);
      generated.push(met, ...around.map(({ situation }) => situation));
      if (partsOf(node).length > 0 || node.kind === 'again' || isTwoSided(edges.get(node.id))) continue;
      const most = highest(node, met, start, pack);
      generated.push(...most.map(({ situation }) => situation));
      const steps = [...around, ...most].map(({ change, situation }) => ({
        change,
        state: valueOf(node, situation, pack),
      }));
      edges.set(node.id, [{ change: '刚好达到', state: 'met' }, ...steps]);
    }
  }
  const seen = seenIn(pack, level, generated);
  return {
    level: level.level,
    name: level.name,
    dossiers: generated.length,
    clauses: [...nodes.values()].map(({ id, label, text }) => ({
      id,
      label,
      text,
      seen: SEEN.filter((one) => seen.get(id)?.has(one)),
      edges: edges.get(id) ?? [],
    })),
  };
}

const isTwoSided = (edges: readonly Edge[] | undefined): boolean =>
  edges?.some(({ state }) => state !== 'met') ?? false;

/** Numbers that a condition bounds from above: the greatest that still meets it, and one more. */
function highest(node: Node, met: Situation, start: Situation, pack: StandardPack): readonly Step[] {
  return numbersIn(met.dossier, start.dossier).flatMap(({ name, value, put }): readonly Step[] => {
    const holds = (number: number): boolean => valueOf(node, { ...met, dossier: put(number) }, pack) === 'met';
    if (holds(value + FAR)) return [];
    let [low, high] = [value, value + FAR];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (holds(middle)) low = middle;
      else high = middle;
    }
    return [low, high].map((number) => ({
      change: `${name} 为 ${number}`,
      situation: { ...met, dossier: put(number) },
    }));
  });
}

/** Every condition of a level, those referred to included, references themselves not. */
function nodesOf(level: Level, pack: StandardPack): ReadonlyMap<string, Node> {
  const shared = new Map(pack.shared.map((node) => [node.id, node]));
  const found = new Map<string, Node>();
  const visit = (node: Node): void => {
    const target = node.kind === 'ref' ? shared.get(node.to) : undefined;
    if (target) return visit(target);
    if (node.kind === 'ref' || found.has(node.id)) return;
    found.set(node.id, node);
    for (const part of partsOf(node)) visit(part);
  };
  for (const { node } of level.routes) visit(node);
  return found;
}

const runOf = ({ dossier, asOf }: Situation, pack: StandardPack) => startRun({ pack, dossier, asOf });
const valueOf = (node: Node, situation: Situation, pack: StandardPack): State =>
  runOf(situation, pack).evaluate(node).state;

/** The situation in which the condition just holds; null where nothing brings it about. */
function reach(node: Node, start: Situation, pack: StandardPack): Situation | null {
  let situation = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = runOf(situation, pack);
    const outcome = run.evaluate(node);
    if (outcome.state === 'met') return situation;
    const proposals = proposalsFor(outcome, new Finder(pack, situation, run)).slice(0, TRIED);
    const tried = proposals.map(({ moves }) => applyMoves(situation, moves.values()));
    const met = tried.find((one) => valueOf(node, one, pack) === 'met');
    if (met) return met;
    const [next] = tried;
    if (!next) return null;
    situation = next;
  }
  return null;
}

/** The situations one step away: of the dossier, or a day earlier where time had to pass. */
function stepsFrom(met: Situation, start: Situation): readonly Step[] {
  const around = nearby(met.dossier, start.dossier).map(({ change, dossier }) => ({
    change,
    situation: { ...met, dossier },
  }));
  if (met.asOf === start.asOf) return around;
  const asOf = dayOfNumber(dayNumber(met.asOf) - 1);
  return [...around, { change: `早一天评估（${asOf}）`, situation: { ...met, asOf } }];
}

/** How each condition was seen over all situations, wherever it stands. */
function seenIn(
  pack: StandardPack,
  level: Level,
  situations: readonly Situation[],
): ReadonlyMap<string, ReadonlySet<Seen>> {
  const compiled = compileLevel(pack, level, undefined, layoutFor(needsOf(usesOf([pack], [], level.level))));
  const seen = new Map<string, Set<Seen>>(compiled.program.slots.map(({ node }) => [node.id, new Set<Seen>()]));
  const byDay = Map.groupBy(
    situations.filter(({ dossier }) => fits(dossier)),
    ({ asOf }) => asOf,
  );
  for (const [asOf, same] of byDay) note(compiled, same, asOf, seen);
  return seen;
}

function note(
  compiled: CompiledLevel,
  situations: readonly Situation[],
  asOf: string,
  seen: ReadonlyMap<string, Set<Seen>>,
): void {
  const { program, layout } = compiled;
  const population = new Population(layout, situations.length);
  for (const { dossier } of situations) takeIn(population, upTo(dossier, asOf));
  const vectors = compiled.room(situations.length);
  compiled.run(population, 0, situations.length, asOf, vectors);
  for (let person = 0; person < situations.length; person += 1) {
    for (const { node, index } of program.slots) {
      const state = stateOf(vectors.codes[person * program.slots.length + index] ?? 0);
      seen.get(node.id)?.add(state === 'met' || state === 'unmet' ? state : 'open');
    }
  }
}
