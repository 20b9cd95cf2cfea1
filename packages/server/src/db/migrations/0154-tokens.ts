import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Tokens with which programs call the interface for an organisation, in the name of the person who made them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table api_token (
    id uuid primary key,
    person_id uuid not null references person,
    /* The one relation it acts in; worth nothing once the person no longer holds it. */
    relation text not null,
    subject_id uuid not null,
    name text not null,
    /* SHA-256 of the secret, which is shown once. */
    token_hash bytea not null unique,
    actions text[] not null check (cardinality(actions) > 0),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by uuid references person
  )`.execute(db);
  await sql`create index api_token_person on api_token (person_id, id)`.execute(db);
  await protect(db, 'api_token', { person: 'person_id' });

  /* Opens a request made with a token, as begin_request does with a session; null where the token is of no use. */
  await sql`create function begin_token(token text, at timestamptz) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare t api_token; held jsonb; clocks jsonb;
    begin
      select * into t from api_token where token_hash = decode(token, 'hex') and revoked_at is null and expires_at > at;
      if t.id is null then return null; end if;
      select jsonb_agg(jsonb_build_object('relation', relation, 'subjectId', subject_id, 'organiserId', organiser_id))
        into held from relation where person_id = t.person_id and relation.relation = t.relation
          and subject_id = t.subject_id and ended_at is null;
      if held is null then return null; end if;
      if t.last_used_at is null or t.last_used_at < at - interval '1 minute' then
        update api_token set last_used_at = at where id = t.id;
      end if;
      select jsonb_agg(jsonb_build_object('id', id, 'offset', clock_offset_ms) order by id) into clocks from organiser;
      perform set_actor(t.person_id, held);
      return jsonb_build_object('personId', t.person_id, 'held', held, 'expiresAt', null, 'limited', false,
        'actions', to_jsonb(t.actions), 'clocks', coalesce(clocks, '[]'));
    end $$`.execute(db);
  await sql`revoke all on function begin_token(text, timestamptz) from public`.execute(db);
  await sql`grant execute on function begin_token(text, timestamptz) to zhiping_app`.execute(db);
}
