import { AppError } from '@zhiping/contract';
import { nextRowState, RESULT_LIST, type RowAction, type RowState } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { StoredRow } from '../target.ts';

type Changes = Partial<
  Pick<
    StoredRow,
    | 'field_versions'
    | 'fields'
    | 'return_items'
    | 'returned_at'
    | 'sealed'
    | 'submitted_at'
    | 'unit_id'
    | 'verified_at'
    | 'verified_by'
  >
>;

/**
 * Writes one change of a locked row: the next state, the next version, and an event where the state changes. An autosave
 * of a draft is no event (architecture section 5). Throws `ARCHIVE_ROW_STATE` where the state does not allow the action.
 */
export async function changeRow(ctx: Ctx, row: StoredRow, action: RowAction, changes: Changes): Promise<RowState> {
  const listed = row.source === RESULT_LIST;
  const state = nextRowState(row.state, action, listed);
  if (state === null) throw new AppError('ARCHIVE_ROW_STATE', { details: { state: row.state } });
  const { fields, field_versions: versions, return_items: items, ...plain } = changes;
  await ctx.tx
    .updateTable('archive_row')
    .set({
      ...plain,
      ...(fields === undefined ? {} : { fields: JSON.stringify(fields) }),
      ...(versions === undefined ? {} : { field_versions: JSON.stringify(versions) }),
      ...(items === undefined ? {} : { return_items: items === null ? null : JSON.stringify(items) }),
      // What was confirmed is not what stands there any more.
      ...(row.state === 'verified' && state !== 'verified' ? { verified_at: null, verified_by: null } : {}),
      ...(row.state === 'verified' && state === 'waiting' ? { submitted_at: ctx.businessNow } : {}),
      ...(listed && row.state !== 'verified' && state === 'verified'
        ? { submitted_at: ctx.businessNow, verified_at: ctx.businessNow, verified_by: null }
        : {}),
      state,
      version: row.version + 1,
      updated_at: ctx.businessNow,
    })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .execute();
  if (state !== row.state) {
    await ctx.record({
      organiserId: null,
      action: `archive.${action}-row`,
      subject: { noun: 'archive-row', id: row.id },
      data: { kind: row.kind, from: row.state, to: state, version: row.version + 1 },
    });
  }
  return state;
}
