import { CODE_TABLE_IDS, CODE_TABLES } from '../../codes/index.ts';
import type { PermissionRow } from '../types.ts';

const KEPT = '自定：代码表由负责的管理员修改，写明依据、理由和生效日期';
const tablesOf = (keeper: 'system-admin' | 'policy-owner') =>
  CODE_TABLE_IDS.filter((table) => CODE_TABLES[table].keeper === keeper);

/** Code tables: everybody who is signed in reads them; each has one keeper. The stage of a table is its name. */
export const codeRows: readonly PermissionRow[] = [
  ...(['code.list', 'code.read'] as const).map(
    (action) => ({ action, relation: 'signed-in', stages: 'any', fields: 'all', source: '自定：代码表公开' }) as const,
  ),
  ...(['system-admin', 'policy-owner'] as const).flatMap((relation) =>
    (['code.change', 'code.import', 'code.list-imports'] as const).map(
      (action) => ({ action, relation, stages: tablesOf(relation), fields: 'all', source: KEPT }) as const,
    ),
  ),
];
