import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { confirmIdentity } from '../../account/index.ts';
import type { StoredJoining } from '../target.ts';

export interface Joining {
  readonly unitId: string;
  readonly post: string;
  /** Where an agency's person works. */
  readonly employerName: string;
  readonly by: 'person' | 'unit';
}

/**
 * Begins joining a unit: it waits for the unit's word.
 * @throws AppError `NOT_FOUND`, `UNIT_ENDED`, `ALREADY_MEMBER`, `JOINING_WAITING`, `EMPLOYER_MISSING`
 */
export async function beginJoining(ctx: Ctx, personId: string, wanted: Joining): Promise<StoredJoining> {
  const { unitId, post, employerName, by } = wanted;
  const unit = await ctx.tx
    .selectFrom('unit')
    .select(['agency', 'ended_on'])
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw new AppError('NOT_FOUND');
  if (unit.ended_on !== null) throw new AppError('UNIT_ENDED');
  if (by === 'person' && unit.agency && employerName === '') throw new AppError('EMPLOYER_MISSING');
  if (await isMember(ctx, personId)) throw new AppError('ALREADY_MEMBER');
  const joining = await ctx.tx
    .insertInto('joining')
    .values({
      id: ctx.newId(),
      unit_id: unitId,
      person_id: personId,
      begun_by: by,
      post,
      employer_name: employerName,
      state: 'waiting',
      created_at: ctx.businessNow,
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!joining) throw new AppError('JOINING_WAITING');
  await ctx.record({ organiserId: null, subject: { noun: 'joining', id: joining.id }, data: { unitId, by } });
  return joining;
}

/** The unit takes somebody in and has compared the identity document. Throws `JOINING_DATE`, `IDENTITY_TWICE`. */
export async function acceptJoining(ctx: Ctx, joining: StoredJoining, joinedOn: string): Promise<void> {
  await ctx.asPlatform(async () => {
    await confirmIdentity(ctx, joining.person_id);
    await takeIn(ctx, joining, joinedOn);
  });
}

/** Makes the person a member. Runs as the platform. */
export async function takeIn(
  ctx: Ctx,
  joining: StoredJoining,
  joinedOn: string = dateInShanghai(ctx.businessNow),
): Promise<void> {
  const { person_id: personId, unit_id: unitId } = joining;
  await assertExists(ctx, unitId);
  if (await isMember(ctx, personId)) throw new AppError('ALREADY_MEMBER');
  const last = await ctx.tx
    .selectFrom('unit_member')
    .select('left_on')
    .where('person_id', '=', personId)
    .orderBy('left_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  const leftOn = last?.left_on ?? null;
  if ((leftOn !== null && joinedOn < leftOn) || joinedOn > dateInShanghai(ctx.businessNow))
    throw new AppError('JOINING_DATE');
  await decide(ctx, joining, 'accepted', '');
  await ctx.tx
    .insertInto('unit_member')
    .values({
      id: ctx.newId(),
      unit_id: unitId,
      person_id: personId,
      post: joining.post,
      employer_name: joining.employer_name,
      joined_on: joinedOn,
      left_on: null,
    })
    .execute();
}

/** Ends a request without joining: refused by the unit or withdrawn by the person. */
export function endJoining(
  ctx: Ctx,
  joining: StoredJoining,
  state: 'refused' | 'withdrawn',
  reason: string,
): Promise<void> {
  return decide(ctx, joining, state, reason);
}

async function decide(ctx: Ctx, joining: StoredJoining, state: StoredJoining['state'], reason: string): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('joining')
    .set({ state, reason, decided_at: ctx.businessNow, decided_by: ctx.actor.personId })
    .where('id', '=', joining.id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('JOINING_DECIDED');
  await ctx.record({
    organiserId: null,
    subject: { noun: 'joining', id: joining.id },
    data: { unitId: joining.unit_id, state },
  });
}

/** A unit that ended while somebody waited takes nobody in. */
async function assertExists(ctx: Ctx, unitId: string): Promise<void> {
  const unit = await ctx.tx
    .selectFrom('unit')
    .select('ended_on')
    .where('id', '=', unitId)
    .forShare()
    .executeTakeFirstOrThrow();
  if (unit.ended_on !== null) throw new AppError('UNIT_ENDED');
}

async function isMember(ctx: Ctx, personId: string): Promise<boolean> {
  const member = await ctx.tx
    .selectFrom('unit_member')
    .select('id')
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return member !== undefined;
}
