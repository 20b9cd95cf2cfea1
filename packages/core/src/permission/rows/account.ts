import type { PermissionRow } from '../types.ts';

export const accountRows = [] as const satisfies readonly PermissionRow[];
