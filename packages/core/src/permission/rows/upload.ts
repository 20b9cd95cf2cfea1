import type { PermissionRow } from '../types.ts';

const SOURCE = '自定：断线后继续上传；文件归到何处由接收它的操作另行决定';

/** Files on their way up, before any thing takes them. */
export const uploadRows = [
  { action: 'upload.start', relation: 'signed-in', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'upload.continue', relation: 'applicant', stages: ['open'], fields: 'all', source: SOURCE },
] as const satisfies readonly PermissionRow[];
