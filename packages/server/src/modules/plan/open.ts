import { AppError } from '@zhiping/contract';
import { mayOpen } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { assertAnotherPerson } from '../delegation/index.ts';
import { openingOf, type Opening } from './facts.ts';
import type { OpeningTarget, OrganiserTarget } from './target.ts';

export interface ProposedOpening {
  readonly pack: string;
  /** Of the version that was read before proposing. */
  readonly hash: string;
  readonly confirmerId: string;
  readonly note: string;
}

/**
 * One person of the office proposes to open a published plan. It changes nothing before another approves.
 * @throws AppError `PLAN_VERSION_CHANGED`, `PLAN_NOT_READY` (with what lacks), `PLAN_OPENING_WAITS`
 */
export async function proposeOpening(
  ctx: Ctx,
  { organiser }: OrganiserTarget,
  asked: ProposedOpening,
): Promise<string> {
  const opening = await openingOf(ctx, { organiser, pack: asked.pack, confirmerId: asked.confirmerId });
  if (opening.stored.hash !== asked.hash) throw new AppError('PLAN_VERSION_CHANGED');
  refuseUnready(opening);
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('plan_opening')
    .values({
      id,
      organiser_id: organiser.id,
      pack: asked.pack,
      pack_number: opening.stored.number,
      confirmer_id: asked.confirmerId,
      note: asked.note,
      state: 'proposed',
      proposed_by: ctx.actor.personId ?? '',
      proposed_at: ctx.businessNowOf(organiser.id),
      decided_by: null,
      decided_at: null,
    })
    // The partial index `plan_opening_waits`: one proposal per organiser and pack.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('PLAN_OPENING_WAITS');
  await ctx.record({
    organiserId: organiser.id,
    subject: { noun: 'plan-opening', id },
    data: { pack: asked.pack, number: opening.stored.number, hash: asked.hash, confirmer: asked.confirmerId },
  });
  return id;
}

/**
 * Another person approves: the plan is open from now on, on the version that was proposed. Everything is checked anew,
 * for a filing may have expired since.
 * @throws AppError `PLAN_OPENING_DECIDED`, `PLAN_OPENING_SAME_PERSON`, `PLAN_VERSION_CHANGED`, `PLAN_NOT_READY`
 */
export async function approveOpening(ctx: Ctx, { opening }: OpeningTarget): Promise<string> {
  if (opening.state !== 'proposed') throw new AppError('PLAN_OPENING_DECIDED');
  await assertAnotherPerson(ctx, opening.proposed_by, opening.proposed_at, 'PLAN_OPENING_SAME_PERSON');
  const organiser = await ctx.tx
    .selectFrom('organiser')
    .select(['id', 'name'])
    .where('id', '=', opening.organiser_id)
    .executeTakeFirstOrThrow();
  const checked = await openingOf(ctx, { organiser, pack: opening.pack, confirmerId: opening.confirmer_id });
  if (checked.stored.number !== opening.pack_number) throw new AppError('PLAN_VERSION_CHANGED');
  refuseUnready(checked);
  await decide(ctx, opening, 'opened');
  const now = ctx.businessNowOf(organiser.id);
  const planId = ctx.newId();
  await ctx.tx
    .insertInto('plan')
    .values({
      id: planId,
      organiser_id: organiser.id,
      pack: opening.pack,
      pack_number: opening.pack_number,
      name: checked.plan.title,
      year: checked.plan.year,
      confirmer_id: opening.confirmer_id,
      opened_at: now,
    })
    .execute();
  await ctx.record({
    organiserId: organiser.id,
    subject: { noun: 'plan', id: planId },
    data: { pack: opening.pack, number: opening.pack_number, hash: checked.stored.hash, opening: opening.id },
  });
  return planId;
}

/** @throws AppError `PLAN_OPENING_DECIDED` */
export async function declineOpening(ctx: Ctx, { opening }: OpeningTarget): Promise<void> {
  await decide(ctx, opening, 'declined');
  await ctx.record({
    organiserId: opening.organiser_id,
    subject: { noun: 'plan-opening', id: opening.id },
    data: { pack: opening.pack, number: opening.pack_number },
  });
}

async function decide(ctx: Ctx, opening: OpeningTarget['opening'], state: 'opened' | 'declined'): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('plan_opening')
    .set({ state, decided_by: ctx.actor.personId, decided_at: ctx.businessNowOf(opening.organiser_id) })
    .where('id', '=', opening.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('PLAN_OPENING_DECIDED');
}

function refuseUnready({ checks }: Opening): void {
  if (mayOpen(checks)) return;
  const words = checks.filter(({ state }) => state === 'lacking').map((check) => `${check.name}：${check.words}`);
  throw new AppError('PLAN_NOT_READY', { details: { words: words.join('') } });
}
