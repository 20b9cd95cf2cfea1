import type { Check } from './checks.ts';

/** Truths of accounts, units and who belongs to them. */
export const accountChecks: readonly Check[] = [
  {
    name: 'account.administrators-apart',
    says: '系统、安全、审计管理员三员分立，没有人兼任',
    sql: `select person_id from relation where ended_at is null and relation in ('system-admin', 'security-admin', 'audit-admin')
      group by person_id having count(distinct relation) > 1`,
  },
  {
    name: 'account.second-factor-codes',
    says: '有恢复码的人都设置过两步验证',
    sql: `select distinct person_id from recovery_code r where not exists (select from second_factor f where f.person_id = r.person_id)`,
  },
  {
    name: 'membership.joined-once',
    says: '同意加入的申请都有对应的单位人员登记',
    sql: `select id from joining j where state = 'accepted' and not exists (select from unit_member m
      where m.person_id = j.person_id and m.unit_id = j.unit_id)`,
  },
  {
    name: 'unit.registered-by-approval',
    says: '通过的单位登记与登记的单位信用代码一致',
    sql: `select r.id from unit_registration r join unit u on u.id = r.unit_id where r.credit_code <> u.credit_code`,
  },
];
