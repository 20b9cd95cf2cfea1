import type { Check } from './checks.ts';

/** Truths of lists of examination results. */
export const examinationChecks: readonly Check[] = [
  {
    name: 'examination.taken-stands',
    says: '对应上的成绩都写在本人的档案里',
    sql: `select l.id from result_line l where l.state = 'taken' and not exists (select 1 from archive_row r
      where r.person_id = l.person_id and r.source = 'examination-list' and r.source_key = l.id::text)`,
  },
  {
    name: 'examination.listed-not-waiting',
    says: '取自名单的成绩不等待单位核验',
    sql: `select id from archive_row where source = 'examination-list' and state not in ('verified', 'recycled')`,
  },
];
