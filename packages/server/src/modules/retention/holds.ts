import { AppError, type Hold } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type Scope, scopeWhere } from '../../db/scope.ts';

export interface HoldTarget extends TargetFacts {
  readonly id: string;
}
/** An application somebody wants to hold, by the number people quote. */
export interface HeldTarget extends TargetFacts {
  readonly application: { readonly id: string; readonly organiser_id: string; readonly number: string };
}

export async function loadByNumber(ctx: Ctx, { number }: { readonly number: string }): Promise<HeldTarget | null> {
  const application = await ctx.tx
    .selectFrom('application')
    .select(['id', 'organiser_id', 'number', 'stage'])
    .where('number', '=', number)
    .executeTakeFirst();
  return application ? { stage: application.stage, organiserId: application.organiser_id, application } : null;
}

export async function loadHold(ctx: Ctx, { id }: { readonly id: string }): Promise<HoldTarget | null> {
  const found = await ctx.tx
    .selectFrom('retention_hold')
    .select(['organiser_id', 'released_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return null;
  return { stage: found.released_at === null ? 'standing' : 'released', organiserId: found.organiser_id, id };
}

/** Nothing of the application is destroyed while it stands. @throws AppError `HOLD_STANDS` */
export async function place(ctx: Ctx, { application }: HeldTarget, reason: string): Promise<string> {
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('retention_hold')
    .values({
      id,
      organiser_id: application.organiser_id,
      application_id: application.id,
      reason,
      placed_by: ctx.actor.personId ?? '',
      placed_at: ctx.businessNowOf(application.organiser_id),
      released_by: null,
      released_at: null,
    })
    .onConflict((conflict) => conflict.column('application_id').where('released_at', 'is', null).doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('HOLD_STANDS');
  await ctx.record({
    organiserId: application.organiser_id,
    subject: { noun: 'application', id: application.id },
    data: { number: application.number, hold: id },
  });
  return id;
}

/** @throws AppError `HOLD_RELEASED` */
export async function release(ctx: Ctx, { id }: HoldTarget, reason: string): Promise<void> {
  const row = await ctx.tx
    .updateTable('retention_hold')
    .set({ released_by: ctx.actor.personId, released_at: ctx.businessNow, release_reason: reason })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .returning(['application_id', 'organiser_id'])
    .executeTakeFirst();
  if (!row) throw new AppError('HOLD_RELEASED');
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.application_id },
    data: { hold: id },
  });
}

/** Holds of the caller's organiser, the latest first. */
export async function listHolds(
  ctx: Ctx,
  asked: { readonly scope: Scope; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: Hold[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('retention_hold as h')
    .innerJoin('application as a', 'a.id', 'h.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('person as b', 'b.id', 'h.placed_by')
    .leftJoin('person as r', 'r.id', 'h.released_by')
    .select([
      'h.id',
      'a.number',
      'p.name as applicantName',
      'h.reason',
      'b.name as placedBy',
      'h.placed_at as placedAt',
    ])
    .select(['r.name as releasedBy', 'h.released_at as releasedAt', 'h.release_reason as releaseReason'])
    .where(scopeWhere(asked.scope, { office: 'h.organiser_id', supervisor: 'h.organiser_id' }))
    .$if(asked.after !== undefined, (query) => query.where('h.id', '<', asked.after ?? ''))
    .orderBy('h.id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const items = rows.slice(0, asked.limit);
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}
