import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { openFields } from '../personal.ts';
import type { RowReturnItem } from '../tables.ts';
import { lockRow } from '../target.ts';
import { changeRow } from './change-row.ts';
import { foreignBasics } from './foreign-basics.ts';

/**
 * The unit confirms a row as it saw it (LN-2024 五(二)1). A row edited meanwhile answers `STALE`, 基本信息 of somebody
 * else than the account's person `ARCHIVE_BASICS_FOREIGN`.
 */
export async function verifyRow(ctx: Ctx, rowId: string, version: number): Promise<void> {
  const row = await lockRow(ctx, rowId, version);
  if (row.kind === 'basic') {
    const foreign = await foreignBasics(ctx, row.person_id, await openFields(ctx, row));
    if (foreign.length > 0) {
      const fields = foreign.map(({ field, label, message }) => ({ path: field, message: `${label}${message}` }));
      throw new AppError('ARCHIVE_BASICS_FOREIGN', { fields });
    }
  }
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
