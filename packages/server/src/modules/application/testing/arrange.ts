import { begin, type CaseState, endingDeadline, explainCase, parsePlan, type Subject } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { DEMONSTRATION } from '../../../start/demonstration/organisations.ts';
import { DEMONSTRATION_PLAN } from '../../../start/demonstration/plan.ts';
import { findPolicy } from '../../policy/index.ts';
import { setDeadline } from '../advance.ts';
import { processOf } from '../process-of.ts';
import { loadApplication } from '../target.ts';

export interface Arranged {
  readonly personId: string;
  readonly unitId?: string;
  /** Another plan than the demonstration's, e.g. one opened by `openPlan`. */
  readonly planId?: string;
  readonly subject?: Subject;
  /** Changes to a fresh state, e.g. the stage and how many submissions there were. */
  readonly state?: Partial<CaseState>;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** Puts an application of the demonstration's plan straight into a state, for tests. Answers its id. */
export async function arrangeApplication(ctx: Ctx, arranged: Arranged): Promise<string> {
  const plan = await ctx.tx
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', arranged.planId ?? DEMONSTRATION_PLAN)
    .executeTakeFirstOrThrow();
  const process = await processOf(ctx, plan);
  const now = ctx.businessNowOf(plan.organiser_id);
  const subject = arranged.subject ?? { specialty: 'security', level: 'senior', route: 'normal' };
  const state: CaseState = { ...begin(process, subject, now), ...arranged.state };
  const id = ctx.newId();
  await ctx.tx
    .insertInto('application')
    .values({
      id,
      organiser_id: plan.organiser_id,
      plan_id: plan.id,
      pack: plan.pack,
      pack_number: plan.pack_number,
      number: `T${id.slice(-10)}`,
      person_id: arranged.personId,
      unit_id: arranged.unitId ?? DEMONSTRATION.enterprise,
      authority_id: DEMONSTRATION.authority,
      association_id: DEMONSTRATION.association,
      confirmer_id: plan.confirmer_id,
      specialty: subject.specialty,
      level: subject.level,
      route: subject.route,
      stage: state.stage,
      waits_for: explainCase(process, state, now).who,
      due_at: endingDeadline(process, state)?.dueAt ?? null,
      state: JSON.stringify(state),
      content: JSON.stringify(arranged.content ?? {}),
      created_at: now,
      changed_at: now,
    })
    .execute();
  await setDeadline(ctx, { id, organiser_id: plan.organiser_id }, endingDeadline(process, state));
  return id;
}

/** Moves an arranged application straight into another stage, with the deadline that belongs to it. */
export async function moveArranged(ctx: Ctx, applicationId: string, stage: string): Promise<void> {
  const { row } = (await loadApplication(ctx, { id: applicationId }, true)) ?? {};
  if (!row) throw new Error(`no application ${applicationId}`);
  const process = await processOf(ctx, row);
  const state: CaseState = { ...row.state, stage, period: null, held: null };
  const due = endingDeadline(process, state);
  await ctx.tx
    .updateTable('application')
    .set({ stage, state: JSON.stringify(state), due_at: due?.dueAt ?? null })
    .where('id', '=', row.id)
    .execute();
  await setDeadline(ctx, row, due);
}

/** Opens a published plan under the demonstration's organiser, for tests of what the plans of other provinces do. Answers its id. */
export async function openPlan(ctx: Ctx, pack: string): Promise<string> {
  const stored = await findPolicy(ctx, { by: 'latest', pack });
  if (!stored) throw new Error(`${pack} is not published`);
  const plan = parsePlan(stored.content);
  const id = ctx.newId();
  await ctx.tx
    .insertInto('plan')
    .values({
      id,
      organiser_id: DEMONSTRATION.organiser,
      pack,
      pack_number: stored.number,
      name: plan.title,
      year: plan.year,
      confirmer_id: DEMONSTRATION.confirmer,
      opened_at: ctx.businessNow,
    })
    .execute();
  return id;
}
