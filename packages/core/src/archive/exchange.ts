import { z } from 'zod';
import { fieldProblems, headingOf, type FieldProblem, type RowFacts } from './counting.ts';
import { patchProblems, sameValue } from './edit.ts';
import { type Fields, fieldValueSchema, valueSchema } from './fields.ts';
import { isRowKind, kindSpec, ROW_KIND_IDS, ROW_KINDS, type RowKind } from './kinds/index.ts';

export const ARCHIVE_FORMAT = 'zhiping-archive-1';

/** One row of an archive file. Its id makes a second import of the same file change nothing. */
export const exchangedRowSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ROW_KIND_IDS),
  fields: z.record(z.string().max(40), fieldValueSchema),
});
export type ExchangedRow = z.infer<typeof exchangedRowSchema>;

/** A whole archive as one file. Files of evidence stay where they are; what is verified is verified anew elsewhere. */
export const archiveFileSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  rows: z.array(exchangedRowSchema).max(2000),
});
export type ArchiveFile = z.infer<typeof archiveFileSchema>;

/** The JSON Schema of an archive file, with the fields of every kind and what they are called. */
export function archiveJsonSchema(): Record<string, unknown> {
  const rows = ROW_KINDS.map((spec) =>
    z
      .strictObject({
        id: z.uuid().meta({ description: '编号；再次导入同一编号只更新这一项' }),
        kind: z.literal(spec.kind),
        fields: z.strictObject(
          Object.fromEntries(
            spec.fields.map((field) => [
              field.name,
              valueSchema(field)
                .optional()
                .meta({ title: field.label, ...(field.help === undefined ? {} : { description: field.help }) }),
            ]),
          ),
        ),
      })
      .meta({ title: spec.label }),
  );
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('no kinds of rows');
  const file = z.strictObject({
    format: z.literal(ARCHIVE_FORMAT),
    rows: z.array(z.union([first, ...others])).max(2000),
  });
  return z.toJSONSchema(file.meta({ title: '业绩档案' })) as Record<string, unknown>;
}

/** What an import would do to one row. `problems` stop the whole import; blanks do not: the row stays a draft. */
export interface ImportEffect {
  readonly id: string;
  readonly kind: RowKind;
  readonly heading: string;
  readonly effect: 'new' | 'changed' | 'same' | 'refused';
  /** Labels of the fields that change. */
  readonly changed: readonly string[];
  /** A verified row goes back to the unit when it changes. */
  readonly verifiedAgain: boolean;
  readonly blanks: number;
  readonly problems: readonly Pick<FieldProblem, 'field' | 'message'>[];
}

export interface StoredForImport extends Pick<RowFacts, 'id' | 'kind' | 'state' | 'fields'> {
  /** Fetched from a register: not changed by hand. */
  readonly fetched?: boolean;
}

/**
 * Effects of importing `rows` into the archive `stored`, in the order of the file; pure, so that the preview and the import
 * say the same. A row of a kind that may stand only once becomes the one that is there.
 */
export function importEffects(
  stored: readonly StoredForImport[],
  rows: readonly ExchangedRow[],
): readonly ImportEffect[] {
  const byId = new Map(stored.map((row) => [row.id, row]));
  const singles = new Map(
    stored
      .filter(({ kind, state }) => kindSpec(kind).single === true && state !== 'recycled')
      .map((row) => [row.kind, row]),
  );
  const seen = new Set<string>();
  return rows.map((row) => {
    const before = byId.get(row.id) ?? singles.get(row.kind);
    const id = before?.id ?? row.id;
    const problems = [...patchProblems(row.kind, row.fields)];
    if (seen.has(id)) problems.push({ field: '', message: '文件里有两项是同一编号或同属只能有一项的类别。' });
    if (before !== undefined && before.kind !== row.kind)
      problems.push({ field: '', message: '这个编号属于另一类内容。' });
    if (before?.state === 'recycled') problems.push({ field: '', message: '这一项在回收站中，请先恢复。' });
    seen.add(id);
    if (kindSpec(row.kind).single === true && before === undefined) singles.set(row.kind, { ...row, state: 'draft' });
    const fields: Fields = { ...before?.fields, ...row.fields };
    const changedNames = Object.entries(row.fields)
      .filter(([name, value]) => !sameValue(before?.fields[name] ?? null, value))
      .map(([name]) => name);
    if (before?.fetched === true && changedNames.length > 0) {
      problems.push({ field: '', message: '这一项由登记系统取得，不能修改。' });
    }
    const effect =
      problems.length > 0 ? 'refused' : before === undefined ? 'new' : changedNames.length > 0 ? 'changed' : 'same';
    const label = (name: string) => kindSpec(row.kind).fields.find((field) => field.name === name)?.label ?? name;
    return {
      id,
      kind: row.kind,
      heading: headingOf({ kind: row.kind, fields }),
      effect,
      changed: changedNames.map(label),
      verifiedAgain: effect === 'changed' && before?.state === 'verified',
      blanks: fieldProblems(row.kind, fields).length,
      problems,
    };
  });
}

/** A row as it is written into a file: without what is blank. */
export function exchangedRow(row: Pick<RowFacts, 'id' | 'kind' | 'fields'>): ExchangedRow {
  if (!isRowKind(row.kind)) throw new Error(`no such kind of row: ${String(row.kind)}`);
  const known = new Set(kindSpec(row.kind).fields.map(({ name }) => name));
  const kept = Object.entries(row.fields).filter(([name, value]) => known.has(name) && value !== null);
  return { id: row.id, kind: row.kind, fields: Object.fromEntries(kept) as ExchangedRow['fields'] };
}
