import type { AnswerOf, listOpenPlans, OpenPlan } from '@zhiping/contract';
import { dateAt, type Fields, levelNameOf, type Plan, type Process } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { isStaffed, unitOf } from '../../archive/index.ts';
import {
  acceptanceOf,
  acceptanceWords,
  basicFactsOf,
  basicsObstacle,
  endedSpecialties,
  outOfScope,
  standardObstacle,
  type UnitRow,
} from '../choosing.ts';
import { processOf } from '../process-of.ts';
import type { ApplicationTables } from '../tables.ts';

/** Plans that take applications, and for each specialty and level whether their committee accepts the caller's unit. */
export async function readOpenPlans(ctx: Ctx): Promise<AnswerOf<typeof listOpenPlans>> {
  const personId = ctx.actor.personId ?? '';
  const employer = await unitOf(ctx, personId);
  const unit =
    employer === null
      ? null
      : await ctx.tx.selectFrom('unit').selectAll().where('id', '=', employer.id).executeTakeFirstOrThrow();
  const basic = await basicFactsOf(ctx, personId);
  const plans = await ctx.tx
    .selectFrom('plan as l')
    .innerJoin('organiser as o', 'o.id', 'l.organiser_id')
    .selectAll('l')
    .select('o.name as organiserName')
    .orderBy('l.year', 'desc')
    .orderBy('l.id')
    .execute();
  const items: OpenPlan[] = [];
  for (const row of plans) {
    const process = await processOf(ctx, row);
    const { plan } = process;
    items.push({
      id: row.id,
      name: row.name,
      year: row.year,
      organiserName: row.organiserName,
      ...scopeOf(plan, basic),
      time: timeOf(plan, dateAt(ctx.businessNowOf(row.organiser_id))),
      windows: plan.windows.map(({ id, name, opensOn, closesOn }) => ({ id, name, opensOn, closesOn })),
      specialties: await specialtiesOf(ctx, process, row, unit, basic),
      routes: plan.routes.map((route) => ({
        route: route.id,
        name: route.name,
        levels: route.levels ?? null,
        needsConsent: route.priorConsent !== undefined,
        decidedBy: route.decidedBy ?? null,
        form: route.form ?? null,
      })),
      applicationId: await runningIn(ctx, process, row.id, personId),
    });
  }
  return {
    unitName: unit?.name ?? null,
    unitStaffed: unit !== null && (await isStaffed(ctx, unit.id, personId)),
    basics: await basicsObstacle(ctx, personId),
    items: items.toSorted((a, b) => rankOf(a) - rankOf(b)),
  };
}

const TIMES = ['open', 'ahead', 'over'] as const;

/** Plans that may be applied to come first; of the others, those that were never for the caller come last. */
const rankOf = ({ outOfScope: outside, time }: OpenPlan): number =>
  (outside.length === 0 ? 0 : TIMES.length) + TIMES.indexOf(time);

function scopeOf(plan: Plan, basic: Fields): Pick<OpenPlan, 'outOfScope' | 'elsewhere'> {
  const refusals = outOfScope(plan, basic);
  if (refusals.length === 0) return { outOfScope: refusals, elsewhere: null };
  const region = typeof basic.region === 'string' ? basic.region : plan.jurisdiction;
  const elsewhere =
    region === plan.jurisdiction
      ? `是否由其他评审委员会受理，请向评委会办公室（${plan.contacts.policy}）或所在地人力资源和社会保障部门咨询`
      : '请向工作所在地的评审委员会申报，由哪个评委会受理可向当地人力资源和社会保障部门咨询';
  return { outOfScope: refusals, elsewhere };
}

/** Whether people may apply on a day: before, in or after the windows of applicants. */
function timeOf(plan: Plan, today: string): OpenPlan['time'] {
  const own = plan.windows.filter(({ actor }) => actor === 'applicant');
  const windows = own.length > 0 ? own : plan.windows;
  if (windows.some(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn)) return 'open';
  return windows.every(({ closesOn }) => closesOn < today) ? 'over' : 'ahead';
}

async function specialtiesOf(
  ctx: Ctx,
  process: Process,
  row: Selectable<ApplicationTables['plan']>,
  unit: UnitRow | null,
  basic: Fields,
): Promise<OpenPlan['specialties']> {
  const { plan } = process;
  const obstacles = new Map<string, string | null>();
  const ended = await endedSpecialties(ctx, process, row.organiser_id);
  const specialties: OpenPlan['specialties'] = [];
  for (const specialty of plan.specialties) {
    const pack = specialty.standard.pack ?? '';
    if (!obstacles.has(pack)) obstacles.set(pack, await standardObstacle(ctx, process, specialty, row.organiser_id));
    specialties.push({
      id: specialty.id,
      name: specialty.name,
      standard: `${specialty.standard.title}（${specialty.standard.document}）`,
      obstacle: ended.get(specialty.id) ?? obstacles.get(pack) ?? null,
      checked: specialty.standard.pack !== undefined,
      association: specialty.association?.name ?? null,
      levels: specialty.levels.map((level) => {
        const answer = unit === null ? null : acceptanceOf(plan, specialty.id, level, unit, basic);
        return {
          level,
          name: levelNameOf(plan, level),
          acceptance: {
            accepted: answer?.accepts === 'here',
            entrusted: answer?.accepts === 'entrusted',
            words: answer === null ? '关联用人单位后可知由哪个评委会受理' : acceptanceWords(plan, answer),
            label: answer !== null && 'label' in answer ? answer.label : '',
          },
        };
      }),
    });
  }
  return specialties;
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
