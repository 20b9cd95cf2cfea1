import {
  approvePolicy,
  getLatestPolicy,
  getPolicyByHash,
  getPolicyVersion,
  listPolicies,
  listPolicyDrafts,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { approvePolicy as approve } from './commands/approve-policy.ts';
import { listDrafts, listPublished } from './queries/read-policy.ts';
import { type PolicyTarget, policyTarget } from './target.ts';

const whole = async (_ctx: unknown, { target }: { readonly target: PolicyTarget }) => target.policy;

export const policyRoutes: readonly AnyRoute[] = [
  defineRoute(listPolicies, { target: 'none', handle: async (ctx) => ({ items: [...(await listPublished(ctx))] }) }),
  defineRoute(getLatestPolicy, { target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }), handle: whole }),
  defineRoute(getPolicyVersion, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: whole,
  }),
  defineRoute(getPolicyByHash, { target: (ctx, { hash }) => policyTarget(ctx, { by: 'hash', hash }), handle: whole }),
  defineRoute(listPolicyDrafts, { target: 'list', handle: async (ctx) => ({ items: [...(await listDrafts(ctx))] }) }),
  defineRoute(approvePolicy, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: async (ctx, { target, body }) => ({
      published: await approve(ctx, target.policy, ctx.actor.personId ?? '', body.hash),
    }),
  }),
];
