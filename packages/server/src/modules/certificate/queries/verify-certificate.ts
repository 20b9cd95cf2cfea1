import { timingSafeEqual } from 'node:crypto';
import type { Verification } from '@zhiping/contract';
import { plainNumber } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { nameIndex } from './name-index.ts';

/**
 * Looks a certificate up by number and name. An unknown number and a wrong name do the same work and answer the same, so
 * that nobody learns which numbers exist. A found one leaves a line that its holder can read.
 */
export async function verifyCertificate(
  ctx: Ctx,
  number: string,
  name: string,
  way: 'number' | 'scan',
): Promise<Verification> {
  const asked = nameIndex(ctx, name);
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('certificate')
      .selectAll()
      .where('plain_number', '=', plainNumber(number))
      .executeTakeFirst();
    const fits = timingSafeEqual(asked, row?.name_index ?? Buffer.alloc(asked.length));
    if (!row || !fits) return { found: false, checkedAt: ctx.businessNow };
    await ctx.tx
      .insertInto('certificate_lookup')
      .values({ id: ctx.newId(), certificate_id: row.id, at: ctx.businessNow, way, shown: row.state })
      .execute();
    return {
      found: true,
      checkedAt: ctx.businessNow,
      state: row.state,
      number: row.number,
      name: maskName(row.holder_name),
      titleName: row.title_name,
      levelName: row.level_name,
      seriesName: row.series_name,
      specialty: row.specialty,
      committeeName: row.committee_name,
      issuer: row.issuer,
      obtainedOn: row.obtained_on,
      issuedOn: row.issued_on,
      revokedOn: row.revoked_on,
    };
  });
}

/** First and last character stay, two characters keep the first: 王*峰, 王*. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= 2) return `${characters[0] ?? ''}*`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}
