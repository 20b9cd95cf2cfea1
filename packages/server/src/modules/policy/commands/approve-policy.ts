import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { selvesOf } from '../../account/index.ts';
import { policySubject } from '../subject.ts';
import { APPROVALS, type StoredPolicy } from '../queries/read-policy.ts';

/** One person's approval of a version; with the second person's it is published. Answers whether it is published. */
export async function approvePolicy(ctx: Ctx, policy: StoredPolicy, personId: string, hash: string): Promise<boolean> {
  if (policy.hash !== hash) throw new AppError('POLICY_CHANGED');
  const selves = await selvesOf(ctx, personId);
  if (policy.approvedBy.some((one) => selves.has(one))) throw new AppError('POLICY_ALREADY_APPROVED');
  const { pack, number } = policy;
  await ctx.tx
    .insertInto('policy_approval')
    .values({ pack, number, person_id: personId, approved_at: ctx.businessNow })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const published = policy.approvedBy.length + 1 >= APPROVALS;
  await ctx.record({
    organiserId: null,
    action: 'policy.approve',
    subject: policySubject(hash),
    data: { pack, number, hash, published },
  });
  return published;
}
