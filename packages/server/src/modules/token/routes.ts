import * as contract from '@zhiping/contract';
import { AppError, DONE } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { createToken, revokeToken } from './commands.ts';
import { listTokens } from './queries.ts';

export const tokenRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listTokens, {
    target: 'own',
    handle: (ctx, { query }) => ctx.asPlatform(() => listTokens(ctx, { ...query, personId: ownId(ctx) })),
  }),
  defineRoute(contract.createToken, {
    target: 'own',
    perMinute: 20,
    handle: async (ctx, { body }) => {
      const { id, secret } = await createToken(ctx, ownId(ctx), body);
      const { items } = await ctx.asPlatform(() => listTokens(ctx, { personId: ownId(ctx), limit: 20 }));
      const token = items.find((one) => one.id === id);
      if (!token) throw new Error('a token was made but is not there');
      return { token, secret };
    },
  }),
  defineRoute(contract.revokeToken, {
    target: 'own',
    handle: async (ctx, { params }) => {
      await revokeToken(ctx, params.tokenId, ownId(ctx));
      return DONE;
    },
  }),
  defineRoute(contract.listAllTokens, {
    target: 'none',
    handle: (ctx, { query }) => ctx.asPlatform(() => listTokens(ctx, { ...query, personId: null })),
  }),
  defineRoute(contract.revokeAnyToken, {
    target: 'none',
    handle: async (ctx, { params }) => {
      await ctx.asPlatform(() => revokeToken(ctx, params.tokenId, null));
      return DONE;
    },
  }),
];

function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
