import {
  approveExtension,
  declineExtension,
  DONE,
  listExtensions,
  proposeExtension,
  readExtensions,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadPlan } from '../fee/index.ts';
import { approveExtension as approve, declineExtension as decline } from './decide.ts';
import { proposeExtension as propose } from './propose.ts';
import { extensionsOf, publicExtensions } from './queries.ts';
import { loadExtension } from './target.ts';

export const extensionRoutes: readonly AnyRoute[] = [
  defineRoute(listExtensions, { target: 'list', handle: (ctx, { scope }) => extensionsOf(ctx, scope) }),
  defineRoute(proposeExtension, {
    target: loadPlan,
    handle: async (ctx, { target, body }) => ({ id: await propose(ctx, target, body) }),
  }),
  defineRoute(approveExtension, { target: loadExtension, handle: (ctx, { target }) => approve(ctx, target) }),
  defineRoute(declineExtension, {
    target: loadExtension,
    handle: async (ctx, { target }) => {
      await decline(ctx, target);
      return DONE;
    },
  }),
  defineRoute(readExtensions, { target: 'list', handle: (ctx) => publicExtensions(ctx) }),
];
