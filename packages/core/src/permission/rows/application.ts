import type { PermissionRow } from '../types.ts';

export const applicationRows = [] as const satisfies readonly PermissionRow[];
