import type { AnyRoute } from '../../http/route.ts';

export const officeRoutes: readonly AnyRoute[] = [];
