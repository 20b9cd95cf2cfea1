import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import { linkHash, newLink } from '../../../security/links.ts';
import { after } from '../../../time/clocks.ts';
import { type ApplicationRow, loadApplication } from '../../application/index.ts';
import { pledgeOf } from '../pledge.ts';

const FIFTEEN_MINUTES_MS = 900_000;

/** Shows a code for the phone (ZJ 附件2之5): of one use, for a quarter of an hour; a newer one ends the older. */
export async function begin(ctx: Ctx, row: ApplicationRow): Promise<{ token: string; expiresAt: string }> {
  const { hash: textHash } = await pledgeOf(ctx, row);
  const { token, hash } = newLink();
  const expiresAt = after(ctx.systemNow, FIFTEEN_MINUTES_MS);
  await ctx.tx
    .deleteFrom('pledge_signature')
    .where('application_id', '=', row.id)
    .where('signed_at', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('pledge_signature')
    .values({
      id: ctx.newId(),
      application_id: row.id,
      way: 'phone',
      token_hash: hash,
      expires_at: expiresAt,
      begun_at: ctx.systemNow,
      text_hash: textHash,
      signed_at: null,
      file_id: null,
      file_name: null,
    })
    .execute();
  return { token, expiresAt };
}

/**
 * The signature drawn on the phone. The secret of the code is the permission; it is used up with it.
 * @throws AppError `LINK_UNUSABLE`, `SIGNATURE_NOT_PICTURE`
 */
export async function sign(ctx: Ctx, token: string, file: StoredFile | null): Promise<{ at: string }> {
  if (!file || !file.mediaType.startsWith('image/')) throw new AppError('SIGNATURE_NOT_PICTURE');
  return ctx.asPlatform(async () => {
    const one = await ctx.tx
      .selectFrom('pledge_signature')
      .selectAll()
      .where('token_hash', '=', linkHash(token))
      .forUpdate()
      .executeTakeFirst();
    if (!one || one.signed_at !== null || one.expires_at === null || one.expires_at <= ctx.systemNow) {
      throw new AppError('LINK_UNUSABLE');
    }
    const target = await loadApplication(ctx, { id: one.application_id });
    if (!target) throw new AppError('LINK_UNUSABLE');
    await ctx.tx
      .updateTable('pledge_signature')
      .set({ signed_at: ctx.systemNow, file_id: file.id, file_name: file.name, token_hash: null })
      .where('id', '=', one.id)
      .execute();
    await recordSigned(ctx, target.row, 'phone', one.text_hash, file);
    return { at: ctx.systemNow };
  });
}

/** The other way: the pledge copied and signed by hand, scanned (LN-2024 六(五)). */
export async function scan(ctx: Ctx, row: ApplicationRow, file: StoredFile | null): Promise<void> {
  if (!file) throw new AppError('FILE_MISSING');
  const { hash } = await pledgeOf(ctx, row);
  await ctx.tx
    .insertInto('pledge_signature')
    .values({
      id: ctx.newId(),
      application_id: row.id,
      way: 'scan',
      token_hash: null,
      expires_at: null,
      begun_at: ctx.systemNow,
      text_hash: hash,
      signed_at: ctx.systemNow,
      file_id: file.id,
      file_name: file.name,
    })
    .execute();
  await recordSigned(ctx, row, 'scan', hash, file);
}

async function recordSigned(
  ctx: Ctx,
  row: ApplicationRow,
  way: 'phone' | 'scan',
  textHash: string,
  file: StoredFile,
): Promise<void> {
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data: { way, textHash, file: file.sameness },
  });
}
