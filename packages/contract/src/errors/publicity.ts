import type { ErrorDefinitions } from './types.ts';

export const publicityErrors = {} as const satisfies ErrorDefinitions;
