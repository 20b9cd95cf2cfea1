import type { WorkingCalendar } from '../calendar/index.ts';
import type { Plan, PlanWindow, Stage } from '../plan/index.ts';
import { endOfDay, type Instant, startOfDay } from '../calendar/index.ts';

/** A plan made ready to be interpreted. */
export interface Process {
  readonly plan: Plan;
  readonly calendar: WorkingCalendar;
  readonly stages: ReadonlyMap<string, Stage>;
}

export function makeProcess(plan: Plan, calendar: WorkingCalendar): Process {
  return { plan, calendar, stages: new Map(plan.stages.map((stage) => [stage.id, stage])) };
}

/** Throws `RangeError` on a stage the plan does not have: the application was stored under another plan. */
export function stageOf(process: Process, id: string): Stage {
  const stage = process.stages.get(id);
  if (!stage) throw new RangeError(`${process.plan.pack} 没有环节 ${id}`);
  return stage;
}

export function windowOf(plan: Plan, id: string): PlanWindow {
  const window = plan.windows.find((one) => one.id === id);
  if (!window) throw new RangeError(`${plan.pack} 没有时间窗口 ${id}`);
  return window;
}

/** The two instants of a window: open from `opensAt`, accepted iff received before `closesAt`. */
export function windowTimes(window: PlanWindow): { readonly opensAt: Instant; readonly closesAt: Instant } {
  return { opensAt: startOfDay(window.opensOn), closesAt: endOfDay(window.closesOn) };
}
