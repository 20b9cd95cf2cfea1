import { AppError, type ConsultationKind } from '@zhiping/contract';
import { type PlanLevel, type Receipt, specialtyOf, type Talent } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { newWrappedKey, seal, unwrapKey } from '../../../security/columns.ts';
import { acceptanceOf, acceptanceWords, basicFactsOf, outOfScope, processOf } from '../../application/index.ts';
import { unitOf } from '../../archive/index.ts';

export interface Asked {
  readonly planId: string;
  readonly kind: ConsultationKind;
  readonly specialty: string;
  readonly level: PlanLevel;
  readonly talents: readonly Talent[];
  readonly reason: string;
  readonly contact: string;
}

/**
 * Asks before an application (LN-2024 八(一), (三)). Only where the plan wants it asked: a route that needs the office's
 * consent, or a unit whose people are taken only when entrusted.
 * @throws AppError `PLAN_UNKNOWN`, `UNIT_UNKNOWN`, `NOT_EMPLOYED_HERE`, `LEVEL_NOT_OFFERED`, `COMMITTEE_ELSEWHERE`,
 * `CONSULTATION_NOT_NEEDED`, `CONSULTATION_EXISTS`
 */
export async function ask(ctx: Ctx, asked: Asked): Promise<{ id: string; receipt: Receipt }> {
  const personId = ctx.actor.personId;
  if (personId === null) throw new AppError('UNAUTHENTICATED');
  const plan = await ctx.tx.selectFrom('plan').selectAll().where('id', '=', asked.planId).executeTakeFirst();
  if (!plan) throw new AppError('PLAN_UNKNOWN');
  const employer = await unitOf(ctx, personId);
  if (!employer) throw new AppError('UNIT_UNKNOWN');
  const { plan: rules } = await processOf(ctx, plan);
  if (!specialtyOf(rules, asked.specialty)) throw new AppError('PLAN_UNKNOWN');
  const unit = await ctx.tx.selectFrom('unit').selectAll().where('id', '=', employer.id).executeTakeFirstOrThrow();
  const basic = await basicFactsOf(ctx, personId);
  const refusals = outOfScope(rules, basic);
  if (refusals.length > 0) throw new AppError('NOT_EMPLOYED_HERE', { details: { words: refusals.join('；') } });
  const where = acceptanceOf(rules, asked.specialty, asked.level, unit, basic);
  const words = acceptanceWords(rules, where);
  if (where.accepts === 'level-not-offered') throw new AppError('LEVEL_NOT_OFFERED', { details: { words } });
  if (where.accepts !== 'here' && where.accepts !== 'entrusted') {
    throw new AppError('COMMITTEE_ELSEWHERE', { details: { words } });
  }
  const needed =
    asked.kind === 'entrusted'
      ? where.accepts === 'entrusted'
      : rules.routes.some(
          ({ priorConsent, levels }) =>
            priorConsent !== undefined && (levels === undefined || levels.includes(asked.level)),
        );
  if (!needed) throw new AppError('CONSULTATION_NOT_NEEDED');

  const id = ctx.newId();
  const wrappedKey = newWrappedKey(ctx.installation.keys, id);
  const key = unwrapKey(ctx.installation.keys, id, wrappedKey);
  const place = { table: 'consultation', column: 'contact', row: id };
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('consultation')
    .values({
      id,
      organiser_id: plan.organiser_id,
      plan_id: plan.id,
      person_id: personId,
      unit_id: unit.id,
      kind: asked.kind,
      specialty: asked.specialty,
      level: asked.level,
      state: 'asked',
      talents: [...asked.talents],
      reason: asked.reason,
      wrapped_key: wrappedKey,
      contact_sealed: seal(key, Buffer.from(asked.contact), place),
      asked_at: ctx.businessNowOf(plan.organiser_id),
      answered_at: null,
      answered_by: null,
      answer_reason: null,
    })
    // The partial index `consultation_once`: one that waits or was agreed to.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('CONSULTATION_EXISTS');
  const receipt = await ctx.record({
    organiserId: plan.organiser_id,
    subject: { noun: 'consultation', id },
    data: { kind: asked.kind, planId: plan.id, specialty: asked.specialty, level: asked.level },
  });
  return { id, receipt };
}
