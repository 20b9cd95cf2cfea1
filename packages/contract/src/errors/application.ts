import type { ErrorDefinitions } from './types.ts';

export const applicationErrors = {} as const satisfies ErrorDefinitions;
