import type { FoundUnit, JoiningPerson, Membership, UnitMember } from '@zhiping/contract';
import { maskIdNumber, maskPhone } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { containing } from '../../../db/like.ts';
import { isStaffed } from '../../archive/index.ts';
import { openNumbers } from '../../account/index.ts';

/** Units that exist, by a part of the present or a former name or by credit code, at most 20, the closest names first. */
export async function searchUnits(ctx: Ctx, search: string): Promise<FoundUnit[]> {
  const like = containing(search);
  return ctx.tx
    .selectFrom('unit')
    .select(['id', 'name', 'credit_code as creditCode', 'area', 'agency'])
    .select(sql<boolean>`unit_staffed(id, ${ctx.actor.personId})`.as('staffed'))
    .where('ended_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb('name', 'like', like),
        eb('credit_code', '=', search.toUpperCase()),
        eb('id', 'in', eb.selectFrom('unit_change').select('unit_id').where('old_name', 'like', like)),
      ]),
    )
    .orderBy(sql`length(name)`)
    .orderBy('id')
    .limit(20)
    .execute();
}

/** How a person stands to units: now, before, and what waits. */
export async function readMembership(ctx: Ctx, personId: string): Promise<Membership> {
  const person = await ctx.tx
    .selectFrom('person')
    .select('identity')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const memberships = await ctx.tx
    .selectFrom('unit_member as m')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select(['u.id', 'u.name', 'u.agency', 'm.post', 'm.employer_name as employerName'])
    .select(['m.joined_on as joinedOn', 'm.left_on as leftOn'])
    // A unit is called what it was called when the person left it.
    .select(sql<string>`unit_name_on(u.id, coalesce(m.left_on, 'infinity'))`.as('nameThen'))
    .where('m.person_id', '=', personId)
    .orderBy('m.joined_on', 'desc')
    .limit(50)
    .execute();
  const now = memberships.find(({ leftOn }) => leftOn === null);
  const [request] = await ctx.tx
    .selectFrom('joining as j')
    .innerJoin('unit as u', 'u.id', 'j.unit_id')
    .select(['j.id', 'j.unit_id as unitId', 'u.name as unitName', 'j.post', 'j.employer_name as employerName'])
    .select(['j.begun_by as by', 'j.state', 'j.reason', 'j.created_at as createdAt'])
    .where('j.person_id', '=', personId)
    .orderBy('j.id', 'desc')
    .limit(1)
    .execute();
  const staffed = now !== undefined && (await isStaffed(ctx, now.id, personId));
  const current = now && { ...now, staffed, leftOn: undefined, nameThen: undefined };
  return {
    identity: person.identity,
    unit: current ?? null,
    earlier: memberships.flatMap(({ nameThen, post, joinedOn, leftOn }) =>
      leftOn === null ? [] : [{ unitName: nameThen, post, joinedOn, leftOn }],
    ),
    request: request === undefined || request.state === 'accepted' ? null : request,
  };
}

/** Who asked to join the unit, longest waiting first; numbers masked. */
export async function listJoining(ctx: Ctx, unitId: string): Promise<JoiningPerson[]> {
  const rows = await ctx.tx
    .selectFrom('joining as j')
    .innerJoin('person as p', 'p.id', 'j.person_id')
    .select(['j.id as requestId', 'p.name', 'p.identity', 'j.post', 'j.begun_by as by'])
    .select(['j.employer_name as employerName', 'j.created_at as createdAt'])
    .select(['p.id', 'p.id_number_sealed', 'p.phone_sealed', 'p.wrapped_key'])
    .where('j.unit_id', '=', unitId)
    .where('j.state', '=', 'waiting')
    .orderBy('j.id')
    .limit(100)
    .execute();
  return rows.map(({ requestId, id, id_number_sealed, phone_sealed, wrapped_key, ...row }) => {
    const { idNumber, phone } = openNumbers(ctx, { id, id_number_sealed, phone_sealed, wrapped_key });
    return {
      ...row,
      id: requestId,
      personId: id,
      idNumber: maskIdNumber(idNumber ?? ''),
      phone: maskPhone(phone ?? ''),
    };
  });
}

export interface MembersAsked {
  readonly unitId: string;
  readonly after?: string | undefined;
  readonly limit: number;
  readonly search?: string | undefined;
}

/** People of a unit now, a page by key. */
export async function listMembers(
  ctx: Ctx,
  { unitId, after, limit, search = '' }: MembersAsked,
): Promise<{ items: UnitMember[]; next: string | null }> {
  const like = containing(search);
  const rows = await ctx.tx
    .selectFrom('unit_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.person_id as personId', 'p.name', 'm.post', 'm.employer_name as employerName'])
    .select('m.joined_on as joinedOn')
    .where('m.unit_id', '=', unitId)
    .where('m.left_on', 'is', null)
    .$if(search !== '', (query) => query.where('p.name', 'like', like))
    .$if(after !== undefined, (query) => query.where('m.person_id', '>', after ?? ''))
    .orderBy('m.person_id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.personId ?? null) : null };
}
