import type { ErrorDefinitions } from './types.ts';

export const ballotErrors = {} as const satisfies ErrorDefinitions;
