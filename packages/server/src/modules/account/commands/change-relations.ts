import { AppError, GRANTABLE, type Grantable } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { addRelation } from './create-person.ts';

export interface GrantedRelation {
  readonly relation: Grantable;
  readonly subjectId: string;
}

/** Checks that the organisation is of the kind the relation is to. Throws `RELATION_MISMATCH`. */
export async function assertFits(ctx: Ctx, { relation, subjectId }: GrantedRelation): Promise<void> {
  const found = await ctx.tx
    .selectFrom(GRANTABLE[relation])
    .select('id')
    .where('id', '=', subjectId)
    .executeTakeFirst();
  if (!found) throw new AppError('RELATION_MISMATCH');
}

/** Gives a person with an account one more relation. Nobody gives one to themselves. Runs as the platform. */
export async function grantRelation(ctx: Ctx, personId: string, granted: GrantedRelation): Promise<void> {
  await assertOther(ctx, personId);
  await assertFits(ctx, granted);
  const held = await ctx.tx
    .selectFrom('relation')
    .select('id')
    .where('person_id', '=', personId)
    .where('relation', '=', granted.relation)
    .where('subject_id', '=', granted.subjectId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (held) throw new AppError('RELATION_EXISTS');
  await addRelation(ctx, personId, withOrganiser(granted));
  await recordChange(ctx, personId, granted.relation, granted.subjectId);
}

/** Ends a relation; the sessions of the person see it at their next request. Runs as the platform. */
export async function endRelation(ctx: Ctx, personId: string, relationId: string): Promise<void> {
  await assertOther(ctx, personId);
  const ended = await ctx.tx
    .updateTable('relation')
    .set({ ended_at: ctx.systemNow })
    .where('id', '=', relationId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning(['relation', 'subject_id'])
    .executeTakeFirst();
  if (!ended) throw new AppError('NOT_FOUND');
  await recordChange(ctx, personId, ended.relation, ended.subject_id);
}

/** The organiser a relation belongs to is the subject itself where the subject is one. */
export function withOrganiser(granted: GrantedRelation) {
  return { ...granted, organiserId: GRANTABLE[granted.relation] === 'organiser' ? granted.subjectId : null };
}

async function assertOther(ctx: Ctx, personId: string): Promise<void> {
  if (personId === ctx.actor.personId) throw new AppError('NOT_FOR_ONESELF');
  await assertAccount(ctx, personId);
}

/** Held to the end, so that the account is not joined into another meanwhile. Throws `NOT_FOUND`, `ACCOUNT_MERGED`. */
export async function assertAccount(ctx: Ctx, personId: string): Promise<void> {
  const account = await ctx.tx
    .selectFrom('account')
    .select('merged_into')
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!account) throw new AppError('NOT_FOUND');
  if (account.merged_into !== null) throw new AppError('ACCOUNT_MERGED');
}

async function recordChange(ctx: Ctx, personId: string, relation: string, subjectId: string): Promise<void> {
  await ctx.record({ organiserId: null, subject: { noun: 'person', id: personId }, data: { relation, subjectId } });
}
