import { AppError, type PrivacyNotice } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { currentNotice } from '../queries/notice.ts';

/** Publishes the next version of the notice; everybody is asked for consent anew. */
export async function publishNotice(
  ctx: Ctx,
  notice: Pick<PrivacyNotice, 'title' | 'body' | 'sensitive'>,
): Promise<PrivacyNotice> {
  return ctx.asPlatform(async () => {
    await sql`lock table privacy_notice in exclusive mode`.execute(ctx.tx);
    const version = ((await currentNotice(ctx))?.version ?? 0) + 1;
    const row = { version, ...notice, published_at: ctx.systemNow, published_by: ctx.actor.personId };
    await ctx.tx.insertInto('privacy_notice').values(row).execute();
    const id = ctx.newId();
    await ctx.record({ organiserId: null, subject: { noun: 'privacy-notice', id }, data: { version } });
    return { version, ...notice, publishedAt: ctx.systemNow };
  });
}

/** Keeps a person's consent to the notice that stands now, and the separate one to sensitive data. Throws `NOTICE_CHANGED`. */
export async function giveConsent(ctx: Ctx, personId: string, version: number): Promise<void> {
  const notice = await currentNotice(ctx);
  if (notice?.version !== version) throw new AppError('NOTICE_CHANGED');
  const given = (kind: 'notice' | 'sensitive') => ({
    id: ctx.newId(),
    person_id: personId,
    kind,
    version,
    given_at: ctx.systemNow,
    withdrawn_at: null,
  });
  await ctx.tx
    .insertInto('privacy_consent')
    .values([given('notice'), given('sensitive')])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ctx.record({ organiserId: null, subject: { noun: 'privacy-consent', id: personId }, data: { version } });
}

/** Takes every consent back; it is asked for again before anything more is done. */
export async function withdrawConsent(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx
    .updateTable('privacy_consent')
    .set({ withdrawn_at: ctx.systemNow })
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .execute();
  await ctx.record({
    organiserId: null,
    subject: { noun: 'privacy-consent', id: personId },
    data: { withdrawn: true },
  });
}

/** For registering: where a notice is published, it must be the one agreed to, with the separate consent. Throws `CONSENT_NEEDED`. */
export async function consentOfNewcomer(
  ctx: Ctx,
  personId: string,
  given: { readonly notice?: number | undefined; readonly sensitive?: boolean | undefined },
): Promise<void> {
  const notice = await currentNotice(ctx);
  if (notice === null) return;
  if (given.notice === undefined || given.sensitive !== true) throw new AppError('CONSENT_NEEDED');
  await giveConsent(ctx, personId, given.notice);
}
