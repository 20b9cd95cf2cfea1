import { AppError, beginContactChange, confirmContactChange, DONE } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { beginChange, confirmChange } from './change-contact.ts';

export const contactRoutes: readonly AnyRoute[] = [
  defineRoute(beginContactChange, {
    target: 'own',
    perMinute: 20,
    handle: async (ctx, { body }) => {
      await beginChange(ctx, ownId(ctx), body);
      return DONE;
    },
  }),
  defineRoute(confirmContactChange, {
    target: 'own',
    perMinute: 30,
    handle: async (ctx, { body }) => (await confirmChange(ctx, ownId(ctx), body.kind, body.code)) ?? DONE,
  }),
];

function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
