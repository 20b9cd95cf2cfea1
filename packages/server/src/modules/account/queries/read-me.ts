import type { Me } from '@zhiping/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** The account of a person with everything they are to organisations, named for the page. */
export async function readMe(ctx: Ctx, personId: string, sessionExpiresAt: string, limited: boolean): Promise<Me> {
  const person = await ctx.tx
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'account.username', 'person.identity'])
    .select(consentNeeded(personId).as('consentNeeded'))
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();
  const relations = await ctx.tx
    .selectFrom('relation')
    .leftJoin('unit', 'unit.id', 'relation.subject_id')
    .leftJoin('organiser', 'organiser.id', 'relation.subject_id')
    .leftJoin('authority', 'authority.id', 'relation.subject_id')
    .leftJoin('association', 'association.id', 'relation.subject_id')
    .select([
      'relation.relation',
      'relation.subject_id as subjectId',
      'relation.organiser_id as organiserId',
      sql<string>`coalesce(unit.name, organiser.name, authority.name, association.name, '')`.as('subjectName'),
    ])
    .where('relation.person_id', '=', personId)
    .where('relation.ended_at', 'is', null)
    .orderBy('relation.id')
    .execute();
  const { rows: delegated } = await sql<Me['relations'][number]>`
    select d.relation, d.subject_id as "subjectId", d.organiser_id as "organiserId", giver.name as "inPlaceOf",
      coalesce(unit.name, organiser.name, authority.name, association.name, '') as "subjectName"
    from delegated_to(${personId}) d join person giver on giver.id = d.from_person
      left join unit on unit.id = d.subject_id left join organiser on organiser.id = d.subject_id
      left join authority on authority.id = d.subject_id left join association on association.id = d.subject_id`.execute(
    ctx.tx,
  );
  const all = [...relations.map((one) => ({ ...one, inPlaceOf: null })), ...delegated];
  const { id, name, username, identity, consentNeeded: needed } = person;
  return { personId: id, name, username, identity, limited, consentNeeded: needed, relations: all, sessionExpiresAt };
}

/** True where the notice that stands lacks one of this person's two consents. */
function consentNeeded(personId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from (select max(version) as version from privacy_notice) n, unnest(array['notice', 'sensitive']) k
    where n.version is not null and not exists (select from privacy_consent c
      where c.person_id = ${personId} and c.version = n.version and c.kind = k and c.withdrawn_at is null))`;
}
