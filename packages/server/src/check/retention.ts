import type { Check } from './checks.ts';

/** Columns with the id of a file that the database does not hold to the files by itself. */
const LOOSE = [
  ['publicity_proof', 'file_id'],
  ['fee', 'proof_file_id'],
  ['fee_slip', 'file_id'],
  ['volume_order', 'blob_id'],
  ['packet.file', 'blob_id'],
] as const;

/** Truths of how long things are kept and how they are destroyed. */
export const retentionChecks: readonly Check[] = [
  {
    name: 'retention.used-file-stands',
    says: '每处用到的文件都有登记，已销毁的也有',
    sql: LOOSE.map(
      ([table, column]) => `select '${table}' as used_by, u.${column} as file from ${table} u
        where u.${column} is not null and not exists (select from blob b where b.id = u.${column})`,
    ).join(' union all '),
  },
  {
    name: 'retention.destroyed-by-list',
    says: '销毁的文件都在一份已批准的销毁清册上',
    sql: `select b.id from blob b where b.destroyed_at is not null and not exists (
      select from destruction_item i join destruction_list l on l.id = i.list_id
      where i.item_id = b.id and i.state = 'destroyed' and l.state in ('approved', 'done'))`,
  },
  {
    name: 'retention.two-people',
    says: '销毁清册由编制人以外的另一人批准',
    sql: `select l.id from destruction_list l join destruction_round r on r.id = l.round_id
      where l.state in ('approved', 'done') and (l.decided_by is null or l.decided_by = r.begun_by)`,
  },
  {
    name: 'retention.counts',
    says: '办完的销毁清册，销毁的与保留的合计等于清册的件数',
    sql: `select l.id from destruction_list l where l.state = 'done' and (l.destroyed + l.spared <> l.items
      or l.destroyed <> (select count(*) from destruction_item i where i.list_id = l.id and i.state = 'destroyed'))`,
  },
];
