import { AppError, listDemonstrationLogins } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { DEMONSTRATION_LOGINS, DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';

export const demonstrationRoutes: readonly AnyRoute[] = [
  defineRoute(listDemonstrationLogins, {
    target: 'none',
    handle: async (ctx) => {
      if (ctx.installation.settings.mode !== 'demonstration') throw new AppError('NOT_FOUND');
      return { items: DEMONSTRATION_LOGINS.map((login) => ({ ...login, password: DEMONSTRATION_PASSWORD })) };
    },
  }),
];
