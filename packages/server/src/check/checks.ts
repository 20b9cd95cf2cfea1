/** A truth of the data: the query answers rows that break it, none where all is well. */
export interface Check {
  readonly name: string;
  /** What is true, in Chinese, for the operator who reads the report. */
  readonly says: string;
  readonly sql: string;
}

/** Truths of the doors. Other nouns have theirs in `check/<noun>.ts`. */
export const foundationChecks: readonly Check[] = [
  {
    name: 'record.linked-once',
    says: '每条存证记录最多编号一次，编号从 0 起没有间断',
    sql: `select seq from (select seq, row_number() over (order by seq) - 1 as expected from record_entry) e where seq <> expected`,
  },
  {
    name: 'record.same-leaf',
    says: '编号的散列与事件的散列相同',
    sql: `select n.seq from record_entry n join record_event e on e.id = n.event_id where n.leaf <> e.leaf`,
  },
  {
    name: 'record.entry-has-event',
    says: '每个编号都有事件',
    sql: `select n.seq from record_entry n left join record_event e on e.id = n.event_id where e.id is null`,
  },
  {
    name: 'record.salt-has-event',
    says: '每个个人信息的盐都属于一个事件',
    sql: `select s.event_id from record_salt s left join record_event e on e.id = s.event_id where e.id is null`,
  },
  {
    name: 'deadline.ended-once',
    says: '期限不会既办结又取消',
    sql: `select id from deadline where done_at is not null and cancelled_at is not null`,
  },
  {
    name: 'deadline.not-before-due',
    says: '期限没有在到期之前办结',
    sql: `select id from deadline where done_at < due_at`,
  },
  {
    name: 'deadline.organiser',
    says: '每个期限都属于一个组建单位',
    sql: `select d.id from deadline d left join organiser o on o.id = d.organiser_id where o.id is null`,
  },
  {
    name: 'session.person',
    says: '会话的有效期不超过十小时',
    sql: `select person_id from session where expires_at > created_at + interval '10 hours 1 second'`,
  },
  {
    name: 'account.locked',
    says: '连续失败的次数在五次以内',
    sql: `select person_id from account where failed_attempts not between 0 and 4`,
  },
  {
    name: 'person.sealed',
    says: '加密的证件号码都有盲索引，反之亦然',
    sql: `select id from person where (id_number_sealed is null) <> (coalesce(id_number_index, id_number_stated) is null)
      or (phone_sealed is null) <> (phone_index is null) or (email_sealed is null) <> (email_index is null)
      or (identity = 'confirmed' and id_number_stated is not null)`,
  },
  {
    name: 'relation.subject',
    says: '每个身份都指向一个存在的单位或机构',
    sql: `select r.id from relation r where not exists (
      select from organiser where id = r.subject_id union all select from unit where id = r.subject_id
      union all select from authority where id = r.subject_id union all select from association where id = r.subject_id)`,
  },
  {
    name: 'relation.organiser',
    says: '评委会办公室、监督和政策管理的身份都属于一个组建单位',
    sql: `select id from relation where relation in ('office', 'supervisor', 'policy-owner') and organiser_id is null`,
  },
  {
    name: 'policy.hash',
    says: '政策版本的散列就是内容的散列',
    sql: `select pack, number from policy_version where hash <> encode(sha256(convert_to(content, 'UTF8')), 'hex')`,
  },
  {
    name: 'policy.numbers',
    says: '政策版本的编号从 1 起没有间断',
    sql: `select pack, number from (select pack, number, row_number() over (partition by pack order by number) as expected
      from policy_version) v where number <> expected`,
  },
  {
    name: 'blob.owner',
    says: '文件的所有人都存在',
    sql: `select b.id from blob b left join person p on p.id = b.owner_person_id where b.owner_person_id is not null and p.id is null`,
  },
  {
    name: 'security.row-level',
    says: '每张表都强制行级安全',
    sql: `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and n.nspname not like 'pg\\_%' and c.relname <> 'schema_migration'
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
];
