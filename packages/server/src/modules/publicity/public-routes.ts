import {
  downloadPublicityNotice,
  fileObjection,
  listPublicities,
  readObjectionAnswer,
  readPublicity,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { fileObjection as file } from './commands/file-objection.ts';
import { printNotice } from './queries/print-notice.ts';
import { readAnswer } from './queries/read-objections.ts';
import { listRunning, publicView } from './queries/read-public.ts';
import { publicityByToken } from './target.ts';

/** What anybody may do without signing in. */
export const publicPublicityRoutes: readonly AnyRoute[] = [
  defineRoute(listPublicities, {
    target: 'none',
    handle: async (ctx) => ({ now: ctx.businessNow, items: await listRunning(ctx) }),
  }),
  defineRoute(readPublicity, {
    target: publicityByToken,
    handle: async (_ctx, { target }) => publicView(target.row),
  }),
  defineRoute(downloadPublicityNotice, {
    target: publicityByToken,
    handle: (_ctx, { target }) => printNotice(target.row),
  }),
  defineRoute(fileObjection, {
    target: publicityByToken,
    perMinute: 10,
    handle: (ctx, { target, body }) => file(ctx, target.row, body),
  }),
  defineRoute(readObjectionAnswer, {
    target: 'none',
    perMinute: 30,
    handle: (ctx, { params }) => readAnswer(ctx, params.receiptNumber),
  }),
];
