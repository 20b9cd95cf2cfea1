import * as contract from '@zhiping/contract';
import { AppError, DONE } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import type { Attempt, ProvedIdentity } from '../../security/provider.ts';
import {
  enterBySignOn,
  keepAttempt,
  linkPending,
  ownMe,
  prepareAnswer,
  prepareAttempt,
  unlinkIdentity,
} from './commands/sign-on.ts';

const SESSIONS_ARE_NO_STATE = 'a session is no state of a case; the log of sign-ins tells of it';

export const signOnRoutes: readonly AnyRoute[] = [
  defineRoute(contract.readSignOn, {
    target: 'none',
    handle: async (ctx) => ({ name: ctx.installation.settings.signOn?.name ?? null }),
  }),
  defineRoute(contract.beginSignOn, {
    target: 'none',
    noEvent: SESSIONS_ARE_NO_STATE,
    perMinute: 60,
    prepare: (installation) => prepareAttempt(installation),
    handle: (ctx, { prepared }) => keepAttempt(ctx, prepared as Attempt & { readonly address: string }),
  }),
  defineRoute(contract.finishSignOn, {
    target: 'none',
    noEvent: SESSIONS_ARE_NO_STATE,
    perMinute: 60,
    prepare: prepareAnswer,
    handle: async (ctx, { prepared, http: { address, agent, openSession } }) => {
      const opened = await enterBySignOn(ctx, prepared as ProvedIdentity, { address, agent });
      if (opened === 'linked') return ownMe(ctx, ownId(ctx));
      if (opened instanceof AppError) return opened;
      openSession(opened.token, opened.expiresAt);
      return opened.me;
    },
  }),
  defineRoute(contract.linkIdentity, {
    target: 'own',
    handle: async (ctx, { body }) => {
      await linkPending(ctx, ownId(ctx), body.pending);
      return DONE;
    },
  }),
  defineRoute(contract.unlinkIdentity, {
    target: 'own',
    handle: async (ctx, { params }) => {
      await unlinkIdentity(ctx, ownId(ctx), params.identityId);
      return DONE;
    },
  }),
];

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
