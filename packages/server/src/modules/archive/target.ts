import { AppError } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { ArchiveTables } from './tables.ts';

export type StoredRow = Selectable<ArchiveTables['archive_row']>;
export type StoredEvidence = Selectable<ArchiveTables['archive_evidence']>;

/** A row as the permission table sees it: its state is the stage. */
export interface RowTarget extends TargetFacts {
  readonly row: StoredRow;
}

/** A file of a row: the row decides who may touch it. */
export interface EvidenceTarget extends RowTarget {
  readonly evidence: StoredEvidence;
}

/** Loads one row; null where there is none within the caller's reach. */
export async function loadRow(ctx: Ctx, { rowId }: { readonly rowId: string }): Promise<RowTarget | null> {
  const row = await ctx.tx.selectFrom('archive_row').selectAll().where('id', '=', rowId).executeTakeFirst();
  return row === undefined ? null : rowTarget(row);
}

/** Loads one file that was not removed, with its row. */
export async function loadEvidence(
  ctx: Ctx,
  { evidenceId }: { readonly evidenceId: string },
): Promise<EvidenceTarget | null> {
  const evidence = await ctx.tx
    .selectFrom('archive_evidence')
    .selectAll()
    .where('id', '=', evidenceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (evidence === undefined) return null;
  const target = await loadRow(ctx, { rowId: evidence.row_id });
  return target === null ? null : { ...target, evidence };
}

function rowTarget(row: StoredRow): RowTarget {
  return { stage: row.state, applicantPersonId: row.person_id, unitId: row.unit_id, row };
}

/** Takes a row for a change. Throws `STALE` where `version`, as the caller saw it, is not the row's any more. */
export async function lockRow(ctx: Ctx, rowId: string, version: number | null): Promise<StoredRow> {
  const row = await ctx.tx.selectFrom('archive_row').selectAll().where('id', '=', rowId).forUpdate().executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND');
  if (version !== null && row.version !== version) throw new AppError('STALE');
  return row;
}
