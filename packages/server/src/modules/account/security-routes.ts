import * as contract from '@zhiping/contract';
import { AppError, DONE } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { answerChallenge } from './commands/open-session.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
} from './commands/second-factor.ts';
import { allSignIns, ownSignIns, readSecurity } from './queries/read-security.ts';
import { changeSecuritySettings, readSecuritySettings } from './security-settings.ts';

const SESSIONS_ARE_NO_STATE = 'a session is no state of a case; the log of sign-ins tells of it';

export const securityRoutes: readonly AnyRoute[] = [
  defineRoute(contract.answerChallenge, {
    target: 'none',
    noEvent: SESSIONS_ARE_NO_STATE,
    perMinute: 60,
    handle: async (ctx, { body, http }) => {
      const { address, agent } = http;
      const opened = await answerChallenge(ctx, body.challenge, body.code, { address, agent });
      if (opened instanceof AppError) return opened;
      http.openSession(opened.token, opened.expiresAt);
      return opened.me;
    },
  }),
  defineRoute(contract.readSecurity, {
    target: 'own',
    handle: (ctx, { http }) => readSecurity(ctx, ownId(ctx), http.session ?? ''),
  }),
  defineRoute(contract.beginSecondFactor, {
    target: 'own',
    perMinute: 30,
    handle: (ctx, { body }) => beginSecondFactor(ctx, ownId(ctx), body.password),
  }),
  defineRoute(contract.confirmSecondFactor, {
    target: 'own',
    perMinute: 30,
    handle: (ctx, { body, http }) => confirmSecondFactor(ctx, ownId(ctx), body.code, http.session ?? ''),
  }),
  defineRoute(contract.renewRecoveryCodes, {
    target: 'own',
    perMinute: 30,
    handle: (ctx, { body }) => renewRecoveryCodes(ctx, ownId(ctx), body),
  }),
  defineRoute(contract.endSecondFactor, {
    target: 'own',
    perMinute: 30,
    handle: async (ctx, { body }) => {
      await endSecondFactor(ctx, ownId(ctx), body);
      return DONE;
    },
  }),
  defineRoute(contract.endSession, {
    target: 'own',
    noEvent: SESSIONS_ARE_NO_STATE,
    handle: async (ctx, { params }) => {
      const { numDeletedRows } = await ctx.tx
        .deleteFrom('session')
        .where('person_id', '=', ownId(ctx))
        .where('id', '=', params.sessionId)
        .executeTakeFirst();
      if (numDeletedRows !== 1n) throw new AppError('NOT_FOUND');
      return DONE;
    },
  }),
  defineRoute(contract.endOtherSessions, {
    target: 'own',
    noEvent: SESSIONS_ARE_NO_STATE,
    handle: async (ctx, { http }) => {
      await ctx.tx
        .deleteFrom('session')
        .where('person_id', '=', ownId(ctx))
        .where('token_hash', '!=', Buffer.from(http.session ?? '', 'hex'))
        .execute();
      return DONE;
    },
  }),
  defineRoute(contract.listOwnSignIns, {
    target: 'own',
    handle: (ctx, { query }) => ownSignIns(ctx, ownId(ctx), query),
  }),
  defineRoute(contract.listSignIns, {
    target: 'none',
    handle: (ctx, { query }) => ctx.asPlatform(() => allSignIns(ctx, query)),
  }),
  defineRoute(contract.readSecuritySettings, { target: 'none', handle: (ctx) => readSecuritySettings(ctx) }),
  defineRoute(contract.changeSecuritySettings, {
    target: 'none',
    handle: async (ctx, { body }) => {
      await changeSecuritySettings(ctx, body.secondFactorFor);
      return readSecuritySettings(ctx);
    },
  }),
];

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
