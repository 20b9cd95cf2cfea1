import * as contract from '@zhiping/contract';
import { AppError, DONE } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { changeName } from './commands/change-name.ts';
import { giveConsent, publishNotice, withdrawConsent } from './commands/consent.ts';
import { answerRequest, askPrivacy } from './commands/request.ts';
import { currentNotice, readAccess, readConsents } from './queries/notice.ts';
import { listRequests, loadRequest, ownRequests, viewRequest } from './queries/requests.ts';

export const privacyRoutes: readonly AnyRoute[] = [
  defineRoute(contract.readPrivacyNotice, {
    target: 'none',
    handle: async (ctx) => ({ notice: await currentNotice(ctx) }),
  }),
  defineRoute(contract.publishPrivacyNotice, { target: 'none', handle: (ctx, { body }) => publishNotice(ctx, body) }),
  defineRoute(contract.listPrivacyConsents, {
    target: 'own',
    handle: async (ctx) => ({ items: await readConsents(ctx, ownId(ctx)) }),
  }),
  defineRoute(contract.givePrivacyConsent, {
    target: 'own',
    handle: async (ctx, { body }) => {
      await giveConsent(ctx, ownId(ctx), body.version);
      return DONE;
    },
  }),
  defineRoute(contract.withdrawPrivacyConsent, {
    target: 'own',
    handle: async (ctx) => {
      await withdrawConsent(ctx, ownId(ctx));
      return DONE;
    },
  }),
  defineRoute(contract.listOwnAccess, {
    target: 'own',
    handle: (ctx, { query }) => readAccess(ctx, ownId(ctx), query),
  }),
  defineRoute(contract.askPrivacy, {
    target: 'own',
    perMinute: 30,
    handle: (ctx, { body }) => askPrivacy(ctx, ownId(ctx), body),
  }),
  defineRoute(contract.listOwnPrivacyRequests, {
    target: 'own',
    handle: async (ctx) => ({ items: await ownRequests(ctx, ownId(ctx)) }),
  }),
  defineRoute(contract.listPrivacyRequests, {
    target: 'none',
    handle: (ctx, { query }) => ctx.asPlatform(() => listRequests(ctx, query)),
  }),
  defineRoute(contract.changePersonName, {
    target: loadRequest,
    handle: (ctx, { target, body }) =>
      ctx.asPlatform(async () => {
        await changeName(ctx, target.id, body);
        return viewRequest(ctx, target.id);
      }),
  }),
  defineRoute(contract.answerPrivacyRequest, {
    target: loadRequest,
    handle: (ctx, { target, body }) => ctx.asPlatform(() => answerRequest(ctx, target.id, body)),
  }),
];

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
