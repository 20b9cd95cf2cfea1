import type { PermissionRow } from '../types.ts';

export const archiveRows = [] as const satisfies readonly PermissionRow[];
