import * as contract from '@zhiping/contract';
import { DONE } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import type { TaskHandlers } from '../../jobs/handlers.ts';
import { approveChange, declineChange, loadChange, proposeChange } from './change-periods.ts';
import { CLEAR, clearOn, DESTROY, destroyOn } from './destroy.ts';
import { listHolds, loadByNumber, loadHold, place, release } from './holds.ts';
import { lastPruning } from './logs.ts';
import { approveList, declineList, loadList, readLists } from './lists.ts';
import { listChanges, publicPeriods, readClasses } from './periods.ts';
import { beginRound, WALK, walkOn } from './walk.ts';

export { clearDestroyed } from './destroy.ts';
export { pruneLogs } from './logs.ts';
export { sweepPassing } from './passing.ts';

export const retentionTasks: TaskHandlers = { [WALK]: walkOn, [DESTROY]: destroyOn, [CLEAR]: clearOn };

export const retentionRoutes: readonly AnyRoute[] = [
  defineRoute(contract.readRetention, {
    target: 'none',
    handle: (ctx) => ctx.asPlatform(async () => ({ ...(await readClasses(ctx)), last: await lastPruning(ctx) })),
  }),
  defineRoute(contract.listRetentionChanges, {
    target: 'none',
    handle: (ctx, { query }) => ctx.asPlatform(() => listChanges(ctx, query)),
  }),
  defineRoute(contract.proposeRetention, {
    target: 'none',
    handle: (ctx, { body }) => ctx.asPlatform(async () => ({ id: await proposeChange(ctx, body) })),
  }),
  defineRoute(contract.approveRetention, {
    target: loadChange,
    handle: async (ctx, { target }) => {
      await ctx.asPlatform(() => approveChange(ctx, target));
      return DONE;
    },
  }),
  defineRoute(contract.declineRetention, {
    target: loadChange,
    handle: async (ctx, { target }) => {
      await ctx.asPlatform(() => declineChange(ctx, target));
      return DONE;
    },
  }),
  defineRoute(contract.readPeriods, { target: 'none', handle: (ctx) => ctx.asPlatform(() => publicPeriods(ctx)) }),
  defineRoute(contract.listDestructions, {
    target: 'none',
    handle: (ctx, { query }) => ctx.asPlatform(() => readLists(ctx, query)),
  }),
  defineRoute(contract.prepareDestruction, {
    target: 'none',
    handle: (ctx) => ctx.asPlatform(async () => ({ id: await beginRound(ctx) })),
  }),
  defineRoute(contract.approveDestruction, {
    target: loadList,
    handle: async (ctx, { target, body }) => {
      await ctx.asPlatform(() => approveList(ctx, target, body.hash));
      return DONE;
    },
  }),
  defineRoute(contract.declineDestruction, {
    target: loadList,
    handle: async (ctx, { target, body }) => {
      await ctx.asPlatform(() => declineList(ctx, target, body.reason));
      return DONE;
    },
  }),
  defineRoute(contract.listHolds, {
    target: 'list',
    handle: (ctx, { query, scope }) => listHolds(ctx, { ...query, scope }),
  }),
  defineRoute(contract.placeHold, {
    target: loadByNumber,
    handle: async (ctx, { target, body }) => ({ id: await place(ctx, target, body.reason) }),
  }),
  defineRoute(contract.releaseHold, {
    target: loadHold,
    handle: async (ctx, { target, body }) => {
      await release(ctx, target, body.reason);
      return DONE;
    },
  }),
];
