import type { AnyRoute } from '../../http/route.ts';

export const meetingRoutes: readonly AnyRoute[] = [];
