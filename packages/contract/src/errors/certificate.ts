import type { ErrorDefinitions } from './types.ts';

export const certificateErrors = {} as const satisfies ErrorDefinitions;
