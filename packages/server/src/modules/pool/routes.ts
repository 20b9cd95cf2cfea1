import { addExpert, DONE, getPool, registerFiling, removeExpert, renewExpert } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { addExpert as add } from './commands/add-expert.ts';
import { removeExpert as remove, renewExpert as renew } from './commands/change-term.ts';
import { registerFiling as register } from './commands/register-filing.ts';
import { readPool } from './queries/read-pool.ts';
import { expertTarget, organiserTarget } from './target.ts';

export const poolRoutes: readonly AnyRoute[] = [
  defineRoute(getPool, {
    target: organiserTarget,
    handle: (ctx, { params }) => readPool(ctx, params.organiserId),
  }),
  defineRoute(addExpert, {
    target: organiserTarget,
    handle: (ctx, { params, body }) => add(ctx, params.organiserId, body),
  }),
  defineRoute(renewExpert, { target: expertTarget, handle: (ctx, { target, body }) => renew(ctx, target, body) }),
  defineRoute(removeExpert, {
    target: expertTarget,
    handle: async (ctx, { target, body }) => {
      await remove(ctx, target, body);
      return DONE;
    },
  }),
  defineRoute(registerFiling, {
    target: organiserTarget,
    handle: (ctx, { params, body }) => register(ctx, params.organiserId, body),
  }),
];
