import type { AnyRoute } from '../../http/route.ts';

export const publicityRoutes: readonly AnyRoute[] = [];
