import type { DossierList } from '../dossier/dossier.ts';
import type { FieldRef } from '../language/predicate.ts';
import type { Quality } from '../vocabulary/values.ts';
import { both } from './conjunct.ts';
import type { Conjunct } from './conjunct.ts';
import { intersect } from './constraint.ts';
import type { Constraint } from './constraint.ts';

/** Where a fact stands: a record of a list, or the dossier itself. */
export type Place = { readonly list: DossierList; readonly index: number } | null;

/** One thing that somebody can do. `for` are the ids of the conditions it serves; `key` is equal for equal things. */
export type Move = { readonly key: string; readonly for: readonly string[] } & (
  | {
      /** A record that is not there yet: a new achievement, diploma, recommendation … */
      readonly kind: 'add';
      readonly list: DossierList;
      readonly needs: Conjunct;
      readonly qualities: readonly Quality[];
    }
  /** Facts of one record, or of one part of the dossier, that are not stated. */
  | { readonly kind: 'supply'; readonly place: Place; readonly needs: Conjunct }
  /** A field of an existing record that can still be brought about. */
  | { readonly kind: 'mend'; readonly place: Place; readonly field: FieldRef; readonly constraint: Constraint }
  /** A person confirms what is claimed of a record. */
  | {
      readonly kind: 'confirm';
      readonly place: Place;
      readonly needs: Conjunct;
      readonly qualities: readonly Quality[];
    }
  /** A person's judgement on a condition; `outside` when by a text that is not in the pack. */
  | { readonly kind: 'judge'; readonly id: string; readonly outside: boolean }
  /** Assessments of years for which none is stated. */
  | { readonly kind: 'assess'; readonly years: readonly number[]; readonly needs: Conjunct }
  /** Time passes until this day, the day of evaluation then; with a plan, until the same day of a later year. */
  | { readonly kind: 'wait'; readonly until: string }
);

/** Moves that together make a condition hold. */
export interface Proposal {
  readonly moves: ReadonlyMap<string, Move>;
  readonly cost: number;
}

export const NOTHING: Proposal = { moves: new Map(), cost: 0 };

/** One act outweighs every difference of effort and every judgement of another person. */
const ACT = 1_000;

const EFFORT: Readonly<Record<DossierList, number>> = {
  recommendations: 20,
  achievements: 40,
  workPeriods: 60,
  assessments: 60,
  learning: 50,
  skills: 70,
  examinations: 75,
  degrees: 80,
  educations: 80,
  titles: 90,
};

/** What a move counts: whole acts of the applicant first, then effort; judgements of others weigh least. */
export function costOf(move: Move): number {
  switch (move.kind) {
    case 'add':
      return ACT + EFFORT[move.list] + weightOf(move.needs) + 12 * move.qualities.length;
    case 'supply':
      return ACT + move.needs.size;
    case 'assess':
      return ACT + 1;
    case 'mend':
      return ACT + 15;
    case 'wait':
      return ACT + 10;
    case 'confirm':
      return 2;
    case 'judge':
      return move.outside ? 20 : 2;
    default:
      return move satisfies never;
  }
}

/** A higher level, role or degree is harder to come by. */
function weightOf(needs: Conjunct): number {
  let weight = 0;
  for (const { constraint } of needs.values()) {
    if (constraint.form === 'claim') weight += constraint.least;
    else if (constraint.form === 'word') weight += Math.log2(constraint.allowed & -constraint.allowed);
    else weight += 1;
  }
  return Math.min(weight, 100);
}

/** Whether the applicant does it; otherwise another person judges. */
export const isAct = ({ kind }: Move): boolean => kind !== 'confirm' && kind !== 'judge';
export const actsOf = (proposal: Proposal): number => [...proposal.moves.values()].filter(isAct).length;

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] =>
  b.length === 0 ? a : a.length === 0 ? b : [...new Set([...a, ...b])];

/** Two moves under one key as one; null when they contradict each other. */
function mergeMoves(a: Move, b: Move): Move | null {
  const merged = mergedFacts(a, b);
  return merged && { ...merged, for: union(a.for, b.for) };
}

function mergedFacts(a: Move, b: Move): Move | null {
  if (a.kind === 'wait' && b.kind === 'wait') return a.until > b.until ? a : b;
  if (a.kind === 'judge' && b.kind === 'judge') return a;
  if (a.kind === 'mend' && b.kind === 'mend') {
    const constraint = intersect(a.constraint, b.constraint);
    return constraint && { ...a, constraint };
  }
  if (
    (a.kind === 'supply' && b.kind === 'supply') ||
    (a.kind === 'assess' && b.kind === 'assess') ||
    (a.kind === 'add' && b.kind === 'add') ||
    (a.kind === 'confirm' && b.kind === 'confirm')
  ) {
    const needs = both(a.needs, b.needs);
    if (!needs) return null;
    const qualities = 'qualities' in a && 'qualities' in b ? { qualities: union(a.qualities, b.qualities) } : {};
    const years =
      a.kind === 'assess' && b.kind === 'assess' ? { years: union(a.years, b.years).toSorted((x, y) => x - y) } : {};
    return { ...a, needs, ...qualities, ...years };
  }
  return null;
}

export function proposal(moves: ReadonlyMap<string, Move>): Proposal {
  let cost = 0;
  for (const move of moves.values()) cost += costOf(move);
  return { moves, cost };
}

export const single = (move: Move): Proposal => ({ moves: new Map([[move.key, move]]), cost: costOf(move) });

/** Whether something stands in both. */
export function overlap(a: Proposal, b: Proposal): boolean {
  for (const key of b.moves.keys()) if (a.moves.has(key)) return true;
  return false;
}

/** Everything of both; null when they contradict each other. */
export function join(a: Proposal, b: Proposal): Proposal | null {
  if (a.moves.size === 0) return b;
  if (b.moves.size === 0) return a;
  const moves = new Map(a.moves);
  let shared = false;
  for (const [key, move] of b.moves) {
    const known = moves.get(key);
    const merged = known ? mergeMoves(known, move) : move;
    if (!merged) return null;
    shared ||= known !== undefined;
    moves.set(key, merged);
  }
  return shared ? proposal(moves) : { moves, cost: a.cost + b.cost };
}

/**
 * The ways in which one new record serves both instead of two, those left out that cost `limit` or more: a record that
 * serves both costs no less than for either.
 */
export function joinSharing(a: Proposal, b: Proposal, limit = Number.POSITIVE_INFINITY): readonly Proposal[] {
  const saved = overlap(a, b) ? Number.NEGATIVE_INFINITY : a.cost + b.cost - limit;
  const found: Proposal[] = [];
  for (const left of a.moves.values()) {
    if (left.kind !== 'add') continue;
    for (const right of b.moves.values()) {
      if (right.kind !== 'add' || right.list !== left.list || a.moves.has(right.key) || b.moves.has(left.key)) continue;
      if (Math.min(costOf(left), costOf(right)) <= saved) continue;
      const merged = mergeMoves(left, { ...right, key: left.key });
      if (!merged) continue;
      const rest = [...b.moves].filter(([key]) => key !== right.key);
      const without = [...a.moves].filter(([key]) => key !== left.key);
      const key = `${left.key}&${right.key}`;
      const one = join(proposal(new Map([...without, [key, { ...merged, key }]])), proposal(new Map(rest)));
      if (one) found.push(one);
    }
  }
  return found;
}
