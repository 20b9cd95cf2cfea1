import { PERMISSION_TABLE, type PermissionRow, RELATIONS, type Relation } from '@zhiping/core';
import type { AnyRoute } from '../http/route.ts';

/** Names of the relations as people say them. */
const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  public: '任何人',
  'signed-in': '已登录',
  applicant: '本人',
  unit: '用人单位',
  authority: '人社或主管部门',
  association: '行业协会',
  office: '评委会办公室',
  confirmer: '确认部门',
  expert: '评审专家',
  chair: '主任委员',
  supervisor: '监督',
  'policy-owner': '政策管理',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
};

/**
 * The permission table as a page for people (权限矩阵): one section a noun, one line an action and relation, with the
 * stages, the fields and where it comes from. Actions that no route does are marked.
 */
export function permissionMatrix(
  routes: readonly AnyRoute[],
  table: readonly PermissionRow[] = PERMISSION_TABLE,
): string {
  const nouns = [...new Set(table.map(({ action }) => nounOf(action)))].toSorted();
  const intro = [
    '# 权限矩阵',
    '',
    '由权限表生成，请勿手改。没有列出的就是不允许；“没有”和“无权查看”回答相同。',
    '“本人”指档案、申报、证书所属的人；谁都不能对自己的申报行使其他身份；需要回避的人对该申报没有任何身份。',
  ];
  return `${[...intro, ...nouns.flatMap((noun) => section(noun, routes, table))].join('\n')}\n`;
}

function section(noun: string, routes: readonly AnyRoute[], table: readonly PermissionRow[]): readonly string[] {
  const actions = [...new Set(table.filter(({ action }) => nounOf(action) === noun).map(({ action }) => action))];
  const lines = actions.flatMap((action) => {
    const rows = table
      .filter((row) => row.action === action)
      .toSorted((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation));
    return rows.map((row, index) => line(row, index === 0 ? meaning(action, routes) : null));
  });
  return [
    '',
    `## ${noun}`,
    '',
    '| 动作 | 说明 | 身份 | 阶段 | 可见内容 | 依据 |',
    '|---|---|---|---|---|---|',
    ...lines,
  ];
}

function line(row: PermissionRow, meaningOnce: string | null): string {
  const cells = [
    meaningOnce === null ? '' : `\`${row.action}\``,
    meaningOnce ?? '',
    RELATION_NAMES[row.relation],
    row.stages === 'any' ? '不限' : row.stages.map((stage) => `\`${stage}\``).join(' '),
    row.fields === 'all' ? '全部' : row.fields.map((field) => `\`${field}\``).join(' ') || '无',
    row.source,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function meaning(action: string, routes: readonly AnyRoute[]): string {
  const summaries = routes.filter(({ endpoint }) => endpoint.action === action).map(({ endpoint }) => endpoint.summary);
  return summaries.length === 0 ? '（由其他动作带出）' : summaries.join('；');
}

function nounOf(action: string): string {
  return action.split('.')[0] ?? '';
}
