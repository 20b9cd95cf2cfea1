import type { ErrorDefinitions } from './types.ts';

export const evaluationErrors = {} as const satisfies ErrorDefinitions;
