import type { Ctx } from '../../../context.ts';
import type { RowReturnItem } from '../tables.ts';
import { lockRow } from '../target.ts';
import { changeRow } from './change-row.ts';

/** The unit confirms a row as it saw it (LN-2024 五(二)1). A row edited meanwhile answers `STALE`. */
export async function verifyRow(ctx: Ctx, rowId: string, version: number): Promise<void> {
  const row = await lockRow(ctx, rowId, version);
  await changeRow(ctx, row, 'verify', {
    verified_at: ctx.businessNow,
    verified_by: ctx.actor.personId,
    return_items: null,
    returned_at: null,
  });
}

/** The unit gives a row back with its reasons, item by item; also one it verified before, when it finds out better. */
export async function returnRow(
  ctx: Ctx,
  rowId: string,
  version: number,
  items: readonly RowReturnItem[],
): Promise<void> {
  const row = await lockRow(ctx, rowId, version);
  await changeRow(ctx, row, 'return', { return_items: items, returned_at: ctx.businessNow });
}
