import { z } from 'zod';
import { patchProblems } from './edit.ts';
import { type Fields, fieldValueSchema } from './fields.ts';
import { kindSpec, type RowKind } from './kinds/index.ts';

/** A register outside the platform that is asked about a person with that person's consent. */
export interface RegisterSpec {
  readonly id: RegisterId;
  readonly name: string;
  /** Kinds of row it may answer. */
  readonly kinds: readonly RowKind[];
  /** Who uploads papers instead, whatever the register says. */
  readonly manual: string;
}

export const REGISTER_IDS = ['education', 'insurance', 'title'] as const;
export type RegisterId = (typeof REGISTER_IDS)[number];

export const REGISTERS: readonly RegisterSpec[] = [
  {
    id: 'education',
    name: '学历学位登记',
    kinds: ['education', 'degree'],
    manual: '2001 年以前毕业的、在国（境）外取得的和查不到的，自行填写并上传学历、学位证书或认证材料。',
  },
  {
    id: 'insurance',
    name: '社会保险登记',
    kinds: ['social-insurance'],
    manual: '在外省（市）参保的和查不到的，自行填写并上传参保证明。',
  },
  { id: 'title', name: '职称登记', kinds: ['title'], manual: '查不到的，自行填写并上传资格证书。' },
];

/** Where rows come from that their person did not fill in: a register asked with consent, or a list an office imported. */
export const RESULT_LIST = 'examination-list';
export type RowSource = RegisterId | typeof RESULT_LIST;

/** What a source is called beside its rows. `note` names the list where it is one. */
export function sourceName(source: RowSource, note: string | null): string {
  if (source !== RESULT_LIST) return registerSpec(source).name;
  return note === null ? '考试成绩名单' : `考试成绩名单（${note}）`;
}

/** @throws RangeError on an id that is none; ids are checked where they come in */
export function registerSpec(id: RegisterId): RegisterSpec {
  const spec = REGISTERS.find((one) => one.id === id);
  if (spec === undefined) throw new RangeError(`no register ${id}`);
  return spec;
}

/** One row as a register states it. */
export interface FetchedRow {
  /** What the register calls it, the same each time. */
  readonly key: string;
  readonly kind: RowKind;
  readonly fields: Fields;
}

const MOST_ROWS = 50;
const answerSchema = z.object({
  found: z.boolean(),
  rows: z
    .array(
      z.object({ key: z.string().min(1).max(100), kind: z.string(), fields: z.record(z.string(), fieldValueSchema) }),
    )
    .max(MOST_ROWS)
    .default([]),
});

/**
 * Reads the answer of a register: its rows, `not-found` where it knows nobody, `strange` where anything in it is not of the
 * contract. Of a strange answer nothing is taken: half an answer would look like the whole.
 */
export function readRegisterAnswer(id: RegisterId, answer: unknown): readonly FetchedRow[] | 'not-found' | 'strange' {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return 'strange';
  const { found, rows } = parsed.data;
  if (!found || rows.length === 0) return 'not-found';
  const { kinds } = registerSpec(id);
  const fetched: FetchedRow[] = [];
  for (const { key, kind, fields } of rows) {
    const known = kinds.find((one) => one === kind);
    if (known === undefined || patchProblems(known, fields).length > 0) return 'strange';
    // Sealed columns are for what the person gives.
    if (kindSpec(known).fields.some((field) => 'personal' in field && field.name in fields)) return 'strange';
    fetched.push({ key, kind: known, fields });
  }
  return new Set(fetched.map(({ key }) => key)).size === fetched.length ? fetched : 'strange';
}

/** Names of fields that a change would set to something else than the register said. */
export function touchedFetched(fetched: readonly string[], changed: readonly string[]): readonly string[] {
  return changed.filter((name) => fetched.includes(name));
}
