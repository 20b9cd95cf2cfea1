import { AppError } from '@zhiping/contract';
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '../../../context.ts';
import { openFile, pdfOfPictures, saveFile, type StoredFile, turnedPicture } from '../../../files/index.ts';
import { lockRow, type StoredEvidence } from '../target.ts';
import { changeRow } from './change-row.ts';

const MOST_JOINED = 20;
/** Together, while they are joined. */
const MOST_BYTES = 80 * 1024 * 1024;

/**
 * Puts the files of a row into an order. `ids` names each of them once, else the order was made on something older (`STALE`).
 * What the files show stays the same, so a verified row stays verified.
 */
export async function orderFiles(ctx: Ctx, rowId: string, ids: readonly string[]): Promise<void> {
  await lockRow(ctx, rowId, null);
  const files = await filesOf(ctx, rowId);
  if (files.length !== ids.length || !files.every(({ id }) => ids.includes(id))) throw new AppError('STALE');
  for (const [at, id] of ids.entries()) {
    await ctx.tx
      .updateTable('archive_evidence')
      .set({ place: at + 1 })
      .where('id', '=', id)
      .execute();
  }
}

/** Turns a picture that lies on its side. The file as it was stays: a submission may rest on it. @throws AppError `EVIDENCE_NOT_PICTURE` */
export async function turnFile(ctx: Ctx, evidence: StoredEvidence, quarters: 1 | 2 | 3): Promise<void> {
  assertPicture(evidence);
  const row = await lockRow(ctx, evidence.row_id, null);
  const { content } = await openFile(ctx, evidence.blob_id);
  const turned = await turnedPicture(evidence.media_type, await buffer(content), quarters);
  const file = await saveFile(ctx, {
    content: turned,
    name: evidence.name,
    mediaType: evidence.media_type,
    ownerPersonId: evidence.person_id,
  });
  await removeAll(ctx, [evidence.id]);
  // A copy that was turned is still the same paper.
  await insertLike(ctx, evidence, { ...file, sameness: evidence.sameness.toString('hex') });
  await changeRow(ctx, row, 'edit', {});
}

/**
 * Joins pictures of a row to one PDF in the given order; it stands where the first stood and shows what they showed together.
 * @throws AppError `EVIDENCE_NOT_PICTURE`, `EVIDENCE_JOIN`, `STALE`
 */
export async function joinFiles(ctx: Ctx, rowId: string, ids: readonly string[], name: string): Promise<void> {
  const row = await lockRow(ctx, rowId, null);
  const files = await filesOf(ctx, rowId);
  const chosen = ids.map((id) => files.find((file) => file.id === id)).filter((file) => file !== undefined);
  const [first] = chosen;
  if (first === undefined || new Set(ids).size !== chosen.length) throw new AppError('STALE');
  for (const file of chosen) assertPicture(file);
  const bytes = chosen.reduce((sum, file) => sum + Number(file.bytes), 0);
  if (chosen.length < 2 || chosen.length > MOST_JOINED || bytes > MOST_BYTES) throw new AppError('EVIDENCE_JOIN');
  const pictures: Buffer[] = [];
  for (const file of chosen) pictures.push(await buffer((await openFile(ctx, file.blob_id)).content));
  const file = await saveFile(ctx, {
    content: await pdfOfPictures(pictures, name),
    name: `${name}.pdf`,
    mediaType: 'application/pdf',
    ownerPersonId: row.person_id,
  });
  await removeAll(
    ctx,
    chosen.map(({ id }) => id),
  );
  await insertLike(ctx, { ...first, purposes: [...new Set(chosen.flatMap(({ purposes }) => purposes))] }, file);
  await changeRow(ctx, row, 'edit', {});
}

function filesOf(ctx: Ctx, rowId: string): Promise<StoredEvidence[]> {
  return ctx.tx
    .selectFrom('archive_evidence')
    .selectAll()
    .where('row_id', '=', rowId)
    .where('removed_at', 'is', null)
    .execute();
}

function assertPicture(file: StoredEvidence): void {
  if (!file.media_type.startsWith('image/')) throw new AppError('EVIDENCE_NOT_PICTURE');
}

async function removeAll(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx
    .updateTable('archive_evidence')
    .set({ removed_at: ctx.businessNow })
    .where('id', 'in', [...ids])
    .execute();
}

/** A new file in the place of another, showing the same. */
async function insertLike(ctx: Ctx, like: StoredEvidence, file: StoredFile): Promise<void> {
  await ctx.tx
    .insertInto('archive_evidence')
    .values({
      ...like,
      id: ctx.newId(),
      blob_id: file.id,
      name: file.name,
      media_type: file.mediaType,
      bytes: BigInt(file.bytes),
      sameness: Buffer.from(file.sameness, 'hex'),
      purposes: [...like.purposes],
      uploaded_at: ctx.businessNow,
      removed_at: null,
    })
    .execute();
}
