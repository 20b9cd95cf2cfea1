import type { ErrorDefinitions } from './types.ts';

export const fileErrors = {} as const satisfies ErrorDefinitions;
