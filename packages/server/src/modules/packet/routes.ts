import type { AnyRoute } from '../../http/route.ts';

export const packetRoutes: readonly AnyRoute[] = [];
