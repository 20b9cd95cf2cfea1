import {
  cancelBulk,
  changeMessagePreferences,
  countUnread,
  DONE,
  holdBulk,
  listBulk,
  listDeliveries,
  listMessages,
  listMessageTemplates,
  listNoticePlans,
  previewBulk,
  readAllMessages,
  readMessage,
  readMessagePreferences,
  releaseBulk,
  resendDelivery,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { cancelNotice, holdNotice, previewNotice, releaseNotice } from './commands/bulk.ts';
import { changePreferences, markRead } from './commands/own.ts';
import { resend } from './commands/resend.ts';
import { listNoticePlans as plans, listNotices } from './queries/bulk.ts';
import { listDeliveries as deliveries } from './queries/deliveries.ts';
import { countOwnUnread, listOwn, readPreferences } from './queries/own.ts';
import { listTemplates } from './queries/templates.ts';
import { loadBulk, loadDelivery, loadMessage, loadNoticePlan } from './target.ts';

const READING = 'what somebody has read is theirs alone and changes no case';

export const messageRoutes: readonly AnyRoute[] = [
  defineRoute(listMessages, { target: 'own', handle: (ctx, { query }) => listOwn(ctx, query) }),
  defineRoute(countUnread, { target: 'own', handle: async (ctx) => ({ unread: await countOwnUnread(ctx) }) }),
  defineRoute(readMessage, {
    target: loadMessage,
    noEvent: READING,
    handle: async (ctx, { params }) => {
      await markRead(ctx, params.id);
      return DONE;
    },
  }),
  defineRoute(readAllMessages, {
    target: 'own',
    noEvent: READING,
    handle: async (ctx) => {
      await markRead(ctx, null);
      return DONE;
    },
  }),
  defineRoute(readMessagePreferences, { target: 'own', handle: (ctx) => readPreferences(ctx) }),
  defineRoute(changeMessagePreferences, {
    target: 'own',
    noEvent: 'how somebody wants to be reached changes no case',
    handle: (ctx, { body }) => changePreferences(ctx, body),
  }),
  defineRoute(listMessageTemplates, { target: 'list', handle: (ctx) => Promise.resolve(listTemplates(ctx)) }),
  defineRoute(listNoticePlans, { target: 'list', handle: (ctx, { scope }) => plans(ctx, scope) }),
  defineRoute(previewBulk, {
    target: loadNoticePlan,
    noEvent: 'nothing is kept: it says what sending would do',
    handle: (ctx, { target, body }) => previewNotice(ctx, target, body),
  }),
  defineRoute(holdBulk, {
    target: loadNoticePlan,
    handle: (ctx, { target, body }) => holdNotice(ctx, target, body),
  }),
  defineRoute(listBulk, { target: 'list', handle: (ctx, { scope, query }) => listNotices(ctx, { scope, ...query }) }),
  defineRoute(releaseBulk, {
    target: loadBulk,
    handle: (ctx, { target, body }) => releaseNotice(ctx, target.row, body.version),
  }),
  defineRoute(cancelBulk, {
    target: loadBulk,
    handle: (ctx, { target, body }) => cancelNotice(ctx, target.row, body.version),
  }),
  defineRoute(listDeliveries, {
    target: 'list',
    handle: (ctx, { scope, query }) => deliveries(ctx, { scope, ...query }),
  }),
  defineRoute(resendDelivery, {
    target: loadDelivery,
    handle: async (ctx, { target }) => {
      await resend(ctx, target);
      return DONE;
    },
  }),
];
