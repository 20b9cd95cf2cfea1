import type { ApplicationFacts } from '@zhiping/core';
import type { Expert } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';

/** Letters that count for a dossier: filled in and not returned by the office. Read as the platform, see `facts.ts`. */
export async function endorsersOf(
  ctx: Ctx,
  applicationId: string,
): Promise<Pick<ApplicationFacts, 'recommendations' | 'appraisals'>> {
  const rows = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('endorsement')
      .selectAll()
      .where('application_id', '=', applicationId)
      .where('state', '=', 'filled')
      .orderBy('id')
      .execute(),
  );
  const expertOf = (row: (typeof rows)[number]): Expert => ({
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.title_level ? { titleLevel: row.title_level } : {}),
    ...(row.relation ? { relation: row.relation } : {}),
    ...(row.title_years === null ? {} : { titleYears: row.title_years }),
    ...(row.national_talent === null ? {} : { nationalTalent: row.national_talent }),
  });
  return {
    recommendations: rows.filter(({ kind }) => kind === 'recommendation').map(expertOf),
    appraisals: rows.flatMap((row) => (row.row_id === null ? [] : [{ row: row.row_id, expert: expertOf(row) }])),
  };
}
