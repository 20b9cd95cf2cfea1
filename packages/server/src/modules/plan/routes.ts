import { approvePlan, declinePlan, DONE, listPlanOpenings, previewPlan, proposePlan } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { approveOpening, declineOpening, proposeOpening } from './open.ts';
import { plansOf, previewOpening } from './queries.ts';
import { loadOpening, loadOrganiser } from './target.ts';

export const planRoutes: readonly AnyRoute[] = [
  defineRoute(listPlanOpenings, { target: 'list', handle: (ctx, { scope }) => plansOf(ctx, scope) }),
  defineRoute(previewPlan, {
    target: loadOrganiser,
    handle: (ctx, { target, params, query }) => previewOpening(ctx, target, params.pack, query.confirmerId ?? null),
  }),
  defineRoute(proposePlan, {
    target: loadOrganiser,
    handle: async (ctx, { target, body }) => ({ id: await proposeOpening(ctx, target, body) }),
  }),
  defineRoute(approvePlan, {
    target: loadOpening,
    handle: async (ctx, { target }) => ({ planId: await approveOpening(ctx, target) }),
  }),
  defineRoute(declinePlan, {
    target: loadOpening,
    handle: async (ctx, { target }) => {
      await declineOpening(ctx, target);
      return DONE;
    },
  }),
];
