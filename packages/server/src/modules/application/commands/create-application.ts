import { AppError } from '@zhiping/contract';
import {
  begin,
  endingDeadline,
  explainCase,
  type Jurisdiction,
  jurisdictionOf,
  type PlanLevel,
  type PlanRoute,
  PLAN_LEVEL_NAMES,
  type Process,
  type Receipt,
  routesFor,
  specialtyOf,
} from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { unitOf } from '../../archive/index.ts';
import { setDeadline } from '../advance.ts';
import { readMaterial } from '../material.ts';
import { processOf } from '../process-of.ts';
import { unitTraitsOf } from '../unit-traits.ts';

export interface NewApplication {
  readonly planId: string;
  readonly specialty: string;
  readonly level: PlanLevel;
  readonly route: PlanRoute;
}

/**
 * Starts a case, LN-2024 五(一). It pins the plan's published version for all its life.
 * @throws AppError `UNIT_UNKNOWN`, `PLAN_UNKNOWN`, `LEVEL_NOT_OFFERED`, `COMMITTEE_ELSEWHERE` (with who accepts it),
 * `ROUTE_NOT_OPEN`, `NOT_EMPLOYED_HERE`, `APPLICATION_EXISTS`
 */
export async function createApplication(
  ctx: Ctx,
  { planId, specialty, level, route }: NewApplication,
): Promise<{ id: string; number: string; version: number; receipt: Receipt }> {
  const personId = ctx.actor.personId;
  if (personId === null) throw new AppError('UNAUTHENTICATED');
  const plan = await ctx.tx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst();
  if (!plan) throw new AppError('PLAN_UNKNOWN');
  const employer = await unitOf(ctx, personId);
  if (!employer) throw new AppError('UNIT_UNKNOWN');
  const unit = await ctx.tx.selectFrom('unit').selectAll().where('id', '=', employer.id).executeTakeFirstOrThrow();

  const process = await processOf(ctx, plan.pack, plan.pack_number);
  const chosen = specialtyOf(process.plan, specialty);
  if (!chosen) throw new AppError('PLAN_UNKNOWN');
  const where = jurisdictionOf(process.plan, {
    specialty,
    level,
    unit: unitTraitsOf(unit, process.plan.scope.province),
  });
  if (where.accepts === 'level-not-offered') {
    throw new AppError('LEVEL_NOT_OFFERED', { details: { words: acceptanceWords(where) } });
  }
  if (where.accepts !== 'here')
    throw new AppError('COMMITTEE_ELSEWHERE', { details: { words: acceptanceWords(where) } });
  if (!routesFor(process.plan, level).includes(route)) throw new AppError('ROUTE_NOT_OPEN');

  await refuseExcluded(ctx, process, personId);

  const now = ctx.businessNowOf(plan.organiser_id);
  const state = begin(process, { specialty, level, route }, now);
  const due = endingDeadline(process, state);
  const id = ctx.newId();
  const number = await nextNumber(ctx, plan.year);
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('application')
    .values({
      id,
      organiser_id: plan.organiser_id,
      plan_id: plan.id,
      pack: plan.pack,
      pack_number: plan.pack_number,
      number,
      person_id: personId,
      unit_id: unit.id,
      authority_id: unit.authority_id,
      association_id: chosen.association === undefined ? null : unit.association_id,
      confirmer_id: plan.confirmer_id,
      specialty,
      level,
      route,
      stage: state.stage,
      waits_for: explainCase(process, state, now).who,
      due_at: due?.dueAt ?? null,
      state: JSON.stringify(state),
      created_at: now,
      changed_at: now,
    })
    // The partial index `application_once`: one running case per person and plan.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('APPLICATION_EXISTS');
  await setDeadline(ctx, { id, organiser_id: plan.organiser_id }, due);
  const receipt = await ctx.record({
    organiserId: plan.organiser_id,
    subject: { noun: 'application', id },
    data: { number, pack: plan.pack, packNumber: plan.pack_number, specialty, level, route },
  });
  return { id, number, version: 0, receipt };
}

/** Which committee takes a case, as a sentence. */
export function acceptanceWords(answer: Jurisdiction): string {
  switch (answer.accepts) {
    case 'here':
      return '由本评委会受理';
    case 'entrusted':
      return `须先取得${answer.needs}，请联系评委会办公室`;
    case 'elsewhere':
      return `由${answer.by}受理`;
    case 'ask':
      return `${answer.reason}，请向评委会办公室咨询`;
    case 'level-not-offered':
      return `只设${answer.offered.map((level) => PLAN_LEVEL_NAMES[level]).join('、')}`;
    case 'unknown':
      return '没有这个专业';
  }
}

/** LN-2024 一: who is retired or a civil servant by the own archive may not apply. */
async function refuseExcluded(ctx: Ctx, process: Process, personId: string): Promise<void> {
  const [basic] = (await readMaterial(ctx, personId)).filter(({ stored }) => stored.kind === 'basic');
  const employment = basic?.fields['employment'];
  if (process.plan.scope.excluded.some(({ id }) => id === employment)) throw new AppError('NOT_EMPLOYED_HERE');
}

async function nextNumber(ctx: Ctx, year: number): Promise<string> {
  const { rows } = await sql<{ n: bigint }>`select nextval('application_number') as n`.execute(ctx.tx);
  return `${year}${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
}
