import type { AppraisalInput } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';

/** The last appraisal of an application with who recorded it; null before there is one. */
export async function readAppraisal(
  ctx: Ctx,
  applicationId: string,
): Promise<(AppraisalInput & { readonly recordedBy: string; readonly recordedAt: string }) | null> {
  const row = await ctx.tx
    .selectFrom('unit_appraisal as a')
    .innerJoin('person as p', 'p.id', 'a.recorded_by')
    .select(['a.held_on as heldOn', 'a.meeting', 'a.members', 'a.bases', 'a.instruments', 'a.candidates', 'a.place'])
    .select(['a.conduct', 'a.opinion', 'a.recommended', 'p.name as recordedBy', 'a.recorded_at as recordedAt'])
    .where('a.application_id', '=', applicationId)
    .orderBy('a.recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
