import { AppError } from '@zhiping/contract';
import { type FetchedRow, type Fields, kindSpec, RESULT_LIST, type RowSource, sameValue } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { lockRow } from '../target.ts';
import { changeRow } from './change-row.ts';
import { createRow } from './create-row.ts';

/**
 * Writes rows of a register or a list into a person's archive, each under the key its source gave it. A row that says the same
 * is only dated anew; one that says something else now is changed and has to be verified again; one its person threw away stays
 * away. Answers how many stand in the archive. What a register does not say the person fills in; what a list states is verified
 * by the list, and all of it is the list's.
 */
export async function takeFetched(
  ctx: Ctx,
  personId: string,
  source: RowSource,
  rows: readonly FetchedRow[],
  note: string | null = null,
): Promise<number> {
  let taken = 0;
  for (const { key, kind, fields } of rows) {
    const known = await ctx.tx
      .selectFrom('archive_row')
      .select('id')
      .where('person_id', '=', personId)
      .where('source', '=', source)
      .where('source_key', '=', key)
      .executeTakeFirst();
    const rowId = known?.id ?? (await createRow(ctx, personId, kind, fields));
    const row = await lockRow(ctx, rowId, null);
    if (row.state === 'recycled') {
      // A list stands by what it says: brought back, the row must say that.
      if (source === RESULT_LIST) await restate(ctx, rowId, fields);
      continue;
    }
    taken += 1;
    const same = Object.entries(fields).every(([name, value]) => sameValue(row.fields[name] ?? null, value));
    if (!same)
      await changeRow(ctx, row, 'edit', { fields: source === RESULT_LIST ? fields : { ...row.fields, ...fields } });
    await ctx.tx
      .updateTable('archive_row')
      .set({
        source,
        source_key: key,
        source_note: note,
        fetched_at: ctx.systemNow,
        fetched_fields: source === RESULT_LIST ? kindSpec(kind).fields.map(({ name }) => name) : Object.keys(fields),
        ...(same ? {} : { disputed: null }),
      })
      .where('id', '=', rowId)
      .execute();
    if (source !== RESULT_LIST) continue;
    const listed = await lockRow(ctx, rowId, null);
    if (listed.state !== 'verified') await changeRow(ctx, listed, 'verify', {});
  }
  return taken;
}

async function restate(ctx: Ctx, rowId: string, fields: Fields): Promise<void> {
  await ctx.tx
    .updateTable('archive_row')
    .set({ fields: JSON.stringify(fields), fetched_at: ctx.systemNow })
    .where('id', '=', rowId)
    .execute();
}

/** Its person says what is wrong with a fetched row; the unit sees it beside the row. @throws AppError `REGISTER_NOT_FETCHED`, `STALE` */
export async function dispute(ctx: Ctx, rowId: string, version: number, reason: string): Promise<void> {
  const row = await lockRow(ctx, rowId, version);
  if (row.source === null) throw new AppError('REGISTER_NOT_FETCHED');
  await changeRow(ctx, row, 'edit', {});
  await ctx.tx.updateTable('archive_row').set({ disputed: reason }).where('id', '=', rowId).execute();
}
