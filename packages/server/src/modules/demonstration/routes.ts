import { AppError, listDemonstrationLogins } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { PROVINCES } from '../../start/demonstration/provinces/index.ts';

export const demonstrationRoutes: readonly AnyRoute[] = [
  defineRoute(listDemonstrationLogins, {
    target: 'none',
    handle: async (ctx) => {
      if (ctx.installation.settings.mode !== 'demonstration') throw new AppError('NOT_FOUND');
      const open = (login: { username: string; name: string; role: string }) => ({
        username: login.username,
        name: login.name,
        role: login.role,
        password: DEMONSTRATION_PASSWORD,
      });
      return {
        provinces: PROVINCES.map(({ name, logins, experts }) => ({
          name,
          logins: logins.map(open),
          experts: experts.map(open),
        })),
      };
    },
  }),
];
