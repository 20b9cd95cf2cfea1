import { AppError, askRegister, readRegisters, type RegisterLine } from '@zhiping/contract';
import { kindSpec, REGISTERS } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { orderFetch } from './commands.ts';

export const registerRoutes: readonly AnyRoute[] = [
  defineRoute(readRegisters, { target: 'own', handle: async (ctx) => ({ items: await linesOf(ctx, ownId(ctx)) }) }),
  defineRoute(askRegister, {
    target: 'own',
    handle: async (ctx, { params }) => {
      await orderFetch(ctx, ownId(ctx), params.register);
      return { items: await linesOf(ctx, ownId(ctx)) };
    },
  }),
];

/** Every register with the last time its person asked it. */
async function linesOf(ctx: Ctx, personId: string): Promise<RegisterLine[]> {
  const last = await ctx.tx
    .selectFrom('register_request')
    .distinctOn('register')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('register')
    .orderBy('id', 'desc')
    .execute();
  return REGISTERS.map(({ id, name, kinds, manual }) => {
    const request = last.find(({ register }) => register === id);
    return {
      id,
      name,
      gives: kinds.map((kind) => kindSpec(kind).label),
      manual,
      connected: ctx.installation.settings.registers?.[id] !== undefined,
      last:
        request === undefined
          ? null
          : {
              state: request.state,
              code: request.code,
              rows: request.rows,
              askedAt: request.asked_at,
              finishedAt: request.finished_at,
            },
    };
  });
}

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
