import type { Check } from './checks.ts';

/** Truths of applications and what was submitted. */
export const applicationChecks: readonly Check[] = [
  {
    name: 'application.stage-is-state',
    says: '申报的环节与它的办理状态一致',
    sql: `select id, stage from application where stage <> state ->> 'stage'`,
  },
  {
    name: 'application.submissions-counted',
    says: '提交的份数不超过记下的次数，次数不超过上限加办公室增加的次数',
    sql: `select a.id from application a
      where (select count(*) from application_submission s where s.application_id = a.id) > (a.state ->> 'submissions')::int
        or (a.state ->> 'submissions')::int > (a.state ->> 'granted')::int
          + (select (v.content::jsonb -> 'submissions' ->> 'limit')::int from policy_version v
             where v.pack = a.pack and v.number = a.pack_number)`,
  },
  {
    name: 'application.ended-without-deadline',
    says: '结束的申报没有未到的期限',
    sql: `select a.id, d.id as deadline from application a
      join deadline d on d.subject_id = a.id and d.what = 'application.due' and d.done_at is null and d.cancelled_at is null
      where a.stage in ('withdrawn', 'not-recommended', 'refused', 'expired', 'not-passed', 'cancelled', 'certified')`,
  },
  {
    name: 'application.due-has-deadline',
    says: '有截止时间的申报都有一条未到的期限',
    sql: `select a.id from application a where a.due_at is not null and not exists (
      select from deadline d where d.subject_id = a.id and d.what = 'application.due'
        and d.done_at is null and d.cancelled_at is null)`,
  },
  {
    name: 'application.submission-in-window',
    says: '没有一次提交晚于网上申报的截止',
    sql: `select s.id from application_submission s
      join application a on a.id = s.application_id
      join accepting_window w on w.organiser_id = a.organiser_id and w.name like a.pack || '/%'
      where s.received_at >= w.closes_at`,
  },
];
