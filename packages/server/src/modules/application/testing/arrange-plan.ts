import { parsePlan } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { DEMONSTRATION } from '../../../start/demonstration/organisations.ts';
import { addRelation } from '../../account/index.ts';
import { findPolicy } from '../../policy/index.ts';

export interface ArrangedPlan {
  readonly planId: string;
  readonly organiserId: string;
}

/** Opens the latest published version of `pack` for an organiser of its own, whose business time is `at`, for tests. */
export async function arrangePlan(ctx: Ctx, pack: string, at: string): Promise<ArrangedPlan> {
  const stored = await findPolicy(ctx, { by: 'latest', pack });
  if (!stored) throw new Error(`${pack} is not published`);
  const plan = parsePlan(stored.content);
  const [planId, organiserId] = [ctx.newId(), ctx.newId()];
  await ctx.tx
    .insertInto('organiser')
    .values({
      id: organiserId,
      name: `${plan.organiser}（${pack} ${organiserId.slice(-6)}）`,
      office_name: plan.committee?.office ?? plan.organiser,
      clock_offset_ms: BigInt(Date.parse(at) - Date.parse(ctx.systemNow)),
    })
    .execute();
  await ctx.tx
    .insertInto('plan')
    .values({
      id: planId,
      organiser_id: organiserId,
      pack: stored.pack,
      pack_number: stored.number,
      name: plan.title,
      year: plan.year,
      confirmer_id: DEMONSTRATION.confirmer,
      opened_at: at,
    })
    .execute();
  return { planId, organiserId };
}

/** Changes basic facts of a login's archive, e.g. where the person works, for tests. */
export async function arrangeBasic(
  ctx: Ctx,
  username: string,
  fields: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  await sql`update archive_row set fields = fields || ${JSON.stringify(fields)}::jsonb where kind = 'basic' and person_id =
    (select person_id from account where username = ${username})`.execute(ctx.tx);
}

/** Puts the basic facts of a login's archive into a state, by default as the unit verified them, for tests. */
export async function arrangeBasicState(
  ctx: Ctx,
  username: string,
  state: 'draft' | 'waiting' | 'verified' | 'returned' = 'verified',
): Promise<void> {
  await sql`update archive_row set state = ${state}, submitted_at = coalesce(submitted_at, ${ctx.systemNow}),
    verified_at = greatest(coalesce(submitted_at, ${ctx.systemNow}), ${ctx.systemNow}),
    verified_by = (select person_id from account where username = 'unit'),
    returned_at = ${ctx.systemNow}, return_items = '[]' where kind = 'basic' and person_id =
    (select person_id from account where username = ${username})`.execute(ctx.tx);
}

/** Grants an office relation to a login for one organiser, for tests. */
export async function arrangeOffice(ctx: Ctx, username: string, organiserId: string): Promise<void> {
  const { person_id: personId } = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  await addRelation(ctx, personId, { relation: 'office', subjectId: organiserId, organiserId });
}
