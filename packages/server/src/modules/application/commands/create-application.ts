import { AppError } from '@zhiping/contract';
import {
  begin,
  endingDeadline,
  explainCase,
  levelNameOf,
  type Plan,
  type PlanLevel,
  type PlanRoute,
  type Receipt,
  routesFor,
  specialtyOf,
} from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { assertStaffed, unitOf } from '../../archive/index.ts';
import { agreedConsultations } from '../../consultation/index.ts';
import { setDeadline } from '../advance.ts';
import {
  acceptanceOf,
  acceptanceWords,
  basicFactsOf,
  basicsObstacle,
  endedSpecialties,
  outOfScope,
  standardObstacle,
} from '../choosing.ts';
import { processOf } from '../process-of.ts';

export interface NewApplication {
  readonly planId: string;
  readonly specialty: string;
  readonly level: PlanLevel;
  readonly route: PlanRoute;
}

/**
 * Starts a case, LN-2024 五(一). It pins the plan's published version for all its life.
 * @throws AppError `UNIT_UNKNOWN`, `UNIT_UNSTAFFED`, `BASICS_NOT_VERIFIED` (with what to do), `PLAN_UNKNOWN`, `LEVEL_NOT_OFFERED`, `COMMITTEE_ELSEWHERE` (with who accepts it),
 * `ENTRUSTMENT_FIRST`, `CONSENT_FIRST`, `STANDARD_NOT_IN_FORCE`, `ROUTE_NOT_OPEN` (with those that are open), `ROUTE_WITHOUT_COMMITTEE`,
 * `NOT_EMPLOYED_HERE` (with why), `APPLICATION_EXISTS`
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
  await assertStaffed(ctx, employer.id, personId);
  const unready = await basicsObstacle(ctx, personId);
  if (unready !== null) throw new AppError('BASICS_NOT_VERIFIED', { details: { words: unready } });
  const unit = await ctx.tx.selectFrom('unit').selectAll().where('id', '=', employer.id).executeTakeFirstOrThrow();

  const process = await processOf(ctx, plan);
  const chosen = specialtyOf(process.plan, specialty);
  if (!chosen) throw new AppError('PLAN_UNKNOWN');
  const basic = await basicFactsOf(ctx, personId);
  const refusals = outOfScope(process.plan, basic);
  if (refusals.length > 0) throw new AppError('NOT_EMPLOYED_HERE', { details: { words: refusals.join('；') } });
  const obstacle =
    (await endedSpecialties(ctx, process, plan.organiser_id)).get(chosen.id) ??
    (await standardObstacle(ctx, process, chosen, plan.organiser_id));
  if (obstacle !== null) throw new AppError('STANDARD_NOT_IN_FORCE', { details: { words: obstacle } });
  const where = acceptanceOf(process.plan, specialty, level, unit, basic);
  const words = acceptanceWords(process.plan, where);
  if (where.accepts === 'level-not-offered') throw new AppError('LEVEL_NOT_OFFERED', { details: { words } });
  const subject = { specialty, level, route };
  if (where.accepts !== 'here' && where.accepts !== 'entrusted') {
    throw new AppError('COMMITTEE_ELSEWHERE', { details: { words } });
  }
  refuseRoute(process.plan, subject);
  const agreed = await agreedConsultations(ctx, { planId, personId, specialty, level });
  if (where.accepts === 'entrusted' && agreed.entrusted === null) {
    throw new AppError('ENTRUSTMENT_FIRST', { details: { words } });
  }
  const consent = process.plan.routes.find(({ id: one }) => one === route)?.priorConsent;
  if (consent !== undefined && agreed.green === null) throw new AppError('CONSENT_FIRST');

  const now = ctx.businessNowOf(plan.organiser_id);
  const state = begin(process, subject, now);
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
      // Known when it comes to the authorities: the plan's table decides then, by what the unit is (sealing.ts).
      authority_id: null,
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

/** A route the level or the facts do not open, with those that are open. */
function refuseRoute(plan: Plan, { level, route }: Pick<NewApplication, 'level' | 'route'>): void {
  const open = routesFor(plan, level).filter((id) => plan.routes.find((one) => one.id === id)?.decidedBy === undefined);
  const names = open.map((id) => plan.routes.find((one) => one.id === id)?.name ?? id).join('、');
  const asked = plan.routes.find(({ id }) => id === route);
  if (asked?.decidedBy !== undefined) {
    throw new AppError('ROUTE_WITHOUT_COMMITTEE', {
      details: { words: `“${asked.name}”由${asked.decidedBy}办理；经评审委员会的有：${names}` },
    });
  }
  if (!open.includes(route)) {
    throw new AppError('ROUTE_NOT_OPEN', { details: { words: `${levelNameOf(plan, level)}可用的申报方式：${names}` } });
  }
}

async function nextNumber(ctx: Ctx, year: number): Promise<string> {
  const { rows } = await sql<{ n: bigint }>`select nextval('application_number') as n`.execute(ctx.tx);
  return `${year}${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
}
