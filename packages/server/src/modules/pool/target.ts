import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';

export interface ExpertTarget extends TargetFacts {
  readonly expertId: string;
  readonly organiserId: string;
  readonly personId: string;
  readonly version: number;
}

/** Facts of one expert on file. Whoever is on file does not manage the own entry. */
export async function expertTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<ExpertTarget | null> {
  const row = await ctx.tx
    .selectFrom('expert')
    .select(['id', 'organiser_id', 'person_id', 'state', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    stage: row.state,
    organiserId: row.organiser_id,
    applicantPersonId: row.person_id,
    expertId: row.id,
    personId: row.person_id,
    version: row.version,
  };
}

/** Facts of an action on an organiser as a whole. */
export function organiserTarget(_ctx: Ctx, { organiserId }: { readonly organiserId: string }) {
  return { stage: 'any', organiserId };
}
