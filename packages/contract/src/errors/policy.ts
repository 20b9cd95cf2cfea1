import type { ErrorDefinitions } from './types.ts';

export const policyErrors = {} as const satisfies ErrorDefinitions;
