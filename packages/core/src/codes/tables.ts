import type { Relation } from '../permission/index.ts';

/** A list of codes that changes over the years: what an entry's code looks like, and who keeps it. */
export interface CodeTable {
  readonly name: string;
  /** What an entry is, in the words of a form. */
  readonly entry: string;
  readonly pattern: RegExp;
  readonly form: string;
  /** Whose it is to change. */
  readonly keeper: Extract<Relation, 'system-admin' | 'policy-owner'>;
}

export const CODE_TABLES = {
  division: {
    name: '行政区划',
    entry: '行政区划',
    pattern: /^\d{6}$/,
    form: '六位数字（GB/T 2260）',
    keeper: 'system-admin',
  },
  specialty: {
    name: '专业目录',
    entry: '专业',
    pattern: /^[a-z][a-z0-9-]*\/[a-z0-9-]+$/,
    form: '地区/专业编号，与评审计划一致，例如 liaoning/security',
    keeper: 'policy-owner',
  },
  journal: {
    name: '期刊目录',
    entry: '期刊',
    pattern: /^(?:\d{4}-\d{3}[\dX]|\d{2}-\d{4}(?:\/[A-Z0-9-]+)?)$/,
    form: 'ISSN（1000-1234）或 CN 号（21-1234）',
    keeper: 'policy-owner',
  },
  award: {
    name: '奖项目录',
    entry: '奖项',
    pattern: /^[\dA-Za-z-]{2,40}$/,
    form: '登记编号，字母、数字、横线',
    keeper: 'policy-owner',
  },
} as const satisfies Readonly<Record<string, CodeTable>>;

export type CodeTableId = keyof typeof CODE_TABLES;
export const CODE_TABLE_IDS = Object.keys(CODE_TABLES) as [CodeTableId, ...CodeTableId[]];

export const isCodeTable = (name: string): name is CodeTableId => Object.hasOwn(CODE_TABLES, name);
