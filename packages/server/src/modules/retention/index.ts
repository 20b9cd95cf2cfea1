import * as contract from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { changeRetention, readRetention } from './retention.ts';

export { pruneLogs } from './retention.ts';

export const retentionRoutes: readonly AnyRoute[] = [
  defineRoute(contract.readRetention, { target: 'none', handle: (ctx) => ctx.asPlatform(() => readRetention(ctx)) }),
  defineRoute(contract.changeRetention, {
    target: 'none',
    handle: async (ctx, { body }) => {
      await ctx.asPlatform(() => changeRetention(ctx, body));
      return body;
    },
  }),
];
