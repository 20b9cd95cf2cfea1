import type { PermissionRow } from '../types.ts';

export const meetingRows = [] as const satisfies readonly PermissionRow[];
