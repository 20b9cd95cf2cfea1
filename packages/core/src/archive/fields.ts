import { z } from 'zod';
import type { IdentifierKind } from './identifiers.ts';

/** One answer of a list: the value stored and the words shown. */
export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  /** Needed before the row can be handed in. A draft may lack it. */
  readonly required: boolean;
  /** A short help below the field: what to write, where it stands on the paper. */
  readonly help?: string;
  /** Shown and needed only while another field holds one of these values. */
  readonly when?: { readonly field: string; readonly in: readonly (string | boolean)[] };
}

/** One field of a kind of row. The same description makes the schema, the form and the check list. */
export type FieldSpec =
  | (FieldBase & {
      readonly type: 'text';
      readonly max: number;
      readonly identifier?: IdentifierKind;
      /** Stored sealed, shown masked to everybody but the person; revealing is recorded. */
      readonly personal?: 'id-number' | 'phone';
    })
  | (FieldBase & { readonly type: 'long-text'; readonly max: number })
  | (FieldBase & { readonly type: 'date' })
  | (FieldBase & { readonly type: 'year' })
  | (FieldBase & { readonly type: 'integer'; readonly min: number; readonly max: number; readonly unit: string })
  | (FieldBase & { readonly type: 'flag' })
  | (FieldBase & { readonly type: 'choice'; readonly choices: readonly FieldChoice[] })
  | (FieldBase & { readonly type: 'choices'; readonly choices: readonly FieldChoice[] })
  /** Points at another row of the same archive that is an achievement; stored as its id. */
  | (FieldBase & { readonly type: 'row' });

/** A stored value. Absent and null both mean "not filled in". */
export type FieldValue = string | number | boolean | readonly string[] | null;
export type Fields = Readonly<Record<string, FieldValue>>;

export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** True where the field plays a part given the other values. */
export function isAsked(field: FieldSpec, fields: Fields): boolean {
  if (field.when === undefined) return true;
  const value = fields[field.when.field];
  return (typeof value === 'string' || typeof value === 'boolean') && field.when.in.includes(value);
}

/** True for null, undefined, blank text and empty lists. */
export function isBlank(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** What a draft may hold in this field: the right type, within limits, or null. */
export function valueSchema(field: FieldSpec): z.ZodType<FieldValue> {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return z.string().max(field.max, `${field.label}不超过 ${field.max} 字`).nullable();
    case 'date':
      return z.iso.date({ error: `${field.label}应为年月日` }).nullable();
    case 'year':
      return z.int().min(1950).max(2100).nullable();
    case 'integer':
      return z.int().min(field.min).max(field.max).nullable();
    case 'flag':
      return z.boolean().nullable();
    case 'choice':
      return z.enum(field.choices.map((choice) => choice.value)).nullable();
    case 'row':
      return z.uuid().nullable();
    case 'choices':
      return z.array(z.enum(field.choices.map((choice) => choice.value))).nullable();
  }
}

// Short makers, so that a kind reads as the list of what is asked.
type Extra = Partial<Pick<FieldBase, 'help' | 'when'>>;
const need = <T extends object>(optional: boolean, extra: T) => ({ required: !optional, ...extra });

export const text = (
  name: string,
  label: string,
  extra: Extra & { max?: number; identifier?: IdentifierKind; personal?: 'id-number' | 'phone' } = {},
) => ({ type: 'text', name, label, max: 200, ...need(false, extra) }) as const satisfies FieldSpec;
export const optionalText = (
  name: string,
  label: string,
  extra: Extra & { max?: number; identifier?: IdentifierKind } = {},
) => ({ type: 'text', name, label, max: 200, ...need(true, extra) }) as const satisfies FieldSpec;
export const longText = (name: string, label: string, extra: Extra & { max?: number } = {}) =>
  ({ type: 'long-text', name, label, max: 1000, ...need(false, extra) }) as const satisfies FieldSpec;
export const optionalLongText = (name: string, label: string, extra: Extra & { max?: number } = {}) =>
  ({ type: 'long-text', name, label, max: 1000, ...need(true, extra) }) as const satisfies FieldSpec;
export const date = (name: string, label: string, extra: Extra = {}) =>
  ({ type: 'date', name, label, ...need(false, extra) }) as const satisfies FieldSpec;
export const optionalDate = (name: string, label: string, extra: Extra = {}) =>
  ({ type: 'date', name, label, ...need(true, extra) }) as const satisfies FieldSpec;
export const year = (name: string, label: string, extra: Extra = {}) =>
  ({ type: 'year', name, label, ...need(false, extra) }) as const satisfies FieldSpec;
export const integer = (
  name: string,
  label: string,
  unit: string,
  extra: Extra & { min?: number; max?: number } = {},
) =>
  ({ type: 'integer', name, label, unit, min: 0, max: 1_000_000, ...need(false, extra) }) as const satisfies FieldSpec;
export const optionalInteger = (
  name: string,
  label: string,
  unit: string,
  extra: Extra & { min?: number; max?: number } = {},
) =>
  ({ type: 'integer', name, label, unit, min: 0, max: 1_000_000, ...need(true, extra) }) as const satisfies FieldSpec;
export const flag = (name: string, label: string, extra: Extra = {}) =>
  ({ type: 'flag', name, label, ...need(false, extra) }) as const satisfies FieldSpec;
/** Asked of those whom some plan asks: left blank it says nothing. */
export const optionalFlag = (name: string, label: string, extra: Extra = {}) =>
  ({ type: 'flag', name, label, ...need(true, extra) }) as const satisfies FieldSpec;
/** Whole yuan, so that a threshold of 200 万元 is met exactly or not. */
export const optionalYuan = (name: string, label: string, extra: Extra = {}) =>
  ({
    type: 'integer',
    name,
    label,
    unit: '元',
    min: 0,
    max: 1_000_000_000_000,
    help: '以元为单位，200 万元填写 2000000；没有的填写 0。',
    ...need(true, extra),
  }) as const satisfies FieldSpec;
export const choice = (name: string, label: string, choices: readonly FieldChoice[], extra: Extra = {}) =>
  ({ type: 'choice', name, label, choices, ...need(false, extra) }) as const satisfies FieldSpec;
export const optionalChoice = (name: string, label: string, choices: readonly FieldChoice[], extra: Extra = {}) =>
  ({ type: 'choice', name, label, choices, ...need(true, extra) }) as const satisfies FieldSpec;
export const row = (name: string, label: string, extra: Extra = {}) =>
  ({ type: 'row', name, label, ...need(false, extra) }) as const satisfies FieldSpec;
export const optionalChoices = (name: string, label: string, list: readonly FieldChoice[], extra: Extra = {}) =>
  ({ type: 'choices', name, label, choices: list, ...need(true, extra) }) as const satisfies FieldSpec;
export const choices = (name: string, label: string, list: readonly FieldChoice[], extra: Extra = {}) =>
  ({ type: 'choices', name, label, choices: list, ...need(false, extra) }) as const satisfies FieldSpec;
