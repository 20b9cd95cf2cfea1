import { AppError, changePassword, DONE, getMe, login, logout, registerPerson } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { changePassword as change } from './commands/change-password.ts';
import { type From, openSession, signIn } from './commands/open-session.ts';
import { registerPerson as register } from './commands/register-person.ts';
import { readMe } from './queries/read-me.ts';

const SESSIONS_ARE_NO_STATE = 'a session is no state of a case; the record would tell when people work';

export const accountRoutes: readonly AnyRoute[] = [
  defineRoute(login, {
    target: 'none',
    noEvent: SESSIONS_ARE_NO_STATE,
    handle: async (ctx, { body, http }) => {
      const opened = await signIn(ctx, body.username, body.password, fromOf(http));
      if (opened instanceof AppError) return opened;
      http.openSession(opened.token, opened.expiresAt);
      return opened.me;
    },
  }),
  defineRoute(registerPerson, {
    target: 'none',
    perMinute: 60,
    handle: async (ctx, { body, http }) => {
      const opened = await ctx.asPlatform(async () =>
        openSession(ctx, await register(ctx, body), 'registration', fromOf(http)),
      );
      http.openSession(opened.token, opened.expiresAt);
      return opened.me;
    },
  }),
  defineRoute(logout, {
    target: 'none',
    noEvent: SESSIONS_ARE_NO_STATE,
    handle: async (ctx, { http }) => {
      if (http.session !== null) {
        await ctx.tx.deleteFrom('session').where('token_hash', '=', Buffer.from(http.session, 'hex')).execute();
      }
      http.closeSession();
      return DONE;
    },
  }),
  defineRoute(getMe, {
    target: 'own',
    handle: async (ctx) =>
      readMe(ctx, ownId(ctx.actor.personId), ctx.sessionExpiresAt ?? ctx.systemNow, ctx.actor.limited === true),
  }),
  defineRoute(changePassword, {
    target: 'own',
    handle: async (ctx, { body, http }) => {
      await change(ctx, ownId(ctx.actor.personId), http.session ?? '', body.current, body.next);
      return DONE;
    },
  }),
];

const fromOf = ({ address, agent }: From): From => ({ address, agent });

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(personId: string | null): string {
  if (personId === null) throw new AppError('UNAUTHENTICATED');
  return personId;
}
