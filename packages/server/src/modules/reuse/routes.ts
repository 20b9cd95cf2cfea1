import { readReuse } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import { readReuse as read } from './queries/read-reuse.ts';

export const reuseRoutes: readonly AnyRoute[] = [
  defineRoute(readReuse, {
    // The two modules know each other: the function is looked up when it is called.
    target: (ctx, params) => loadApplication(ctx, params),
    handle: async (ctx, { target }) => {
      const organisers = ctx.actor.held
        .filter(({ relation }) => relation === 'office' || relation === 'supervisor')
        .flatMap(({ organiserId }) => (organiserId === null ? [] : [organiserId]));
      return { items: [...(await read(ctx, target.row.id, new Set(organisers)))] };
    },
  }),
];
