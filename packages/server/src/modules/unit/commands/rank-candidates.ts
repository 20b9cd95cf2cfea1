import { AppError, type RankingInput } from '@zhiping/contract';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { assertNotOwn } from '../../archive/index.ts';
import { waitingCandidates } from '../queries/candidates.ts';
import { recordAppraisal } from './record-appraisal.ts';

export interface Ranked {
  readonly id: string;
  readonly decided: readonly { readonly applicationId: string; readonly stage: string }[];
  readonly receipt: Receipt;
}

/**
 * The appraisal group ranks all candidates of one plan, specialty and level and chooses among them (LN-2024 五(三):
 * 择优确定本单位申报人选). One decision: either every application moves on by it, or none.
 * @throws AppError `RANKING_INCOMPLETE` where it is not exactly those who wait, `INVALID` where somebody chosen stands
 * behind somebody who is not, `UNIT_OWN_CASE` for the own case, and what an appraisal refuses
 */
export async function rankCandidates(ctx: Ctx, unitId: string, input: RankingInput): Promise<Ranked> {
  const { order, planId, specialty, level, ...meeting } = input;
  const waiting = await waitingCandidates(ctx, unitId, { planId, specialty, level });
  const byId = new Map(waiting.map((row) => [row.id, row]));
  const ranked = order.flatMap(({ applicationId }) => byId.get(applicationId) ?? []);
  if (ranked.length !== order.length || new Set(ranked).size !== waiting.length)
    throw new AppError('RANKING_INCOMPLETE');
  for (const row of ranked) assertNotOwn(ctx, row.person_id);
  const firstLeft = order.findIndex(({ chosen }) => !chosen);
  const wrong = order.findIndex(({ chosen }, at) => chosen && firstLeft >= 0 && at > firstLeft);
  if (wrong >= 0) {
    const message = '推荐的人员应当排在不推荐的前面';
    throw new AppError('INVALID', { fields: [{ path: `order.${wrong}.chosen`, message }] });
  }
  const organiserId = ranked[0]?.organiser_id ?? '';
  const id = ctx.newId();
  await ctx.tx
    .insertInto('unit_ranking')
    .values({
      id,
      organiser_id: organiserId,
      unit_id: unitId,
      plan_id: planId,
      specialty,
      level,
      held_on: input.heldOn,
      meeting: input.meeting,
      recorded_by: ctx.actor.personId ?? '',
      recorded_at: ctx.businessNowOf(organiserId),
    })
    .execute();
  const decided: { applicationId: string; stage: string }[] = [];
  for (const [at, { applicationId, version, chosen, conduct, reason }] of order.entries()) {
    const row = byId.get(applicationId);
    if (row === undefined) throw new AppError('RANKING_INCOMPLETE');
    const appraisal = {
      ...meeting,
      candidates: order.length,
      place: at + 1,
      conduct,
      opinion: reason,
      recommended: chosen,
    };
    const { stage } = await recordAppraisal(ctx, row, version, appraisal, id);
    decided.push({ applicationId, stage });
  }
  const receipt = await ctx.record({
    organiserId,
    subject: { noun: 'unit-ranking', id },
    data: {
      unit: unitId,
      plan: planId,
      specialty,
      level,
      order: order.map(({ applicationId, chosen }) => ({ application: applicationId, chosen })),
    },
  });
  return { id, decided, receipt };
}
