import { z } from 'zod';
import { HUNDREDTHS, PLACE } from '../explain/quantity.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { LadderId, ScaleId, ScaleValue } from '../vocabulary/values.ts';

/**
 * What a field says about itself, read by the predicate parser, the reference page and the forms:
 * `title` is the Chinese name, `scale` the vocabulary of its words, `form` how it is compared.
 */
export interface FieldMeta {
  readonly title: string;
  readonly description?: string;
  readonly scale?: ScaleId;
  /** What a number counts, e.g. 元 or 次. */
  readonly unit?: string;
  /** It follows from other fields of its group (`withDerived`): what is written there is not looked at, and no form asks for it. */
  readonly derived?: true;
  readonly form: 'word' | 'claim' | 'yes' | 'date' | 'number' | 'text' | 'list' | 'group';
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: a date known to the year, the month or the day. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const isRealDate = (text: string): boolean => {
  if (!DATE.test(text)) return false;
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return year >= 1900 && year <= 2200 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

const enumOf = <S extends ScaleId>(scale: S) =>
  z.enum(VALUES[scale] as unknown as readonly [ScaleValue<S>, ...ScaleValue<S>[]]);

const meta = (value: FieldMeta): Record<string, unknown> => ({ ...value });

export const word = <S extends ScaleId>(scale: S, title: string, description?: string) =>
  enumOf(scale)
    .optional()
    .meta(meta({ title, scale, form: 'word', ...(description ? { description } : {}) }));

/** A degree word: `"higher"`, or `{claimed, confirmed}` once a person has judged. `none` claims nothing. */
export const claim = <L extends LadderId>(ladder: L, title: string, description?: string) =>
  z
    .union([enumOf(ladder), z.strictObject({ claimed: enumOf(ladder), confirmed: enumOf(ladder).optional() })])
    .optional()
    .meta(meta({ title, scale: ladder, form: 'claim', ...(description ? { description } : {}) }));

export const yes = (title: string, description?: string) =>
  z
    .boolean()
    .optional()
    .meta(meta({ title, form: 'yes', ...(description ? { description } : {}) }));

export const date = (title: string, description?: string) =>
  z
    .string()
    .refine(isRealDate, { message: 'YYYY、YYYY-MM 或 YYYY-MM-DD 的真实日期' })
    .optional()
    .meta(meta({ title, form: 'date', ...(description ? { description } : {}) }));

export const whole = (title: string, description?: string, unit?: string, least = 0) =>
  z
    .int()
    .min(least)
    .max(1_000_000_000_000)
    .optional()
    .meta(meta({ title, form: 'number', ...(description ? { description } : {}), ...(unit ? { unit } : {}) }));

/** A place in an order, of which the first is 1. */
export const place = (title: string, description?: string) => whole(title, description, PLACE, 1);

/** A score in hundredths of a point. */
export const score = (title: string, description: string) => whole(title, description, HUNDREDTHS);

/** A score that follows from the other fields of its group. */
export const derivedScore = (title: string, description: string) => {
  const field = score(title, description);
  return field.meta({ ...field.meta(), derived: true });
};

export const text = (title: string, description?: string) =>
  z
    .string()
    .max(500)
    .optional()
    .meta(meta({ title, form: 'text', ...(description ? { description } : {}) }));

export const list = <T extends z.ZodType>(item: T, title: string, description?: string) =>
  z
    .array(item)
    .max(500)
    .readonly()
    .optional()
    .meta(meta({ title, form: 'list', ...(description ? { description } : {}) }));

export const group = <T extends z.ZodRawShape>(shape: T, title: string, description?: string) =>
  z
    .strictObject(shape)
    .optional()
    .meta(meta({ title, form: 'group', ...(description ? { description } : {}) }));
