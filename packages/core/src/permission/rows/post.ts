import type { PermissionRow } from '../types.ts';

const POSTS = 'TJ 二(一)5、二(四)2、ZJ 五(四)：岗位、聘任与评聘结合';

/** Posts, appointments and self-appointed engineers of a unit, and the post an application takes. */
export const postRows: readonly PermissionRow[] = [
  ...(['read', 'set-quota', 'appoint'] as const).map(
    (verb): PermissionRow => ({
      action: `post.${verb}`,
      relation: 'unit',
      stages: 'any',
      fields: 'all',
      source: POSTS,
    }),
  ),
  {
    action: 'post.self-appoint',
    relation: 'unit',
    stages: 'any',
    fields: 'all',
    source: 'TJ 二(三)4：企业可以自主聘任博士、取得助理工程师 2 年以上的硕士为工程师',
  },
  ...(['unit', 'office', 'authority', 'applicant'] as const).map(
    (relation): PermissionRow => ({
      action: 'post.read-case',
      relation,
      stages: 'any',
      fields: 'all',
      source: POSTS,
    }),
  ),
  { action: 'post.record-case', relation: 'unit', stages: ['unit-review'], fields: 'all', source: POSTS },
];
