import type { ErrorDefinitions } from './types.ts';

export const meetingErrors = {} as const satisfies ErrorDefinitions;
