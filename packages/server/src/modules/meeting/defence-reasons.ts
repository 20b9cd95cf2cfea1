import type { Plan } from '@zhiping/core';
import type { EvaluationView } from '@zhiping/standard';
import type { Ctx } from '../../context.ts';
import { reviewedReport } from '../office/index.ts';
import { evaluationOf } from './plan.ts';

/** A reason for a defence of one case. */
export interface DefenceReason {
  readonly trigger: string;
  readonly label: string;
  readonly text: string;
  /** `applies` by the facts; `open` where something is not known or not decided; `named` by somebody. */
  readonly state: 'applies' | 'open' | 'named';
  /** What an open one depends on; why a named one was named. */
  readonly detail: string;
}

/** What everybody of a level has in common where all of them defend. */
const WHOLE_LEVEL = 'level';

/**
 * Every reason the plan finds for a case: the whole level, or the triggers of the plan as the report tells them for the route
 * applied for. Whom somebody may name is not among them.
 */
export function reasonsByPlan(
  plan: Plan,
  level: string,
  route: string,
  report: Pick<EvaluationView, 'defence'> | null,
): readonly DefenceReason[] {
  const rule = evaluationOf(plan, level);
  if (rule?.method === 'defence') {
    return [{ trigger: WHOLE_LEVEL, label: rule.label, text: '本层级都须答辩', state: 'applies', detail: '' }];
  }
  if (rule?.method !== 'defence-if') return [];
  const byPerson = new Set(nameable(plan, level).map(({ id }) => id));
  const found = report?.defence?.find((one) => one.route === route)?.reasons ?? [];
  return found
    .filter(({ id }) => !byPerson.has(id))
    .map(({ id, label, text, state, dependsOn }) => ({
      trigger: id,
      label,
      text,
      state,
      detail: dependsOn.join('；'),
    }));
}

/** The triggers of the plan that somebody decides, at a level where not everybody defends; `by` says who. */
export function nameable(
  plan: Plan,
  level: string,
): readonly { readonly id: string; readonly label: string; readonly text: string; readonly by: string }[] {
  if (evaluationOf(plan, level)?.method !== 'defence-if') return [];
  return (plan.defence?.triggers ?? []).flatMap(({ id, label, text, when }) =>
    when?.rule === 'by-person' ? [{ id, label, text, by: when.by }] : [],
  );
}

/** The reasons for one application, by what is known of it now. */
export async function reasonsFor(
  ctx: Ctx,
  plan: Plan,
  { applicationId, level }: { readonly applicationId: string; readonly level: string },
): Promise<readonly DefenceReason[]> {
  const { route, report } = await reviewedReport(ctx, applicationId);
  return reasonsByPlan(plan, level, route, report);
}
