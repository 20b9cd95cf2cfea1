import type { DossierList } from '../dossier/dossier.ts';
import type { ScaleId } from '../vocabulary/values.ts';

/** Where the fields of a predicate are read: one record of a list, one expert of a report, or the dossier itself. */
export type Subject = DossierList | 'dossier' | 'experts';

export type Comparison = '=' | '>=' | '<=' | '>' | '<';

/** A field by its path inside the subject, e.g. `['level']`, with its Chinese name for explanations. */
export interface FieldRef {
  readonly path: readonly string[];
  readonly name: string;
  /** What a number counts, e.g. 元; absent where it has no unit. */
  readonly unit?: string;
}

/**
 * The checked form of the short sugar: words are resolved to ids, negation is only ever `not`.
 * `word` compares on a scale; `claim` on a ladder of degree words; `date` and `number` by size; `yes` is a bare fact.
 */
export type Predicate =
  | { readonly op: 'and' | 'or'; readonly of: readonly Predicate[] }
  | { readonly op: 'not'; readonly of: Predicate }
  | PredicateAtom;

export type PredicateAtom =
  | {
      readonly op: 'word';
      readonly field: FieldRef;
      readonly scale: ScaleId;
      readonly comparison: Comparison;
      readonly value: string;
    }
  | {
      readonly op: 'claim';
      readonly field: FieldRef;
      readonly scale: ScaleId;
      readonly comparison: '>=' | '>';
      readonly value: string;
    }
  | { readonly op: 'wordIn'; readonly field: FieldRef; readonly scale: ScaleId; readonly values: readonly string[] }
  | { readonly op: 'number'; readonly field: FieldRef; readonly comparison: Comparison; readonly value: number }
  | { readonly op: 'date'; readonly field: FieldRef; readonly comparison: Comparison; readonly value: string }
  | { readonly op: 'text'; readonly field: FieldRef; readonly value: string }
  | { readonly op: 'yes'; readonly field: FieldRef }
  | { readonly op: 'experts'; readonly field: FieldRef; readonly where: Predicate; readonly min: number };

/** Whether a predicate is a single comparison and not a combination. */
export const isAtom = (predicate: Predicate): predicate is PredicateAtom =>
  predicate.op !== 'and' && predicate.op !== 'or' && predicate.op !== 'not';
