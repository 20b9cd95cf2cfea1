import { type Fields, maskFields, RESULT_LIST, type RowFacts } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { openFields } from '../personal.ts';
import type { StoredEvidence, StoredRow } from '../target.ts';

/** A row with its files, as other modules and the views take it. */
export interface RowWithFiles {
  readonly stored: StoredRow;
  /** Personal fields in the clear or masked, as asked. */
  readonly fields: Fields;
  readonly files: readonly StoredEvidence[];
}

/**
 * Rows of one person with their files, oldest first. `personal` says whether ID number and phone come in the clear:
 * only for the person and for documents about them.
 */
export async function readRows(
  ctx: Ctx,
  personId: string,
  personal: 'clear' | 'masked',
  only: Only = {},
): Promise<readonly RowWithFiles[]> {
  return readRowsOf(ctx, [personId], personal, only);
}

interface Only {
  readonly ids?: readonly string[];
  readonly states?: readonly StoredRow['state'][];
}

/** The same of several people at once. */
export async function readRowsOf(
  ctx: Ctx,
  personIds: readonly string[],
  personal: 'clear' | 'masked',
  only: Only = {},
): Promise<readonly RowWithFiles[]> {
  if (personIds.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('archive_row')
    .selectAll()
    .where('person_id', 'in', [...personIds])
    .$if(only.ids !== undefined, (query) => query.where('id', 'in', [...(only.ids ?? [])]))
    .$if(only.states !== undefined, (query) => query.where('state', 'in', [...(only.states ?? [])]))
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const files = await ctx.tx
    .selectFrom('archive_evidence')
    .selectAll()
    .where(
      'row_id',
      'in',
      rows.map((row) => row.id),
    )
    .where('removed_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const byRow = Map.groupBy(files, (file) => file.row_id);
  const read: RowWithFiles[] = [];
  for (const stored of rows) {
    const clear = await openFields(ctx, stored);
    const fields = personal === 'clear' ? clear : maskFields(stored.kind, clear);
    read.push({ stored, fields, files: byRow.get(stored.id) ?? [] });
  }
  return read;
}

/** A row as the core reasons about it. */
export function factsOf({ stored, fields, files }: RowWithFiles): RowFacts {
  return {
    id: stored.id,
    kind: stored.kind,
    state: stored.state,
    fields,
    evidence: files.map((file) => ({ purposes: file.purposes })),
    ...(stored.source === RESULT_LIST ? { listed: true } : {}),
  };
}
