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

/** Whole yuan from the 万元 people write. */
export function yuanOf(value: FieldValue | undefined): number | undefined {
  const tenThousands = numberOf(value);
  return tenThousands === undefined ? undefined : tenThousands * 10_000;
}

/** Drops what is undefined, so that "unknown" is "left out". */
export function compact<T extends object>(value: T): Compact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Compact<T>;
}

/** The shape of an object once its undefined properties are dropped. */
export type Compact<T extends object> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
