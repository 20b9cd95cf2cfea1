import { rankOn } from '../evaluate/predicate.ts';
import { FIRST_DAY, LAST_DAY } from '../gap/constraint.ts';
import type { Constraint } from '../gap/constraint.ts';
import { keyOf, waysOf } from '../gap/conjunct.ts';
import type { Conjunct } from '../gap/conjunct.ts';
import { firstDay } from '../intake/days.ts';
import { columnOf } from '../intake/layout.ts';
import type { Column, ColumnForm, Layout, Table } from '../intake/layout.ts';
import type { Uses } from '../intake/uses.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { AchievementKind } from '../vocabulary/values.ts';
import type { DossierList } from '../dossier/dossier.ts';
import type { Numbers } from './numbers.ts';

/** A sum that some condition asks for: drawn by chance alone, records hardly ever reach one. */
export interface SumTarget {
  readonly min: number;
  /** Array of the number that is added up. */
  readonly at: number;
  /** The ways in which a record counts. */
  readonly ways: readonly Conjunct[];
}

/** The sums asked for of each list. */
export function sumTargets(uses: Uses, layout: Layout): ReadonlyMap<DossierList, readonly SumTarget[]> {
  const targets = new Map<DossierList, SumTarget[]>();
  for (const { list, field, min, where } of uses.sums) {
    const column = layout.lists[list].columns.get(keyOf(field));
    if (!column) continue;
    targets.set(list, [...(targets.get(list) ?? []), { min, at: column.at, ways: waysOf(where) }]);
  }
  return targets;
}

/** One record of a sum: what it must be, and its share of the number. */
export interface Share {
  readonly way: Conjunct;
  readonly at: number;
  readonly amount: number;
}

/** Up to three records that together reach the sum, by nothing or by one, or that lack one where `isEnough` is false. */
export function sharesOf(target: SumTarget, isEnough: boolean, numbers: Numbers): readonly Share[] {
  const total = Math.max(0, target.min + (isEnough ? numbers.below(2) : -1));
  const parts = 1 + numbers.below(3);
  return Array.from({ length: parts }, (_, part): Share => {
    const even = Math.floor(total / parts);
    return {
      way: target.ways[numbers.below(target.ways.length)] ?? new Map(),
      at: target.at,
      amount: part === 0 ? total - even * (parts - 1) : even,
    };
  });
}

/** The kind of achievement the way asks for; null where it leaves that open. */
export function kindIn(way: Conjunct, numbers: Numbers): AchievementKind | null {
  const constraint = way.get('kind')?.constraint;
  if (constraint?.form !== 'word') return null;
  const kinds = VALUES['achievement-kind'].filter((kind) => allows(constraint, rankOn('achievement-kind', kind)));
  return kinds[numbers.below(kinds.length)] ?? null;
}

const allows = (constraint: Extract<Constraint, { form: 'word' }>, rank: number): boolean =>
  (constraint.allowed & (1 << rank)) !== 0;

/** A cell to write: one number, or the first and last day of a date. */
export interface Cell {
  readonly column: Column;
  readonly value: number;
}

/** Cells with which a record fulfils the way. Experts inside a record are left to chance. */
export function cellsFor(way: Conjunct, table: Table, layout: Layout, numbers: Numbers): readonly Cell[] {
  return [...way.values()].flatMap(({ field, constraint }) => {
    if (keyOf(field) === 'kind' || constraint.form === 'experts') return [];
    const column = columnOf(table, field.path, constraint.form satisfies ColumnForm);
    return column ? [{ column, value: valueFor(constraint, layout, numbers) }] : [];
  });
}

/** More than the least by so much, where nothing bounds a number or a date from above. */
const SOME = 3;

function valueFor(constraint: Exclude<Constraint, { form: 'experts' }>, layout: Layout, numbers: Numbers): number {
  switch (constraint.form) {
    case 'word': {
      const ranks = VALUES[constraint.scale].flatMap((_, rank) => (allows(constraint, rank) ? [rank] : []));
      return 1 + (ranks[numbers.below(ranks.length)] ?? 0);
    }
    case 'claim': {
      const rank = numbers.between(constraint.least, constraint.most);
      return 16 * (1 + rank) + (1 + rank);
    }
    case 'number':
      return between(constraint.least, constraint.most, numbers);
    case 'date':
      return between(
        constraint.first === FIRST_DAY ? Number.NEGATIVE_INFINITY : firstDay(constraint.first),
        constraint.last === LAST_DAY ? Number.POSITIVE_INFINITY : firstDay(constraint.last),
        numbers,
      );
    case 'text':
      return constraint.is === null ? 1 : (layout.texts.get(constraint.is) ?? 1);
    case 'yes':
      return constraint.is ? 2 : 1;
    default:
      return constraint satisfies never;
  }
}

function between(least: number, most: number, numbers: Numbers): number {
  if (Number.isFinite(least)) return numbers.between(least, Math.min(most, least + SOME));
  return Number.isFinite(most) ? numbers.between(Math.max(1, most - SOME), most) : 1;
}
