import type { AnyRoute } from '../../http/route.ts';

export const policyRoutes: readonly AnyRoute[] = [];
