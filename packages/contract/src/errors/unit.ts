import type { ErrorDefinitions } from './types.ts';

export const unitErrors = {} as const satisfies ErrorDefinitions;
