import type { PermissionRow } from '../types.ts';

export const unitRows = [] as const satisfies readonly PermissionRow[];
