import type { Ctx } from '../../../context.ts';

/** The unit a person belongs to now, which verifies and recommends; null without one. */
export async function unitOf(
  ctx: Ctx,
  personId: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const unit = await ctx.tx
    .selectFrom('unit_member as m')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select(['u.id', 'u.name'])
    .where('m.person_id', '=', personId)
    .where('m.left_on', 'is', null)
    .executeTakeFirst();
  return unit ?? null;
}
