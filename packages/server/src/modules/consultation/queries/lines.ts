import type { ConsultationLine } from '@zhiping/contract';
import { levelNameOf, type PlanLevel, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { processOf } from '../../application/index.ts';
import type { ConsultationRow } from '../target.ts';

/**
 * Requests as lines, in the order given. Names are read as the platform: who asks an office has no application there yet
 * by which its staff would reach the person.
 */
export async function linesOf(ctx: Ctx, rows: readonly ConsultationRow[]): Promise<ConsultationLine[]> {
  if (rows.length === 0) return [];
  const people = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(rows.map(({ person_id }) => person_id))])
      .execute(),
  );
  const units = await ctx.tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(rows.map(({ unit_id }) => unit_id))])
    .execute();
  const plans = await ctx.tx
    .selectFrom('plan')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map(({ plan_id }) => plan_id))])
    .execute();
  const lines: ConsultationLine[] = [];
  for (const row of rows) {
    const plan = plans.find(({ id }) => id === row.plan_id);
    if (!plan) continue;
    const { plan: rules } = await processOf(ctx, plan);
    const level = row.level as PlanLevel;
    lines.push({
      id: row.id,
      kind: row.kind,
      state: row.state,
      planId: row.plan_id,
      planName: plan.name,
      applicantName: people.find(({ id }) => id === row.person_id)?.name ?? '',
      unitName: units.find(({ id }) => id === row.unit_id)?.name ?? '',
      specialty: row.specialty,
      specialtyName: specialtyOf(rules, row.specialty)?.name ?? row.specialty,
      level,
      levelName: levelNameOf(rules, level),
      askedAt: row.asked_at,
    });
  }
  return lines;
}
