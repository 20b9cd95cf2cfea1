import type { PermissionRow } from '../types.ts';

export const policyRows = [] as const satisfies readonly PermissionRow[];
