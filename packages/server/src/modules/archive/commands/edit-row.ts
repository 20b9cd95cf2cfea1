import { AppError } from '@zhiping/contract';
import { type Fields, mergePatch, touchedFetched } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { closeFields, openFields } from '../personal.ts';
import { lockRow } from '../target.ts';
import { changeRow } from './change-row.ts';
import { assertPatch } from './create-row.ts';

/**
 * Autosave of the touched fields, made on `version`. Other fields changed meanwhile are kept; the same field changed to
 * something else answers `ARCHIVE_CONFLICT` with both values. A verified row goes back to waiting.
 */
export async function editRow(ctx: Ctx, rowId: string, version: number, patch: Fields): Promise<void> {
  const row = await lockRow(ctx, rowId, null);
  if (version > row.version) throw new AppError('STALE');
  assertPatch(row.kind, patch);
  const current = await openFields(ctx, row);
  const since = Object.entries(row.field_versions).filter(([, changedAt]) => changedAt > version);
  const merged = mergePatch(current, patch, new Set(since.map(([field]) => field)));
  if (!merged.ok) {
    throw new AppError('ARCHIVE_CONFLICT', { details: { version: row.version, conflicts: merged.conflicts } });
  }
  if (merged.changed.length === 0) return;
  const locked = touchedFetched(row.fetched_fields, merged.changed);
  if (locked.length > 0) {
    const fields = locked.map((name) => ({ path: `fields.${name}`, message: '取自外部登记，不能修改' }));
    throw new AppError('REGISTER_FIELD', { fields });
  }
  const closed = await closeFields(ctx, { id: row.id, personId: row.person_id, kind: row.kind }, merged.fields);
  const changedNow = Object.fromEntries(merged.changed.map((field) => [field, row.version + 1]));
  await changeRow(ctx, row, 'edit', {
    fields: closed.open,
    sealed: closed.sealed,
    field_versions: { ...row.field_versions, ...changedNow },
  });
}
