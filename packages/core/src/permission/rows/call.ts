import type { PermissionRow } from '../types.ts';

const NOTED = '自定：电话通知须留痕，说过什么、谁打的可以查到';

/** Telephone calls about an application: noted by the office, read by those who supervise it. */
export const callRows = [
  { action: 'call.list', relation: 'office', stages: 'any', fields: 'all', source: NOTED },
  { action: 'call.list', relation: 'supervisor', stages: 'any', fields: 'all', source: NOTED },
  { action: 'call.note', relation: 'office', stages: 'any', fields: 'all', source: NOTED },
] as const satisfies readonly PermissionRow[];
