import type { AnyRoute } from '../../http/route.ts';

export const authorityRoutes: readonly AnyRoute[] = [];
