import { isIdNumber } from '../identity/check-digits.ts';
import { readCell } from './cells.ts';
import { fieldProblems } from './counting.ts';
import type { Fields, FieldSpec } from './fields.ts';
import { kindSpec, type RowKind } from './kinds/index.ts';

/** What a list of results may be of. */
export const RESULT_KINDS = ['examination', 'qualification'] as const satisfies readonly RowKind[];
export type ResultKind = (typeof RESULT_KINDS)[number];

/** One result as the list states it, with whose it is. */
export interface ResultLine {
  /** From 1, the heading included. */
  readonly line: number;
  readonly name: string;
  readonly idNumber: string;
  readonly fields: Fields;
}
/** Why a line was not taken. The text of the line is not repeated: it names somebody. */
export interface ResultLineProblem {
  readonly line: number;
  readonly problem: string;
}

const NAME = '姓名';
const ID_NUMBER = '证件号码';
const WORDS: Readonly<Record<string, string>> = { 合格: '是', 不合格: '否' };
const LONGEST_NAME = 50;

/** How near a qualification is to a specialty no list knows: it is left to the reviewers. */
const unstated = (kind: ResultKind): Fields => (kind === 'qualification' ? { specialtyRelation: 'unsure' } : {});

/** Headings of a list: whose result it is, then the fields of the kind. */
export function resultColumns(kind: ResultKind): {
  readonly all: readonly string[];
  readonly needed: readonly string[];
} {
  const fields = statedFields(kind);
  const label = ({ label: name }: FieldSpec): string => name;
  return {
    all: [NAME, ID_NUMBER, ...fields.map(label)],
    needed: [NAME, ID_NUMBER, ...fields.filter(({ required }) => required).map(label)],
  };
}

function statedFields(kind: ResultKind): readonly FieldSpec[] {
  return kindSpec(kind).fields.filter(({ name }) => !(name in unstated(kind)));
}

/**
 * Reads a list of results, the first row being the heading, columns in any order. Lines that cannot be read, and the second of
 * two on the same result of the same person, are told one by one and hinder no other.
 */
export function readResultLines(
  kind: ResultKind,
  table: readonly (readonly string[])[],
): { readonly lines: readonly ResultLine[]; readonly problems: readonly ResultLineProblem[] } {
  const [first = [], ...rows] = table;
  const heading = first.map((cell) => cell.trim());
  const missing = resultColumns(kind).needed.filter((name) => !heading.includes(name));
  if (missing.length > 0) return { lines: [], problems: [{ line: 1, problem: `表头缺少${missing.join('、')}` }] };
  const lines: ResultLine[] = [];
  const problems: ResultLineProblem[] = [];
  const seen = new Map<string, number>();
  rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const line = index + 2;
    const cell = (name: string): string => (row[heading.indexOf(name)] ?? '').trim();
    const read = readFields(kind, cell);
    const idNumber = cell(ID_NUMBER).toUpperCase();
    const problem = problemOf(cell(NAME), idNumber) ?? (read.ok ? null : read.problem);
    if (problem !== null || !read.ok) {
      problems.push({ line, problem: problem ?? '' });
      return;
    }
    const key = `${idNumber} ${resultKey(kind, read.fields)}`;
    const before = seen.get(key);
    if (before !== undefined) {
      problems.push({ line, problem: `与第 ${before} 行是同一人的同一项结果` });
      return;
    }
    seen.set(key, line);
    lines.push({ line, name: cell(NAME), idNumber, fields: read.fields });
  });
  return { lines, problems };
}

function problemOf(name: string, idNumber: string): string | null {
  if (name === '' || name.length > LONGEST_NAME) return `姓名应为 1 至 ${LONGEST_NAME} 个字`;
  return isIdNumber(idNumber) ? null : '证件号码不是有效的居民身份证号码';
}

type Read = { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly problem: string };

function readFields(kind: ResultKind, cell: (name: string) => string): Read {
  const fields: Record<string, Fields[string]> = { ...unstated(kind) };
  for (const field of statedFields(kind)) {
    const text = cell(field.label);
    const read = readCell(field, field.type === 'flag' ? (WORDS[text] ?? text) : text, new Map());
    if (!read.ok) return { ok: false, problem: read.message };
    if (read.value !== null) fields[field.name] = read.value;
  }
  const [blank] = fieldProblems(kind, fields);
  return blank === undefined ? { ok: true, fields } : { ok: false, problem: blank.message };
}

/**
 * By what the same result is known again in a later list, which may correct the rest: its name, level and day, as far as the
 * list states one.
 */
export function resultKey(kind: ResultKind, fields: Fields): string {
  const { name, level, passedOn, acquiredOn } = fields;
  return JSON.stringify([kind, name, level ?? null, passedOn ?? acquiredOn ?? null]);
}

/** Whether the list says that its person has it. */
export const isAchieved = (kind: ResultKind, fields: Fields): boolean =>
  kind === 'qualification' || fields['passed'] === true;
