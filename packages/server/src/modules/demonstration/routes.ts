import { AppError, listDemonstrationLogins } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { EXPERT_LOGINS } from '../../start/demonstration/experts.ts';
import { DEMONSTRATION_LOGINS, DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';

export const demonstrationRoutes: readonly AnyRoute[] = [
  defineRoute(listDemonstrationLogins, {
    target: 'none',
    handle: async (ctx) => {
      if (ctx.installation.settings.mode !== 'demonstration') throw new AppError('NOT_FOUND');
      const open = (login: { username: string; name: string; role: string }) => ({
        ...login,
        password: DEMONSTRATION_PASSWORD,
      });
      return { items: DEMONSTRATION_LOGINS.map(open), experts: EXPERT_LOGINS.map(open) };
    },
  }),
];
