import { type FieldValue, type Fields, valueSchema } from './fields.ts';
import { kindSpec, type RowKind } from './kinds/index.ts';

/** A field of a patch that the kind does not know or whose value does not fit. */
export interface PatchProblem {
  readonly field: string;
  readonly message: string;
}

/** Checks the touched fields of an autosave: an unfinished draft is fine, an unknown field or a wrong type is not. */
export function patchProblems(kind: RowKind, patch: Fields): readonly PatchProblem[] {
  const byName = new Map(kindSpec(kind).fields.map((field) => [field.name, field]));
  return Object.entries(patch).flatMap(([name, value]) => {
    const field = byName.get(name);
    if (field === undefined) return [{ field: name, message: '没有这一项。' }];
    const parsed = valueSchema(field).safeParse(value);
    return parsed.success ? [] : [{ field: name, message: `${field.label}的内容不合要求，请核对。` }];
  });
}

/** Both values of a field that somebody else changed meanwhile. */
export interface FieldConflict<V = FieldValue> {
  readonly field: string;
  readonly yours: V | null;
  readonly theirs: V | null;
}

export type Merge<V = FieldValue> =
  | { readonly ok: true; readonly fields: Readonly<Record<string, V>>; readonly changed: readonly string[] }
  | { readonly ok: false; readonly conflicts: readonly FieldConflict<V>[] };

/**
 * Merges the touched fields of an autosave made on an older version. Different fields merge; the same field changed to
 * different values is a conflict, for a person to settle.
 *
 * @param current the stored fields
 * @param patch the touched fields
 * @param changedSince names of the fields that others changed after the version the patch was made on
 */
export function mergePatch<V = FieldValue>(
  current: Readonly<Record<string, V>>,
  patch: Readonly<Record<string, V>>,
  changedSince: ReadonlySet<string>,
): Merge<V> {
  const conflicts: FieldConflict<V>[] = [];
  const changed: string[] = [];
  for (const [field, yours] of Object.entries(patch)) {
    const theirs = current[field] ?? null;
    if (sameValue(theirs, yours)) continue;
    if (changedSince.has(field)) conflicts.push({ field, yours, theirs });
    else changed.push(field);
  }
  if (conflicts.length > 0) return { ok: false, conflicts };
  return { ok: true, fields: { ...current, ...patch }, changed };
}

/** True where two stored values mean the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
