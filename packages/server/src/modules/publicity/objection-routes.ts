import { answerObjection, listObjections } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { answerObjection as answer } from './commands/answer-objection.ts';
import { listObjections as list } from './queries/list-objections.ts';
import { objectionById, publicityById } from './target.ts';

/** What those who check objections do with them: the unit with its own publicity, the office with that of results. */
export const objectionRoutes: readonly AnyRoute[] = [
  defineRoute(listObjections, {
    target: publicityById,
    handle: async (ctx, { target }) => ({ items: await list(ctx, target.row) }),
  }),
  defineRoute(answerObjection, {
    target: objectionById,
    handle: async (ctx, { target, body }) => ({
      state: body.outcome,
      receipt: await answer(ctx, target.objectionId, body),
    }),
  }),
];
