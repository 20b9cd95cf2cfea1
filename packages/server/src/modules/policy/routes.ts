import {
  approvePolicy,
  attachOfficialText,
  getLatestPolicy,
  getOfficialText,
  getPolicyByHash,
  getPolicyVersion,
  listLibrary,
  listPolicies,
  listPolicyDrafts,
  listPolicyVersions,
  removeOfficialText,
  searchPolicies,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { approvePolicy as approve } from './commands/approve-policy.ts';
import { attachOfficialText as attach, removeOfficialText as remove } from './commands/attach-official-text.ts';
import { listLibrary as library } from './queries/library.ts';
import { readOfficialText } from './queries/official-text.ts';
import { listDrafts, listPublished, listVersions } from './queries/read-policy.ts';
import { searchPolicies as search } from './queries/search.ts';
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
  defineRoute(listLibrary, { target: 'none', handle: async (ctx) => ({ items: [...(await library(ctx))] }) }),
  defineRoute(listPolicyVersions, {
    target: 'none',
    handle: async (ctx, { params }) => ({ items: [...(await listVersions(ctx, params.pack))] }),
  }),
  defineRoute(searchPolicies, { target: 'none', handle: (ctx, { query }) => search(ctx, query) }),
  defineRoute(getOfficialText, {
    target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }),
    handle: (ctx, { params }) => readOfficialText(ctx, params.pack),
  }),
  defineRoute(attachOfficialText, {
    target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }),
    handle: (ctx, { target, body }) => attach(ctx, target.policy, body.text),
  }),
  defineRoute(removeOfficialText, {
    target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }),
    handle: async (ctx, { target }) => ({ removed: await remove(ctx, target.policy) }),
  }),
];
