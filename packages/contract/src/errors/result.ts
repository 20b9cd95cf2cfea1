import type { ErrorDefinitions } from './types.ts';

export const resultErrors = {} as const satisfies ErrorDefinitions;
