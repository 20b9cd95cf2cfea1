import type { AnyRoute } from '../../http/route.ts';
import { objectionRoutes } from './objection-routes.ts';
import { publicPublicityRoutes } from './public-routes.ts';
import { unitPublicityRoutes } from './unit-routes.ts';

export const publicityRoutes: readonly AnyRoute[] = [
  ...publicPublicityRoutes,
  ...unitPublicityRoutes,
  ...objectionRoutes,
];
