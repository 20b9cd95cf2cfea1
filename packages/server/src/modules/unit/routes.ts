import type { AnyRoute } from '../../http/route.ts';

export const unitRoutes: readonly AnyRoute[] = [];
