import { AppError } from '@zhiping/contract';
import { proofProblem } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { processOf } from '../../application/index.ts';
import { caseOfPublicity } from '../queries/read-unit-publicity.ts';
import type { PublicityRow } from '../target.ts';

/** Most proofs of one publicity. */
const MOST_PROOFS = 20;

/**
 * Keeps one proof of a publicity: the stamped notice, a photo of where it hung with the day it shows.
 * @throws AppError `INVALID` where the plan knows no such proof or the day is none of the publicity
 */
export async function provePublicity(
  ctx: Ctx,
  row: PublicityRow,
  proof: { readonly kind: string; readonly takenOn: string | null },
  file: StoredFile | null,
): Promise<void> {
  if (file === null) throw new AppError('BAD_REQUEST');
  const { plan } = await processOf(ctx, await caseOfPublicity(ctx, row));
  const now = ctx.businessNowOf(row.organiser_id);
  const period = { startsOn: row.starts_on, lastDay: row.last_day };
  const problem = proofProblem(plan, proof, period, dateInShanghai(now));
  if (problem !== null) throw new AppError('INVALID', { fields: [problem] });
  const { count } = await ctx.tx
    .selectFrom('publicity_proof')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('publicity_id', '=', row.id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= MOST_PROOFS) throw new AppError('PUBLICITY_PROOFS_FULL');
  const id = ctx.newId();
  await ctx.tx
    .insertInto('publicity_proof')
    .values({
      id,
      organiser_id: row.organiser_id,
      unit_id: row.unit_id ?? '',
      publicity_id: row.id,
      kind: proof.kind,
      taken_on: proof.takenOn,
      file_id: file.id,
      media_type: file.mediaType,
      uploaded_by: ctx.actor.personId,
      uploaded_at: now,
      removed_at: null,
    })
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'publicity', id: row.id },
    data: { proof: id, ...proof, file: file.sameness, mediaType: file.mediaType, bytes: file.bytes },
  });
}

/** Takes a proof away that was uploaded by mistake; its entry in the record stays. @throws AppError `NOT_FOUND` */
export async function removeProof(ctx: Ctx, row: PublicityRow, proofId: string): Promise<void> {
  const removed = await ctx.tx
    .updateTable('publicity_proof')
    .set({ removed_at: ctx.businessNowOf(row.organiser_id) })
    .where('id', '=', proofId)
    .where('publicity_id', '=', row.id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw new AppError('NOT_FOUND');
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'publicity', id: row.id },
    data: { removed: proofId },
  });
}
