import type { AnyRoute } from '../../http/route.ts';

export const archiveRoutes: readonly AnyRoute[] = [];
