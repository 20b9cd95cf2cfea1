import type { AnyRoute } from '../../http/route.ts';

export const poolRoutes: readonly AnyRoute[] = [];
