import type { ErrorDefinitions } from './types.ts';

export const archiveErrors = {} as const satisfies ErrorDefinitions;
