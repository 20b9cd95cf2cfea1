import type { AnyRoute } from '../../http/route.ts';

export const applicationRoutes: readonly AnyRoute[] = [];
