import type { ErrorDefinitions } from './types.ts';

export const poolErrors = {} as const satisfies ErrorDefinitions;
