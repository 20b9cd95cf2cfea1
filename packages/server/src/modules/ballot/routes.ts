import type { AnyRoute } from '../../http/route.ts';

export const ballotRoutes: readonly AnyRoute[] = [];
