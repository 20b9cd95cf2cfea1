import type { Ctx } from '../../context.ts';
import { type ImportedPack, policySubject } from '../../modules/policy/index.ts';

/** The demonstration publishes its own packs, in the name of its two policy owners. */
export async function publishPolicies(ctx: Ctx, imported: readonly ImportedPack[]): Promise<void> {
  const publishers = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where('username', 'in', ['policy', 'policy2'])
    .execute();
  for (const { pack, number, hash } of imported) {
    const { numInsertedOrUpdatedRows: added } = await ctx.tx
      .insertInto('policy_approval')
      .values(publishers.map(({ person_id }) => ({ pack, number, person_id, approved_at: ctx.businessNow })))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added === 0n) continue;
    await ctx.record({
      organiserId: null,
      action: 'policy.publish',
      subject: policySubject(hash),
      data: { pack, number, hash },
    });
  }
}
