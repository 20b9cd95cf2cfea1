import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Which kind of authority one is, and the chain of bodies that approve and seal an application. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table authority add column kind text not null default 'hr'
    check (kind in ('hr', 'industry', 'cyberspace', 'department'))`.execute(db);
  await sql`update authority set kind = case
    when name like '%人力资源%' or name like '%人社%' then 'hr'
    when name like '%经济和信息化%' or name like '%工业和信息化%' then 'industry'
    when name like '%网络安全和信息化%' or name like '%网信%' then 'cyberspace'
    else 'department' end`.execute(db);
  await sql`create index authority_kind on authority (kind, name, id)`.execute(db);

  await sql`create table application_seal (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    /* Each time the application comes to its authorities they all act anew. */
    round int not null,
    position int not null,
    /* Null: none that fits is registered; the office names one. */
    authority_id uuid references authority,
    wanted text not null,
    acts_as text not null,
    leads boolean not null,
    label text not null,
    why text not null,
    entered_at timestamptz not null,
    decision text check (decision in ('approved', 'returned', 'refused')),
    decided_at timestamptz,
    decided_by uuid references person,
    document_number text,
    document_date date,
    committee text,
    reason text not null default '',
    unique (application_id, round, position),
    check ((decision is null) = (decided_at is null))
  )`.execute(db);
  await sql`create index application_seal_authority on application_seal (authority_id, id)`.execute(db);
  await protect(db, 'application_seal', {
    organiser: 'organiser_id',
    subjects: ['authority_id'],
    or: 'exists (select from application a where a.id = application_id)',
  });
  /* Waiting for an authority that nobody knows yet. */
  await sql`create index application_unsealed on application (organiser_id, id)
    where stage = 'authority-review' and authority_id is null`.execute(db);
}
