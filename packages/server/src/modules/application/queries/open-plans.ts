import type { OpenPlan } from '@zhiping/contract';
import { jurisdictionOf, PLAN_LEVEL_NAMES, type Process } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { unitOf } from '../../archive/index.ts';
import { acceptanceWords } from '../commands/create-application.ts';
import { processOf } from '../process-of.ts';
import { unitTraitsOf } from '../unit-traits.ts';

/** Plans that take applications, and for each specialty and level whether their committee accepts the caller's unit. */
export async function readOpenPlans(ctx: Ctx): Promise<{ unitName: string | null; items: OpenPlan[] }> {
  const personId = ctx.actor.personId ?? '';
  const employer = await unitOf(ctx, personId);
  const unit =
    employer === null
      ? null
      : await ctx.tx.selectFrom('unit').selectAll().where('id', '=', employer.id).executeTakeFirstOrThrow();
  const plans = await ctx.tx.selectFrom('plan').selectAll().orderBy('year', 'desc').orderBy('id').execute();
  const items: OpenPlan[] = [];
  for (const row of plans) {
    const process = await processOf(ctx, row.pack, row.pack_number);
    const running = await runningIn(ctx, process, row.id, personId);
    const { plan } = process;
    items.push({
      id: row.id,
      name: row.name,
      year: row.year,
      windows: plan.windows.map(({ id, name, opensOn, closesOn }) => ({ id, name, opensOn, closesOn })),
      specialties: plan.specialties.map((specialty) => ({
        id: specialty.id,
        name: specialty.name,
        standard: `${specialty.standard.title}（${specialty.standard.document}）`,
        checked: specialty.standard.pack !== undefined,
        association: specialty.association?.name ?? null,
        levels: specialty.levels.map((level) => {
          const answer =
            unit === null
              ? null
              : jurisdictionOf(plan, {
                  specialty: specialty.id,
                  level,
                  unit: unitTraitsOf(unit, plan.scope.province),
                });
          return {
            level,
            name: PLAN_LEVEL_NAMES[level],
            acceptance: {
              accepted: answer?.accepts === 'here',
              words: answer === null ? '关联用人单位后可知由哪个评委会受理' : acceptanceWords(answer),
              label: answer !== null && 'label' in answer ? answer.label : '',
            },
          };
        }),
      })),
      routes: plan.routes.map((route) => ({
        route: route.id,
        name: route.name,
        levels: route.levels ?? null,
        needsConsent: route.priorConsent !== undefined,
      })),
      applicationId: running,
    });
  }
  return { unitName: unit?.name ?? null, items };
}

async function runningIn(ctx: Ctx, process: Process, planId: string, personId: string): Promise<string | null> {
  const stopped = process.plan.stages.filter(({ end }) => end === 'stopped').map(({ id }) => id);
  const row = await ctx.tx
    .selectFrom('application')
    .select('id')
    .where('plan_id', '=', planId)
    .where('person_id', '=', personId)
    .where('stage', 'not in', stopped)
    .executeTakeFirst();
  return row?.id ?? null;
}
