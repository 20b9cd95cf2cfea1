import {
  adviseRoutes,
  createApplication,
  editApplication,
  listOpenPlans,
  listOwnApplications,
  downloadCalendar,
  readApplication,
  readStampedPage,
  readWaitingWork,
  sendToUnit,
  submitApplication,
  submitStampedPage,
  withdrawApplication,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { advance, type Advanced } from './advance.ts';
import { createApplication as create } from './commands/create-application.ts';
import { editApplication as edit } from './commands/edit-application.ts';
import { sendToUnit as send } from './commands/send-to-unit.ts';
import { submitApplication as submit } from './commands/submit-application.ts';
import { submitStampedPage as handInPage } from './commands/submit-stamped-page.ts';
import { readOpenPlans } from './queries/open-plans.ts';
import { calendarOf } from './queries/calendar.ts';
import { readApplication as readCase } from './queries/read-application.ts';
import { readStampedPage as openPage } from './queries/read-stamped-page.ts';
import { adviseOnRoutes } from './queries/route-advice.ts';
import { countWaiting } from './queries/waiting.ts';
import { readWorklist } from './queries/worklist.ts';
import { loadApplication } from './target.ts';

const moved = ({ after, receipt }: Advanced) => ({ id: after.id, stage: after.stage, version: after.version, receipt });

export const applicationRoutes: readonly AnyRoute[] = [
  defineRoute(listOpenPlans, { target: 'own', handle: (ctx) => readOpenPlans(ctx) }),
  defineRoute(adviseRoutes, {
    target: 'own',
    handle: (ctx, { params, query }) => adviseOnRoutes(ctx, params.id, query),
  }),
  defineRoute(createApplication, { target: 'own', handle: (ctx, { body }) => create(ctx, body) }),
  defineRoute(listOwnApplications, {
    target: 'list',
    handle: (ctx, { scope, query }) => readWorklist(ctx, { scope, ...query }),
  }),
  defineRoute(readWaitingWork, { target: 'list', handle: (ctx, { scope }) => countWaiting(ctx, scope) }),
  defineRoute(readApplication, { target: loadApplication, handle: (ctx, { target }) => readCase(ctx, target) }),
  defineRoute(downloadCalendar, {
    target: loadApplication,
    handle: async (ctx, { target }) => calendarOf(await readCase(ctx, target), ctx.systemNow),
  }),
  defineRoute(editApplication, {
    target: loadApplication,
    noEvent: '自动保存的草稿不是事件；送出和提交时才记录',
    handle: async (ctx, { params, body }) => {
      const saved = await edit(ctx, params.id, body as Parameters<typeof edit>[2]);
      return { ...saved, lacks: [...saved.lacks] };
    },
  }),
  defineRoute(sendToUnit, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => moved(await send(ctx, params.id, body.version)),
  }),
  defineRoute(submitApplication, {
    target: loadApplication,
    handle: (ctx, { params, body }) => submit(ctx, params.id, body.version),
  }),
  defineRoute(withdrawApplication, {
    target: loadApplication,
    handle: async (ctx, { params, body }) =>
      moved(await advance(ctx, params.id, 'withdraw', {}, { version: body.version })),
  }),
  defineRoute(submitStampedPage, {
    target: loadApplication,
    handle: async (ctx, { params, body, http }) => moved(await handInPage(ctx, params.id, body.version, http.file)),
  }),
  defineRoute(readStampedPage, {
    target: loadApplication,
    handle: (ctx, { params }) => openPage(ctx, params.id, params.fileId),
  }),
];
