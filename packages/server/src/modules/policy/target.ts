import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { findPolicy, type PolicyAsked, type StoredPolicy } from './queries/read-policy.ts';

export interface PolicyTarget extends TargetFacts {
  readonly policy: StoredPolicy;
}

/** Packs belong to the installation: the policy owners of any organiser are theirs. */
export async function policyTarget(ctx: Ctx, asked: PolicyAsked): Promise<PolicyTarget | null> {
  const policy = await findPolicy(ctx, asked);
  if (!policy) return null;
  return { stage: policy.publishedAt === null ? 'draft' : 'published', organiserId: ownersOrganiser(ctx), policy };
}

/** Calendars are the installation's too, one for all organisers. */
export const calendarTarget = (ctx: Ctx): TargetFacts => ({ stage: 'any', organiserId: ownersOrganiser(ctx) });

const ownersOrganiser = (ctx: Ctx): string | null =>
  ctx.actor.held.find(({ relation }) => relation === 'policy-owner')?.organiserId ?? null;
