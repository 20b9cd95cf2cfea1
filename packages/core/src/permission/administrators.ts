import type { Relation } from './types.ts';

/** 三员分立: who runs the platform, who guards its accounts and who audits them are three people. */
export const ADMINISTRATORS: readonly Relation[] = ['system-admin', 'security-admin', 'audit-admin'];

/** Whether one person may hold all of these relations as far as administrators are concerned. */
export function administratorsApart(relations: readonly Relation[]): boolean {
  return new Set(relations.filter((one) => ADMINISTRATORS.includes(one))).size <= 1;
}
