import * as contract from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { listUnits } from './queries/list-units.ts';

export const organisationRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listUnits, {
    target: 'list',
    handle: (ctx, { scope, query }) => listUnits(ctx, { ...query, scope }),
  }),
];
