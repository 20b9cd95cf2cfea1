import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { Scope } from '../../../db/scope.ts';
import { passedOnBy } from '../../authority/index.ts';
import { NOBODY, order } from './order-volumes.ts';

/** As many as the letter and the cover name; no city has had more in one plan. */
const MOST_CASES = 2000;

export interface BundleAsked {
  readonly planId: string;
  readonly contact: string;
  readonly phone: string;
}

/**
 * Orders one package of all cases the caller's authority passed on for a plan, ZJ-2022 附件1一; what is incomplete goes along
 * and is named on the cover. Throws `BUNDLE_NOTHING`, `BUNDLE_TOO_LARGE`, `VOLUME_RUNNING`.
 */
export async function orderBundle(ctx: Ctx, scope: Scope, { planId, contact, phone }: BundleAsked) {
  const passed = await passedOnBy(ctx, scope, planId, MOST_CASES + 1);
  const [first] = passed;
  if (first === undefined) throw new AppError('BUNDLE_NOTHING');
  // Who serves two authorities sends a package from one of them at a time.
  const cases = passed.filter(({ authorityId }) => authorityId === first.authorityId).map(({ id }) => id);
  if (cases.length > MOST_CASES) throw new AppError('BUNDLE_TOO_LARGE');
  const owner = { ...NOBODY, authority_id: first.authorityId, plan_id: planId, contact, phone };
  return order(ctx, owner, cases, `报送材料 ${first.planName} ${cases.length} 份`);
}
