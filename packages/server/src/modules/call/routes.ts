import { listCalls, noteCall } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import { callsOf, keepCall } from './calls.ts';

export const callRoutes: readonly AnyRoute[] = [
  defineRoute(listCalls, {
    target: (ctx, params) => loadApplication(ctx, params),
    handle: async (ctx, { target }) => ({ items: await callsOf(ctx, target.row.id) }),
  }),
  defineRoute(noteCall, {
    target: (ctx, params) => loadApplication(ctx, params, true),
    handle: async (ctx, { target, body }) => ({ id: await keepCall(ctx, target, body) }),
  }),
];
