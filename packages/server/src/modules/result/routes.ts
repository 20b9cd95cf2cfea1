import type { AnyRoute } from '../../http/route.ts';

export const resultRoutes: readonly AnyRoute[] = [];
