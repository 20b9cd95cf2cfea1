import type { Dealings, HeldApplication, HeldSeat, Holdings, Relation } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';

/** Stages in which an application leaves its plan free for another, as the index `application_once` says. */
const ENDED = sql`('withdrawn', 'not-recommended', 'refused', 'expired', 'not-passed', 'cancelled')`;

/** What one account is and has that may bar its merge with another. Runs as the platform. */
export async function holdingsOf(ctx: Ctx, personId: string): Promise<Holdings> {
  const relations = await ctx.tx
    .selectFrom('relation')
    .select(['relation', 'organiser_id as organiserId'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  const { rows: applications } = await sql<HeldApplication>`select a.plan_id as "planId",
      a.stage not in ${ENDED} and a.stage <> 'certified' as open, a.stage not in ${ENDED} as occupies,
      c.meeting_id as "meetingId"
    from application a left join meeting_case c on c.application_id = a.id where a.person_id = ${personId}`.execute(
    ctx.tx,
  );
  // Who declined, or was never called up from the reserve, judged nobody.
  const { rows: seats } = await sql<HeldSeat>`
    select m.id as "meetingId", m.organiser_id as "organiserId", m.stage = 'closed' as closed
    from meeting m left join seat s on s.meeting_id = m.id and s.person_id = ${personId}
    where m.chair_person_id = ${personId} or s.state = 'accepted'
      or (m.stage <> 'closed' and s.state in ('reserve', 'invited'))`.execute(ctx.tx);
  const member = await ctx.tx
    .selectFrom('unit_member')
    .select('unit_id')
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  const pools = await ctx.tx
    .selectFrom('expert')
    .select(['organiser_id as organiserId', sql<boolean>`state = 'active'`.as('active')])
    .where('person_id', '=', personId)
    .execute();
  const { rows: delegations } = await sql<{ n: bigint }>`select count(*) as n from delegation d
    join relation r on r.id = d.relation_id
    where (d.from_person = ${personId} or d.to_person = ${personId}) and d.ended_at is null
      and case when d.taken_at is null then d.offer_expires_at > ${ctx.systemNow}
        else d.kind = 'delegation' and r.ended_at is null and d.last_day >= (${ctx.businessNow}::timestamptz
          at time zone 'Asia/Shanghai')::date end`.execute(ctx.tx);
  return {
    relations: relations.map(({ relation, organiserId }) => ({ relation: relation as Relation, organiserId })),
    applications,
    seats,
    unitId: member?.unit_id ?? null,
    pools,
    delegations: Number(delegations[0]?.n ?? 0),
    single: await singleOf(ctx, personId),
  };
}

/** What one may have only once at a time; each line is a unique index of the database. */
async function singleOf(ctx: Ctx, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ one: string }>`
    select 'joining' as one from joining where person_id = ${personId} and state = 'waiting'
    union all select 'register ' || register from register_request where person_id = ${personId} and state = 'waiting'
    union all select 'request ' || kind from privacy_request where person_id = ${personId} and state = 'received'
    union all select concat_ws(' ', 'consultation', plan_id, kind, specialty, level) from consultation
      where person_id = ${personId} and state <> 'declined'
    union all select 'appointment ' || unit_id from appointment where person_id = ${personId} and to_date is null
    union all select 'self-appointment ' || unit_id from self_appointment where person_id = ${personId}`.execute(
    ctx.tx,
  );
  return rows.map(({ one }) => one);
}

/** What was done between two accounts that one person may not have done alone. Runs as the platform. */
export async function dealingsBetween(ctx: Ctx, one: string, other: string): Promise<Dealings> {
  const [there, back] = [await decidedBy(ctx, one, other), await decidedBy(ctx, other, one)];
  const { rows } = await sql<{ n: bigint }>`select
      (select count(*) from plan_opening where ${pair('proposed_by', 'decided_by', one, other)})
    + (select count(*) from window_extension where ${pair('proposed_by', 'decided_by', one, other)})
    + (select count(*) from certificate_revocation where ${pair('asked_by', 'decided_by', one, other)})
    + (select count(*) from retention_change where ${pair('proposed_by', 'decided_by', one, other)})
    + (select count(*) from destruction_list l join destruction_round r on r.id = l.round_id
        where ${pair('r.begun_by', 'l.decided_by', one, other)})
    + (select count(*) from policy_approval a join policy_approval b on b.pack = a.pack and b.number = a.number
        where a.person_id = ${one} and b.person_id = ${other}) as n`.execute(ctx.tx);
  return { decidedOneself: there + back, fourEyes: Number(rows[0]?.n ?? 0) };
}

const pair = (first: string, second: string, one: string, other: string) =>
  sql`(${sql.ref(first)} = ${one} and ${sql.ref(second)} = ${other})
    or (${sql.ref(first)} = ${other} and ${sql.ref(second)} = ${one})`;

/** How many matters of one person another one decided on: in the own name or in a colleague's place. */
async function decidedBy(ctx: Ctx, applicant: string, judge: string): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`select
      (select count(*) from archive_row where person_id = ${applicant} and verified_by = ${judge})
    + (select count(*) from unit_attestation where person_id = ${applicant} and signed_by = ${judge})
    + (select count(*) from joining where person_id = ${applicant} and decided_by = ${judge} and state = 'accepted')
    + (select count(*) from appointment where person_id = ${applicant} and recorded_by = ${judge})
    + (select count(*) from self_appointment where person_id = ${applicant} and recorded_by = ${judge})
    + (select count(*) from application a join endorsement e on e.application_id = a.id and e.state = 'filled'
        where a.person_id = ${applicant} and e.id_index =
          (select coalesce(id_number_index, id_number_stated) from person where id = ${judge}))
    + (select count(*) from application a join record_event e on e.subject_id = a.id where a.person_id = ${applicant}
        and ${judge} in (e.document::jsonb #>> '{actor,personId}', e.document::jsonb #>> '{actor,inPlaceOf}')) as n`.execute(
    ctx.tx,
  );
  return Number(rows[0]?.n ?? 0);
}
