import { AppError } from '@zhiping/contract';
import { PURPOSE_IDS, type Purpose } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/index.ts';
import { lockRow, type StoredEvidence } from '../target.ts';
import { changeRow } from './change-row.ts';

const MAX_FILES = 40;

/** Adds a stored file to a row. A verified row goes back to waiting: its evidence is not what was looked at. */
export async function addFile(ctx: Ctx, rowId: string, file: StoredFile, purposes: readonly Purpose[]): Promise<void> {
  const row = await lockRow(ctx, rowId, null);
  const { count, last } = await ctx.tx
    .selectFrom('archive_evidence')
    .select((eb) => [eb.fn.countAll<bigint>().as('count'), eb.fn.max('place').as('last')])
    .where('row_id', '=', rowId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MAX_FILES) throw new AppError('ARCHIVE_FULL');
  await ctx.tx
    .insertInto('archive_evidence')
    .values({
      id: ctx.newId(),
      row_id: rowId,
      person_id: row.person_id,
      unit_id: row.unit_id,
      blob_id: file.id,
      name: file.name,
      media_type: file.mediaType,
      bytes: BigInt(file.bytes),
      sameness: Buffer.from(file.sameness, 'hex'),
      purposes: [...purposes],
      place: (last ?? 0) + 1,
      uploaded_at: ctx.businessNow,
      removed_at: null,
    })
    .execute();
  await changeRow(ctx, row, 'edit', {});
}

/** Says what a file shows. */
export async function tagFile(ctx: Ctx, evidence: StoredEvidence, purposes: readonly Purpose[]): Promise<void> {
  const row = await lockRow(ctx, evidence.row_id, null);
  await ctx.tx
    .updateTable('archive_evidence')
    .set({ purposes: [...purposes] })
    .where('id', '=', evidence.id)
    .execute();
  await changeRow(ctx, row, 'edit', {});
}

/** Takes a file off its row. The file itself stays: a submission may rest on it. */
export async function removeFile(ctx: Ctx, evidence: StoredEvidence): Promise<void> {
  const row = await lockRow(ctx, evidence.row_id, null);
  await ctx.tx
    .updateTable('archive_evidence')
    .set({ removed_at: ctx.businessNow })
    .where('id', '=', evidence.id)
    .execute();
  await changeRow(ctx, row, 'edit', {});
}

/** Purposes as a form sends them: joined by commas. Throws `INVALID` for unknown ones. */
export function parsePurposes(joined: string): readonly Purpose[] {
  const names = joined.split(',').filter((name) => name !== '');
  const known = names.filter((name): name is Purpose => (PURPOSE_IDS as readonly string[]).includes(name));
  if (known.length !== names.length) {
    throw new AppError('INVALID', { fields: [{ path: 'purposes', message: '没有这种材料用途' }] });
  }
  return [...new Set(known)];
}
