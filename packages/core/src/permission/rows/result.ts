import type { PermissionRow } from '../types.ts';

export const resultRows = [] as const satisfies readonly PermissionRow[];
