import type { AnyRoute } from '../../http/route.ts';
import { objectionRoutes } from './objection-routes.ts';
import { publicPublicityRoutes } from './public-routes.ts';

export const publicityRoutes: readonly AnyRoute[] = [...publicPublicityRoutes, ...objectionRoutes];
