import { PERSON_COLUMNS } from '../modules/merge/index.ts';
import type { Check } from './checks.ts';

/** Rows that go over but for those the other account has already. */
const MOVED = Object.entries(PERSON_COLUMNS).filter(
  ([, column]) => column.does === 'ends' || (column.does === 'moves' && column.unless === undefined),
);

/** Truths of accounts that were joined. */
export const mergeChecks: readonly Check[] = [
  {
    name: 'merge.nothing-left',
    says: '并入的账户没有留下应当转走的内容',
    sql: MOVED.map(([name]) => {
      const at = name.lastIndexOf('.');
      const [table, person] = [name.slice(0, at), name.slice(at + 1)];
      return `select '${name}' as of, ${person} as person from ${table}
        where ${person} in (select person_id from account where merged_into is not null)`;
    }).join(' union all '),
  },
  {
    name: 'merge.no-post-left',
    says: '并入的账户没有身份、号码和联系方式',
    sql: `select a.person_id from account a join person p on p.id = a.person_id where a.merged_into is not null
      and (coalesce(p.id_number_sealed, p.phone_sealed, p.email_sealed) is not null
        or exists (select from relation r where r.person_id = a.person_id and r.ended_at is null))`,
  },
  {
    name: 'merge.done',
    says: '并入的账户都有一件办完的合并，并入的是没有再并入别处的账户',
    sql: `select a.person_id from account a where a.merged_into is not null and (
      not exists (select from account_merge m where m.from_person = a.person_id and m.state = 'done')
      or exists (select from account i where i.person_id = a.merged_into and i.merged_into is not null))`,
  },
];
