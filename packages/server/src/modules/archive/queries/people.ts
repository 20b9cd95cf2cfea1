import { AppError, type PersonArchive, type UnitPerson } from '@zhiping/contract';
import { currentTitleOf, type TargetFacts } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { currentPhoto } from '../../photo/index.ts';
import { evidenceFor } from './evidence-lists.ts';
import { factsOf, readRows } from './read-rows.ts';
import { viewOf } from './view.ts';

/** A person as a member of a unit. */
export interface MemberTarget extends TargetFacts {
  readonly member: { readonly personId: string; readonly name: string; readonly post: string };
}

/** A person who belongs to a unit now; null where they belong to none within the caller's reach. */
export async function loadMember(ctx: Ctx, { personId }: { readonly personId: string }): Promise<MemberTarget | null> {
  const member = await ctx.tx
    .selectFrom('unit_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.person_id as personId', 'm.unit_id as unitId', 'm.post', 'p.name'])
    .where('m.person_id', '=', personId)
    .where('m.left_on', 'is', null)
    .executeTakeFirst();
  if (member === undefined) return null;
  const { unitId, ...rest } = member;
  return { stage: 'member', applicantPersonId: personId, unitId, member: rest };
}

/** People of the caller's units with the state of their archives; who waits longest stands first. */
export async function listPeople(ctx: Ctx, scope: Scope): Promise<UnitPerson[]> {
  const count = (state: string) => sql<bigint>`count(*) filter (where r.state = ${state})`;
  const rows = await ctx.tx
    .selectFrom('unit_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('archive_row as r', (join) =>
      join
        .onRef('r.person_id', '=', 'm.person_id')
        .onRef('r.unit_id', '=', 'm.unit_id')
        .on('r.state', 'in', ['waiting', 'verified', 'returned']),
    )
    .select(['m.person_id as personId', 'p.name', 'm.post'])
    .select([count('waiting').as('waiting'), count('verified').as('verified'), count('returned').as('returned')])
    .select(sql<string | null>`min(r.submitted_at) filter (where r.state = 'waiting')`.as('waitingSince'))
    .where(scopeWhere(scope, { unit: 'm.unit_id' }))
    .where('m.left_on', 'is', null)
    .groupBy(['m.person_id', 'p.name', 'm.post'])
    .orderBy(sql`min(r.submitted_at) filter (where r.state = 'waiting') nulls last`)
    .orderBy('m.person_id')
    .execute();
  return rows.map((row) => ({
    ...row,
    waiting: Number(row.waiting),
    verified: Number(row.verified),
    returned: Number(row.returned),
  }));
}

/** What the unit sees of one person: rows handed in, verified or returned, personal fields masked. */
export async function readPersonArchive(ctx: Ctx, target: MemberTarget): Promise<PersonArchive> {
  const rows = await readRows(ctx, target.member.personId, 'masked', { states: ['waiting', 'verified', 'returned'] });
  const facts = rows.map(factsOf);
  const title = currentTitleOf(facts);
  const evidence = await evidenceFor(ctx, target.member.personId, facts);
  return {
    person: target.member,
    currentTitle: title === null ? null : { name: title.name, level: title.level, acquiredOn: title.acquiredOn },
    rows: rows.map((row) => viewOf(row, title, evidence?.lists)),
    evidence,
    photoId: (await currentPhoto(ctx, target.member.personId))?.id ?? null,
    usedElsewhere: await usedElsewhere(
      ctx,
      target.member.personId,
      rows.flatMap((row) => row.files.map((file) => file.id)),
    ),
  };
}

/**
 * Files that another person uploaded too (LN-2024 五(二)3). Looks past row level security, for everybody's files have to
 * be compared, and answers only which of the given ones: nothing of the other person.
 */
async function usedElsewhere(ctx: Ctx, personId: string, fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('archive_evidence as mine')
      .select('mine.id')
      .where('mine.id', 'in', [...fileIds])
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('archive_evidence as other')
            .select('other.id')
            .whereRef('other.sameness', '=', 'mine.sameness')
            .where('other.person_id', '!=', personId)
            .where('other.removed_at', 'is', null),
        ),
      )
      .execute(),
  );
  return rows.map((row) => row.id);
}

/** Nobody decides the own case, also not as staff of the unit. */
export function assertNotOwn(ctx: Ctx, personId: string): void {
  if (ctx.actor.personId === personId || ctx.inPlaceOf === personId) throw new AppError('UNIT_OWN_CASE');
}
