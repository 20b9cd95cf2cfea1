import type { ErrorDefinitions } from './types.ts';

export const packetErrors = {} as const satisfies ErrorDefinitions;
