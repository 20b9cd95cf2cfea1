import type { ApplicationFacts } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { expertOf } from '../expert-of.ts';

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
  return {
    recommendations: rows.filter(({ kind }) => kind === 'recommendation').map(expertOf),
    appraisals: rows.flatMap((row) => (row.row_id === null ? [] : [{ row: row.row_id, expert: expertOf(row) }])),
  };
}
