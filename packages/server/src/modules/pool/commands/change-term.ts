import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { ExpertTarget } from '../target.ts';
import { assertTerm } from '../term.ts';

/** Appoints an expert for another term. */
export async function renewExpert(
  ctx: Ctx,
  expert: ExpertTarget,
  term: { readonly appointedOn: string; readonly termEnds: string; readonly version: number },
) {
  assertTerm(term.appointedOn, term.termEnds);
  await change(ctx, expert, term.version, {
    appointed_on: term.appointedOn,
    term_ends: term.termEnds,
    state: 'active',
    left_reason: null,
  });
  return ctx.record({
    organiserId: expert.organiserId,
    subject: { noun: 'expert', id: expert.expertId },
    data: { appointedOn: term.appointedOn, termEnds: term.termEnds },
  });
}

/** Ends the service of an expert; seats already taken are left as they are, the next draw passes them over. */
export async function removeExpert(
  ctx: Ctx,
  expert: ExpertTarget,
  { reason, version }: { readonly reason: string; readonly version: number },
) {
  await change(ctx, expert, version, { state: 'left', left_reason: reason });
  return ctx.record({
    organiserId: expert.organiserId,
    subject: { noun: 'expert', id: expert.expertId },
    data: {},
    personal: { of: expert.personId, values: { reason } },
  });
}

async function change(
  ctx: Ctx,
  expert: ExpertTarget,
  version: number,
  values: {
    readonly state: 'active' | 'left';
    readonly left_reason: string | null;
    readonly appointed_on?: string;
    readonly term_ends?: string;
  },
): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('expert')
    .set({ ...values, version: version + 1 })
    .where('id', '=', expert.expertId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('STALE');
}
