import { AppError } from '@zhiping/contract';
import { type FetchedRow, type RegisterId, sameValue } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { lockRow } from '../target.ts';
import { changeRow } from './change-row.ts';
import { createRow } from './create-row.ts';

/**
 * Writes rows of a register into a person's archive, each under the key the register gave it. A row that says the same is only
 * dated anew; one that says something else now is changed and has to be verified again; one its person threw away stays away.
 * Answers how many stand in the archive. What the register does not say the person fills in.
 */
export async function takeFetched(
  ctx: Ctx,
  personId: string,
  register: RegisterId,
  rows: readonly FetchedRow[],
): Promise<number> {
  let taken = 0;
  for (const { key, kind, fields } of rows) {
    const known = await ctx.tx
      .selectFrom('archive_row')
      .select('id')
      .where('person_id', '=', personId)
      .where('source', '=', register)
      .where('source_key', '=', key)
      .executeTakeFirst();
    const rowId = known?.id ?? (await createRow(ctx, personId, kind, fields));
    const row = await lockRow(ctx, rowId, null);
    if (row.state === 'recycled') continue;
    taken += 1;
    const same = Object.entries(fields).every(([name, value]) => sameValue(row.fields[name] ?? null, value));
    if (!same) await changeRow(ctx, row, 'edit', { fields: { ...row.fields, ...fields } });
    await ctx.tx
      .updateTable('archive_row')
      .set({
        source: register,
        source_key: key,
        fetched_at: ctx.systemNow,
        fetched_fields: Object.keys(fields),
        ...(same ? {} : { disputed: null }),
      })
      .where('id', '=', rowId)
      .execute();
  }
  return taken;
}

/** Its person says what is wrong with a fetched row; the unit sees it beside the row. @throws AppError `REGISTER_NOT_FETCHED`, `STALE` */
export async function dispute(ctx: Ctx, rowId: string, version: number, reason: string): Promise<void> {
  const row = await lockRow(ctx, rowId, version);
  if (row.source === null) throw new AppError('REGISTER_NOT_FETCHED');
  await changeRow(ctx, row, 'edit', {});
  await ctx.tx.updateTable('archive_row').set({ disputed: reason }).where('id', '=', rowId).execute();
}
