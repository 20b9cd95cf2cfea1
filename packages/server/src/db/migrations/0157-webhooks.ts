import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Addresses of other systems that are told when a case of theirs moves, and what became of each telling. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table webhook (
    id uuid primary key,
    person_id uuid not null references person,
    /* The relation whose cases it hears of; silent once the person no longer holds it. */
    relation text not null check (relation in ('unit', 'authority', 'association', 'office', 'confirmer')),
    subject_id uuid not null,
    name text not null,
    url text not null,
    /* The key of the signature, sealed with the key of the person who made it. */
    secret_sealed bytea not null,
    created_at timestamptz not null,
    ended_at timestamptz
  )`.execute(db);
  await sql`create index webhook_person on webhook (person_id, id)`.execute(db);
  await sql`create index webhook_subject on webhook (subject_id) where ended_at is null`.execute(db);
  await protect(db, 'webhook', { person: 'person_id' });
  await sql`create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null references webhook,
    /* Exactly what is signed and sent: ids and stages, nothing about a person. */
    body text not null,
    state text not null check (state in ('waiting', 'sent', 'failed')),
    attempts int not null default 0,
    /* A code of ours or an HTTP status, never what the other side said. */
    error text not null default '',
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create index webhook_delivery_of on webhook_delivery (webhook_id, id)`.execute(db);
  await protect(db, 'webhook_delivery', {
    or: 'webhook_id in (select id from webhook where person_id = actor_person())',
  });

  /* Tells those who listen to one of the bodies; whoever moved the case need not be allowed to see them. */
  await sql`create function announce_move(bodies jsonb, body jsonb, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare w record; delivery uuid;
    begin
      for w in select h.id from webhook h join jsonb_to_recordset(bodies) as b(relation text, subject uuid)
          on h.subject_id = b.subject and h.relation = b.relation
        where h.ended_at is null and exists (select from relation r where r.person_id = h.person_id
          and r.relation = h.relation and r.subject_id = h.subject_id and r.ended_at is null)
      loop
        delivery := uuidv7();
        insert into webhook_delivery (id, webhook_id, body, state, created_at, changed_at)
          values (delivery, w.id, (body || jsonb_build_object('id', delivery))::text, 'waiting', at, at);
        perform enqueue_webhook(delivery, at);
      end loop;
    end $$`.execute(db);
  await sql`create function enqueue_webhook(delivery uuid, run_at timestamptz) returns void
    language sql security definer set search_path = public, pg_temp
    as $$ select graphile_worker.add_job('webhook.deliver', json_build_object('id', delivery), run_at => run_at,
      job_key => 'webhook ' || delivery, max_attempts => 12) $$`.execute(db);
  for (const call of ['announce_move(jsonb, jsonb, timestamptz)', 'enqueue_webhook(uuid, timestamptz)']) {
    await sql.raw(`revoke all on function ${call} from public`).execute(db);
    await sql.raw(`grant execute on function ${call} to zhiping_app, zhiping_expert, zhiping_jobs`).execute(db);
  }
}
