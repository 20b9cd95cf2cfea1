import { type ScaleId, type ScaleValue, VALUES } from '@zhiping/standard';
import type { Fields, FieldValue } from './fields.ts';

/** Values of a row as a dossier holds them. Blank and unknown words become undefined: unknown. */

export function textOf(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function dateOf(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

export function flagOf(value: FieldValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function numberOf(value: FieldValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** A word of `scale`, or undefined where the value is none of its words. */
export function wordOf<S extends ScaleId>(scale: S, value: FieldValue | undefined): ScaleValue<S> | undefined {
  const words: readonly string[] = VALUES[scale];
  return typeof value === 'string' && words.includes(value) ? (value as ScaleValue<S>) : undefined;
}

/** Same, near or other; "left to the reviewers" is unknown. */
export function relationOf(fields: Fields): ScaleValue<'relation'> | undefined {
  return wordOf('relation', fields.specialtyRelation);
}

/** Drops undefined properties all the way down, so that "unknown" is "left out". */
export function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, withoutUndefined(one)]),
  ) as T;
}
