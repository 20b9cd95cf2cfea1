import type { Objection } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { type SealedTexts, sealedTexts } from '../sealed.ts';
import type { PublicityRow } from '../target.ts';

/** What stands in the place of texts whose period is over. */
const ERASED_TEXTS: Pick<SealedTexts, 'open'> = { open: () => '（已按保存期限销毁）' };

/** Objections to one publicity, opened for those who check them: oldest first. */
export async function listObjections(ctx: Ctx, publicity: PublicityRow): Promise<Objection[]> {
  return ctx.asPlatform(async () => {
    const rows = await ctx.tx
      .selectFrom('objection as o')
      .innerJoin('application as a', 'a.id', 'o.application_id')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .selectAll('o')
      .select(['a.number as applicationNumber', 'p.name as personName'])
      .where('o.publicity_id', '=', publicity.id)
      .orderBy('o.received_at')
      .execute();
    return rows.map((row) => {
      const texts = row.erased_at === null ? sealedTexts(ctx, row.id, row.wrapped_key) : ERASED_TEXTS;
      return {
        id: row.id,
        receiptNumber: row.receipt_number,
        receivedAt: row.received_at,
        state: row.state,
        about: { applicationId: row.application_id, number: row.applicationNumber, name: row.personName },
        name: texts.open('name', row.name_sealed),
        contact: texts.open('contact', row.contact_sealed),
        content: texts.open('content', row.content_sealed),
        finding: row.finding_sealed === null ? null : texts.open('finding', row.finding_sealed),
        answer: row.answer,
        answeredAt: row.answered_at,
        version: row.version,
      };
    });
  });
}
