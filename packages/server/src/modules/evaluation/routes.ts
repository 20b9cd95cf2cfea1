import type { AnyRoute } from '../../http/route.ts';

export const evaluationRoutes: readonly AnyRoute[] = [];
