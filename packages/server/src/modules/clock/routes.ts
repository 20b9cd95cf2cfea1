import { getClock, moveClock } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { moveClock as move } from './commands/move-clock.ts';
import { readClock } from './queries/read-clock.ts';

export const clockRoutes: readonly AnyRoute[] = [
  defineRoute(getClock, { target: 'none', handle: (ctx) => readClock(ctx) }),
  defineRoute(moveClock, {
    target: (_ctx, { organiserId }) => ({ stage: 'any', organiserId }),
    handle: async (ctx, { params, body }) => {
      await move(ctx, params.organiserId, body.to);
      const state = await readClock(ctx);
      const organisers = state.organisers.map((one) =>
        one.organiserId === params.organiserId ? { ...one, businessNow: body.to } : one,
      );
      return { ...state, businessNow: body.to, organisers };
    },
  }),
];
