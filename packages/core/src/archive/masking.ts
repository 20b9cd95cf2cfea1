import type { Fields } from './fields.ts';
import { kindSpec, type RowKind } from './kinds/index.ts';

/** Personal data is masked wherever it is shown by default; revealing is a deliberate, recorded act. */

/** 张三 → 张*，张小三 → 张*三. Counts characters, not code units, so rare characters stay whole. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= 1) return name;
  if (characters.length === 2) return `${characters[0]}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** Keeps the first and last four characters: 2101**********1234. Shorter ones keep the last two only. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length < 12) return maskAllBut(idNumber, 0, 2);
  return maskAllBut(idNumber, 4, 4);
}

/** 138****1234. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? maskAllBut(phone, 0, 2) : maskAllBut(phone, 3, 4);
}

function maskAllBut(text: string, head: number, tail: number): string {
  const hidden = Math.max(0, text.length - head - tail);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - Math.min(tail, text.length));
}

/** Names of the fields of `kind` that are stored sealed and shown masked. */
export function personalFieldsOf(kind: RowKind): readonly string[] {
  return kindSpec(kind)
    .fields.filter((field) => field.type === 'text' && field.personal !== undefined)
    .map((field) => field.name);
}

/** The fields of a row for everybody but its person: personal ones masked. */
export function maskFields(kind: RowKind, fields: Fields): Fields {
  const masked = kindSpec(kind).fields.flatMap((field) => {
    const value = fields[field.name];
    if (field.type !== 'text' || field.personal === undefined || typeof value !== 'string') return [];
    return [[field.name, field.personal === 'phone' ? maskPhone(value) : maskIdNumber(value)] as const];
  });
  return { ...fields, ...Object.fromEntries(masked) };
}
