import { AppError } from '@zhiping/contract';
import { PERMISSION_TABLE } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Scope } from '../../../db/scope.ts';
import type { ApplicationRow } from '../../application/index.ts';

export const MAKE = 'volume.make';
/** So many cases in one archive; a larger body orders again when these are done and gets those that follow. */
const MOST_CASES = 500;

interface Owner {
  readonly application_id: string | null;
  readonly organiser_id: string | null;
  readonly person_id: string | null;
  readonly unit_id: string | null;
  readonly authority_id: string | null;
  readonly plan_id: string | null;
  readonly contact: string;
  readonly phone: string;
}
export const NOBODY: Owner = {
  application_id: null,
  organiser_id: null,
  person_id: null,
  unit_id: null,
  authority_id: null,
  plan_id: null,
  contact: '',
  phone: '',
};

/** Orders the volumes of one application. Throws `VOLUME_RUNNING` while the same are being made. */
export async function orderVolumes(ctx: Ctx, row: ApplicationRow) {
  const owner: Owner = {
    ...NOBODY,
    application_id: row.id,
    organiser_id: row.organiser_id,
    person_id: row.person_id,
    unit_id: row.unit_id,
  };
  return order(ctx, owner, [row.id], `申报材料 ${row.number}`);
}

const BODIES = ['unit', 'authority', 'office'] as const;
const COLUMN = { unit: 'unit_id', authority: 'authority_id', office: 'organiser_id' } as const;

/**
 * Orders the volumes of all applications the caller's body may print now, the most recent first. Where these are too many for
 * one archive, of those that are in none the caller ordered and still has; of all anew once each is. Throws `VOLUME_NOTHING`.
 */
export async function orderBatch(ctx: Ctx, scope: Scope) {
  const held = BODIES.flatMap((body) =>
    scope.filter(({ relation }) => relation === body).map(({ ids }) => ({ body, ids })),
  )[0];
  const subjectId = held?.ids[0];
  if (held === undefined || subjectId === undefined) throw new AppError('NOT_FOUND');
  const stages = PERMISSION_TABLE.flatMap((row) =>
    row.action === 'volume.order' && row.stages !== 'any' ? [...row.stages] : [],
  );
  const printable = ctx.tx
    .selectFrom('application')
    .select('id')
    .where(COLUMN[held.body], '=', subjectId)
    .where('stage', 'in', [...new Set(stages)])
    .orderBy('id', 'desc')
    .limit(MOST_CASES + 1);
  const all = await printable.execute();
  if (all.length === 0) throw new AppError('VOLUME_NOTHING');
  const left = all.length > MOST_CASES ? await printable.where(notYetOrdered(ctx, COLUMN[held.body])).execute() : [];
  const cases = (left.length > 0 ? left : all).slice(0, MOST_CASES);
  const owner = { ...NOBODY, [COLUMN[held.body]]: subjectId };
  const ids = cases.map(({ id }) => id);
  return order(ctx, owner, ids, `申报材料 ${ids.length} 份`);
}

/** An application that is in no archive of the caller's for a body which is being made or can still be downloaded. */
function notYetOrdered(ctx: Ctx, column: (typeof COLUMN)[keyof typeof COLUMN]) {
  return sql<boolean>`not exists (select from volume_order o where o.${sql.ref(column)} = ${sql.ref(`application.${column}`)}
    and o.ordered_by = ${ctx.actor.personId} and o.application_id is null and o.plan_id is null
    and o.state in ('waiting', 'working', 'done') and application.id = any(o.cases))`;
}

/** Puts an order into the queue. Throws `VOLUME_RUNNING` while the caller's same order is being made. */
export async function order(ctx: Ctx, owner: Owner, cases: string[], name: string) {
  const running = await ctx.tx
    .selectFrom('volume_order')
    .select('id')
    .where('state', 'in', ['waiting', 'working'])
    .where('ordered_by', '=', ctx.actor.personId ?? '')
    .where((of) =>
      owner.application_id === null
        ? of('application_id', 'is', null)
        : of('application_id', '=', owner.application_id),
    )
    .where((of) => (owner.plan_id === null ? of('plan_id', 'is', null) : of('plan_id', '=', owner.plan_id)))
    .executeTakeFirst();
  if (running) throw new AppError('VOLUME_RUNNING');
  const id = ctx.newId();
  await ctx.tx
    .insertInto('volume_order')
    .values({
      ...owner,
      id,
      cases,
      name,
      state: 'waiting',
      blob_id: null,
      bytes: null,
      ordered_by: ctx.actor.personId ?? '',
      ordered_at: ctx.systemNow,
      beat_at: null,
      ended_at: null,
      expires_at: null,
    })
    .execute();
  const receipt = await ctx.record({
    organiserId: owner.organiser_id,
    subject: { noun: 'volume-order', id },
    data: { cases: cases.length, ...(owner.plan_id === null ? {} : { planId: owner.plan_id }) },
  });
  await ctx.enqueue({ task: MAKE, payload: { id } });
  return { id, receipt };
}
