import { AppError } from '@zhiping/contract';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import { addRelation } from '../account/index.ts';
import { moveWebhooks } from '../webhook/index.ts';
import type { DelegationTables } from './tables.ts';

export type Delegation = Selectable<DelegationTables['delegation']>;

/** What else a hand-over moved: webhooks that tell on, and tokens that ended with their maker's post. */
export interface Moved {
  readonly webhooks: number;
  readonly tokens: number;
}

/**
 * Takes an offer up, once, as the colleague it names. A delegation holds on its days; a hand-over moves the post and what hung
 * on the person at once.
 * @throws AppError `DELEGATION_OVER`, `DELEGATION_OTHER_NAME`, `DELEGATION_HELD_ALREADY`, `DELEGATION_ADMINISTRATOR`,
 *   `DELEGATION_TWO_SIDES`
 */
export function take(ctx: Ctx, personId: string, id: string): Promise<Moved> {
  return ctx.asPlatform(async () => {
    const offer = await ctx.tx
      .selectFrom('delegation')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (offer.taken_at !== null || offer.ended_at !== null || offer.offer_expires_at <= ctx.systemNow) {
      throw new AppError('DELEGATION_OVER');
    }
    const person = await ctx.tx
      .selectFrom('person')
      .select('name')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    if (offer.from_person === personId || person.name !== offer.name) throw new AppError('DELEGATION_OTHER_NAME');
    await assertMay(ctx, personId, offer);
    await ctx.tx
      .updateTable('delegation')
      .set({ taken_at: ctx.systemNow, to_person: personId })
      .where('id', '=', id)
      .execute();
    const moved = offer.kind === 'handover' ? await handOver(ctx, personId, offer) : { webhooks: 0, tokens: 0 };
    await ctx.record({
      organiserId: offer.organiser_id,
      subject: { noun: 'delegation', id },
      data: { kind: offer.kind, from: offer.from_person, to: personId, ...moved },
    });
    return moved;
  });
}

/** Who may not act there besides: administrators, and those who judge or watch what the office does. */
async function assertMay(ctx: Ctx, personId: string, offer: Delegation): Promise<void> {
  const held = await ctx.tx
    .selectFrom('relation')
    .select(['id', 'person_id', 'relation', 'subject_id', 'organiser_id'])
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('id', '=', offer.relation_id)]))
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute();
  if (!held.some(({ id }) => id === offer.relation_id)) throw new AppError('DELEGATION_OVER');
  const own = held.filter(({ person_id }) => person_id === personId);
  if (own.some(({ relation, subject_id }) => relation === offer.relation && subject_id === offer.subject_id)) {
    throw new AppError('DELEGATION_HELD_ALREADY');
  }
  if (own.some(({ relation }) => relation.endsWith('-admin'))) throw new AppError('DELEGATION_ADMINISTRATOR');
  const { organiser_id: organiserId } = offer;
  if (organiserId === null) return;
  const watches = own.some(({ relation, organiser_id }) => relation === 'supervisor' && organiser_id === organiserId);
  const sits = await ctx.tx
    .selectFrom('meeting as m')
    .leftJoin('seat as s', (join) => join.onRef('s.meeting_id', '=', 'm.id').on('s.person_id', '=', personId))
    .select('m.id')
    .where('m.organiser_id', '=', organiserId)
    .where('m.stage', '!=', 'closed')
    .where((eb) =>
      eb.or([eb('m.chair_person_id', '=', personId), eb('s.state', 'in', ['reserve', 'invited', 'accepted'])]),
    )
    .limit(1)
    .executeTakeFirst();
  if (watches || sits !== undefined) throw new AppError('DELEGATION_TWO_SIDES');
}

/** The post is the successor's from now on; what the predecessor had set up for it goes over or ends, nothing is left behind. */
async function handOver(ctx: Ctx, personId: string, offer: Delegation): Promise<Moved> {
  const { relation, subject_id: subjectId, organiser_id: organiserId, from_person: from } = offer;
  await addRelation(ctx, personId, { relation, subjectId, organiserId });
  await ctx.tx.updateTable('relation').set({ ended_at: ctx.systemNow }).where('id', '=', offer.relation_id).execute();
  await ctx.tx
    .updateTable('delegation')
    .set({ ended_at: ctx.systemNow, ended_by: from })
    .where('relation_id', '=', offer.relation_id)
    .where('id', '!=', offer.id)
    .where('ended_at', 'is', null)
    .execute();
  const tokens = await ctx.tx
    .updateTable('api_token')
    .set({ revoked_at: ctx.systemNow, revoked_by: personId })
    .where('person_id', '=', from)
    .where('relation', '=', relation)
    .where('subject_id', '=', subjectId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const webhooks = await moveWebhooks(ctx, { from, to: personId, only: { relation, subjectId } });
  return { webhooks, tokens: Number(tokens.numUpdatedRows) };
}
