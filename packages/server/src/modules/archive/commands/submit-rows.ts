import { AppError } from '@zhiping/contract';
import { fieldProblems, headingOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { assertStaffed } from '../queries/staffed.ts';
import { unitOf } from '../queries/unit-of.ts';
import { openFields } from '../personal.ts';
import { lockRow } from '../target.ts';
import { changeRow } from './change-row.ts';
import { foreignBasics } from './foreign-basics.ts';

/**
 * Hands rows to the unit for verification, all or none. A row that lacks a field is refused with every blank named, 基本信息
 * of somebody else likewise;
 * missing evidence does not stop it: the unit sees what is absent and decides (product A2).
 */
export async function submitRows(
  ctx: Ctx,
  personId: string,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const unit = await unitOf(ctx, personId);
  if (unit === null) throw new AppError('ARCHIVE_NO_UNIT');
  await assertStaffed(ctx, unit.id, personId);
  const problems: { path: string; message: string }[] = [];
  // In one order everywhere, so that two of these cannot wait for each other.
  for (const { id, version } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const row = await lockRow(ctx, id, version);
    if (row.person_id !== personId) throw new AppError('NOT_FOUND');
    const fields = await openFields(ctx, row);
    const foreign = row.kind === 'basic' ? await foreignBasics(ctx, personId, fields) : [];
    const blanks = [...fieldProblems(row.kind, fields), ...foreign];
    const heading = headingOf({ kind: row.kind, fields });
    problems.push(
      ...blanks.map(({ field, message }) => ({ path: `${id}.${field}`, message: `${heading}：${message}` })),
    );
    if (blanks.length > 0) continue;
    await changeRow(ctx, row, 'submit', {
      submitted_at: ctx.businessNow,
      unit_id: unit.id,
      return_items: null,
      returned_at: null,
    });
    if (row.unit_id !== unit.id) {
      await ctx.tx.updateTable('archive_evidence').set({ unit_id: unit.id }).where('row_id', '=', id).execute();
    }
  }
  if (problems.length > 0) throw new AppError('ARCHIVE_INCOMPLETE', { fields: problems });
}
