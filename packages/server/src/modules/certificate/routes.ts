import type { AnyRoute } from '../../http/route.ts';

export const certificateRoutes: readonly AnyRoute[] = [];
