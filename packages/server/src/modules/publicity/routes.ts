import type { AnyRoute } from '../../http/route.ts';
import { publicPublicityRoutes } from './public-routes.ts';

export const publicityRoutes: readonly AnyRoute[] = [...publicPublicityRoutes];
