import { DONE, giveBackPaper, listPaper, readPaper, receiveFullPaper, savePaper } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import { giveBackPaper as giveBack, receivePaper, savePaper as save } from './commands/desk.ts';
import { listPaper as list } from './queries/list-paper.ts';
import { readPaper as read } from './queries/read-paper.ts';

export const paperRoutes: readonly AnyRoute[] = [
  defineRoute(listPaper, { target: 'list', handle: (ctx, { scope, query }) => list(ctx, { scope, ...query }) }),
  defineRoute(readPaper, { target: loadApplication, handle: (ctx, { target }) => read(ctx, target.row) }),
  defineRoute(savePaper, { target: loadApplication, handle: (ctx, { params, body }) => save(ctx, params.id, body) }),
  defineRoute(receiveFullPaper, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => {
      const { after, receipt } = await receivePaper(ctx, params.id, body);
      return { id: after.id, stage: after.stage, version: after.version, receipt };
    },
  }),
  defineRoute(giveBackPaper, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => {
      await giveBack(ctx, params.id, body);
      return DONE;
    },
  }),
];
