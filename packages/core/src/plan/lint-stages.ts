import type { PlanProblem } from './parse.ts';
import type { Plan } from './schema.ts';
import type { Stage, StageAction } from './stages.ts';

/** Stages an action may lead to; its own stage when it does not move. */
export function targetsOf(stage: Stage, action: StageAction): readonly string[] {
  if (action.to === undefined) return [stage.id];
  return typeof action.to === 'string' ? [action.to] : action.to.map((branch) => branch.stage);
}

/** Problems of the graph of stages. */
export function lintStages(plan: Plan): readonly PlanProblem[] {
  const byId = new Map(plan.stages.map((stage) => [stage.id, stage]));
  if (!byId.has(plan.start)) return [{ path: 'start', problem: `没有名为 ${plan.start} 的环节` }];
  return [
    ...plan.stages.flatMap((stage) => references(plan, stage, byId)),
    ...reachability(plan),
    ...plan.stages.flatMap((stage) => (stage.end ? endStage(stage) : waitingStage(stage))),
    ...plan.stages.flatMap((stage) => returns(stage, byId)),
  ];
}

function references(plan: Plan, stage: Stage, byId: ReadonlyMap<string, Stage>): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const path = `stages.${stage.id}`;
  const windows = new Set(plan.windows.map(({ id }) => id));
  const actions = new Set(stage.actions.map(({ id }) => id));
  if (actions.size !== stage.actions.length) problems.push({ path, problem: '操作重复' });
  for (const action of stage.actions) {
    for (const target of targetsOf(stage, action)) {
      if (!byId.has(target)) problems.push({ path: `${path}.${action.id}`, problem: `没有名为 ${target} 的环节` });
    }
    if (Array.isArray(action.to) && action.to.at(-1)?.when !== undefined) {
      problems.push({ path: `${path}.${action.id}`, problem: '最后一个去向不能带条件' });
    }
    for (const rule of action.needs) {
      if (rule.rule === 'window-open' && !windows.has(rule.window)) {
        problems.push({ path: `${path}.${action.id}`, problem: `没有名为 ${rule.window} 的时间窗口` });
      }
    }
  }
  for (const deadline of stage.deadlines) {
    if ('window' in deadline && !windows.has(deadline.window)) {
      problems.push({ path, problem: `没有名为 ${deadline.window} 的时间窗口` });
    }
    if (deadline.then !== undefined) {
      const action = stage.actions.find(({ id }) => id === deadline.then);
      if (!action?.by.includes('time')) {
        problems.push({ path, problem: `到期操作 ${deadline.then} 不存在，或不由期限触发` });
      }
    }
  }
  return problems;
}

function reachability(plan: Plan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const forward = closure([plan.start], (id) => {
    const stage = plan.stages.find((one) => one.id === id);
    return stage ? stage.actions.flatMap((action) => targetsOf(stage, action)) : [];
  });
  for (const { id } of plan.stages) {
    if (!forward.has(id)) problems.push({ path: `stages.${id}`, problem: '从起点走不到这个环节' });
  }
  const success = plan.stages.filter(({ end }) => end === 'success').map(({ id }) => id);
  if (success.length === 0) problems.push({ path: 'stages', problem: '没有成功的终点' });
  const backward = closure(success, (id) =>
    plan.stages
      .filter((stage) => stage.actions.some((action) => targetsOf(stage, action).includes(id)))
      .map((stage) => stage.id),
  );
  for (const stage of plan.stages) {
    if (!stage.end && !backward.has(stage.id)) {
      problems.push({ path: `stages.${stage.id}`, problem: '从这个环节走不到成功的终点' });
    }
  }
  return problems;
}

function closure(start: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(start);
  const queue = [...start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const other of next(id)) {
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return seen;
}

function endStage(stage: Stage): PlanProblem[] {
  const path = `stages.${stage.id}`;
  const problems: PlanProblem[] = [];
  if (stage.actions.length > 0) problems.push({ path, problem: '终点不能再有操作' });
  if (stage.waitsFor !== 'nobody') problems.push({ path, problem: '终点不等待任何人' });
  return problems;
}

function waitingStage(stage: Stage): PlanProblem[] {
  const path = `stages.${stage.id}`;
  const problems: PlanProblem[] = [];
  // Not asked of `waitsFor` itself: paper is delivered by the unit but its receipt is registered by the office.
  if (!stage.actions.some((action) => action.main && action.to !== undefined)) {
    problems.push({ path, problem: '没有人能让这个环节往前走' });
  }
  if (stage.actions.filter(({ main }) => main).length !== 1) {
    problems.push({ path, problem: '须有且只有一个通常的下一步（main）' });
  }
  return problems;
}

/** A return must lead to a stage the person waited for can leave again, in time. */
function returns(stage: Stage, byId: ReadonlyMap<string, Stage>): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const action of stage.actions) {
    if (!action.do.includes('remember-return')) continue;
    const path = `stages.${stage.id}.${action.id}`;
    for (const target of targetsOf(stage, action)) {
      const next = byId.get(target);
      if (!next || next.id === stage.id) {
        problems.push({ path, problem: '退回没有去处，对方无法答复' });
        continue;
      }
      const answers = next.actions.filter(
        (answer) => answer.to !== undefined && answer.main && answer.by.some((actor) => actor === next.waitsFor),
      );
      if (answers.length === 0) problems.push({ path, problem: `退回到“${next.name}”后没有人能再次提交` });
      for (const answer of answers) {
        for (const rule of answer.needs) {
          if (rule.rule === 'window-open' && !closesWith(stage, action, rule.window)) {
            problems.push({ path, problem: `“${next.name}”的时间窗口可能已经关闭，退回后无法再次提交` });
          }
        }
      }
    }
    if (!action.needs.some(({ rule }) => rule === 'items-listed')) {
      problems.push({ path, problem: '退回须逐项写明原因（items-listed）' });
    }
  }
  return problems;
}

function closesWith(stage: Stage, action: StageAction, window: string): boolean {
  return (
    action.needs.some((rule) => rule.rule === 'window-open' && rule.window === window) ||
    stage.deadlines.some((deadline) => deadline.kind === 'window' && deadline.window === window)
  );
}
