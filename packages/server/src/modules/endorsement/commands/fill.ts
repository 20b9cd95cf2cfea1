import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import { linkHash } from '../../../security/links.ts';
import { loadApplication } from '../../application/index.ts';
import { checkedLetter, type Letter } from './letter.ts';

/**
 * The expert fills in the letter of the link, pledges and signs; the link is used up with it. Nobody is signed in: the
 * secret is the permission. Of two at once the lock lets one through.
 * @throws AppError `LINK_UNUSABLE`, `NOT_PLEDGED`, `SIGNATURE_NOT_PICTURE` and what {@link checkedLetter} throws
 */
export async function fill(
  ctx: Ctx,
  { token, pledged, ...letter }: Letter & { readonly token: string; readonly pledged: 'yes' | 'no' },
  file: StoredFile | null,
): Promise<{ at: string }> {
  if (pledged !== 'yes') throw new AppError('NOT_PLEDGED');
  if (!file || !file.mediaType.startsWith('image/')) throw new AppError('SIGNATURE_NOT_PICTURE');
  return ctx.asPlatform(async () => {
    const one = await ctx.tx
      .selectFrom('endorsement')
      .selectAll()
      .where('token_hash', '=', linkHash(token))
      .forUpdate()
      .executeTakeFirst();
    if (one?.state !== 'invited' || one.expires_at === null || one.expires_at <= ctx.systemNow) {
      throw new AppError('LINK_UNUSABLE');
    }
    const target = await loadApplication(ctx, { id: one.application_id });
    if (!target) throw new AppError('LINK_UNUSABLE');
    const about = { kind: one.kind, rowId: one.row_id };
    const columns = await checkedLetter(ctx, target.row, about, letter, file);
    await ctx.tx
      .updateTable('endorsement')
      .set({ ...columns, token_hash: null })
      .where('id', '=', one.id)
      .execute();
    await ctx.record({
      organiserId: target.row.organiser_id,
      subject: { noun: 'endorsement', id: one.id },
      data: { applicationId: target.row.id, kind: one.kind, way: 'link', file: file.sameness },
    });
    return { at: ctx.systemNow };
  });
}
