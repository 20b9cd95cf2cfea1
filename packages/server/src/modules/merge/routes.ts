import * as contract from '@zhiping/contract';
import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import type { ProvedIdentity } from '../../security/provider.ts';
import { type From, prepareAnswer } from '../account/index.ts';
import { approve, ask, refuse, withdraw } from './decide.ts';
import { beginByPassword, beginBySignOn, giveCode } from './prove.ts';
import { listMerges, ownMerges, viewCase, viewMerge } from './queries.ts';
import { loadEitherMerge, loadMerge, loadOwnMerge, type StoredMerge } from './target.ts';

export const mergeRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listOwnMerges, {
    target: 'own',
    handle: async (ctx) => ({ items: await ownMerges(ctx, ownId(ctx)) }),
  }),
  defineRoute(contract.beginMerge, {
    target: 'own',
    perMinute: 60,
    handle: async (ctx, { body, http }) => orRefused(ctx, await beginByPassword(ctx, ownId(ctx), body, fromOf(http))),
  }),
  defineRoute(contract.beginMergeBySignOn, {
    target: 'own',
    perMinute: 60,
    prepare: prepareAnswer,
    handle: async (ctx, { prepared }) =>
      orRefused(ctx, await beginBySignOn(ctx, ownId(ctx), prepared as ProvedIdentity)),
  }),
  defineRoute(contract.proveMergeCode, {
    target: loadOwnMerge,
    perMinute: 60,
    handle: async (ctx, { target, body, http }) =>
      orRefused(ctx, await giveCode(ctx, target.merge, body.code, fromOf(http))),
  }),
  defineRoute(contract.askMerge, {
    target: loadOwnMerge,
    handle: async (ctx, { target, body }) => viewMerge(ctx, await ask(ctx, target.merge, body.reason)),
  }),
  defineRoute(contract.withdrawMerge, {
    target: loadEitherMerge,
    handle: async (ctx, { target }) => viewMerge(ctx, await withdraw(ctx, target.merge)),
  }),
  defineRoute(contract.listMerges, {
    target: 'none',
    handle: (ctx, { query }) => ctx.asPlatform(() => listMerges(ctx, query)),
  }),
  defineRoute(contract.readMerge, {
    target: loadMerge,
    handle: (ctx, { target }) => ctx.asPlatform(() => viewCase(ctx, target.merge)),
  }),
  defineRoute(contract.approveMerge, {
    target: loadMerge,
    handle: (ctx, { target }) => ctx.asPlatform(async () => viewCase(ctx, await approve(ctx, target.merge))),
  }),
  defineRoute(contract.refuseMerge, {
    target: loadMerge,
    handle: (ctx, { target, body }) =>
      ctx.asPlatform(async () => viewCase(ctx, await refuse(ctx, target.merge, body.reason))),
  }),
];

const fromOf = ({ address, agent }: From): From => ({ address, agent });

function orRefused(ctx: Ctx, merge: StoredMerge | AppError): Promise<contract.Merge> | AppError {
  return merge instanceof AppError ? merge : viewMerge(ctx, merge);
}

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
