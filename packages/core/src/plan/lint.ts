import { lintStages } from './lint-stages.ts';
import type { PlanProblem } from './parse.ts';
import type { Plan } from './schema.ts';
import { UNIT_AFFILIATIONS, UNIT_NATURES } from './vocabulary.ts';
import { jurisdictionOf } from './jurisdiction.ts';

/** What the shape alone cannot see: references, dates in the wrong order, gaps in tables, and the stages. */
export function lintPlan(plan: Plan): readonly PlanProblem[] {
  return [
    ...duplicates(plan),
    ...windows(plan),
    ...levels(plan),
    ...weights(plan),
    ...committees(plan),
    ...fractions(plan),
    ...lintStages(plan),
  ];
}

function duplicates(plan: Plan): PlanProblem[] {
  const lists = {
    windows: plan.windows,
    specialties: plan.specialties,
    routes: plan.routes,
    stages: plan.stages,
    readings: plan.readings,
  };
  return Object.entries(lists).flatMap(([path, list]) => {
    const ids = list.map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => ({ path, problem: `${id} 重复` }));
  });
}

function windows(plan: Plan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  plan.windows.forEach((window, index) => {
    const path = `windows.${index}`;
    if (window.closesOn < window.opensOn) problems.push({ path, problem: `${window.name}在开放之前就关闭` });
    if (window.follows === undefined) return;
    const before = plan.windows.find(({ id }) => id === window.follows);
    if (!before) problems.push({ path, problem: `没有名为 ${window.follows} 的时间窗口` });
    else if (window.closesOn < before.closesOn) {
      problems.push({ path, problem: `${window.name}在它所跟随的${before.name}之前关闭` });
    }
  });
  if (plan.cutOff.date.slice(0, 4) !== String(plan.year)) {
    problems.push({ path: 'cutOff.date', problem: '业绩截止日期不在计划年度内' });
  }
  const others = plan.cutOff.effectiveDates.filter(({ kinds }) => kinds === 'others').length;
  if (others !== 1) problems.push({ path: 'cutOff.effectiveDates', problem: '须有且只有一条适用于其他各类业绩' });
  return problems;
}

function levels(plan: Plan): PlanProblem[] {
  const covered = plan.evaluation.flatMap((row) => row.levels);
  const offered = new Set(plan.specialties.flatMap((specialty) => specialty.levels));
  const missing = [...offered].filter((level) => covered.filter((other) => other === level).length !== 1);
  return missing.map((level) => ({ path: 'evaluation', problem: `层级 ${level} 须有且只有一种评审方式` }));
}

function weights(plan: Plan): PlanProblem[] {
  return plan.evaluation.flatMap(({ weights: { score, defence }, method }, index) => {
    const path = `evaluation.${index}.weights`;
    if (score + defence !== 100) return [{ path, problem: `权重之和为 ${score + defence}，应为 100` }];
    if ((method === 'defence') !== defence > 0) return [{ path, problem: '答辩权重与评审方式不一致' }];
    return [];
  });
}

/** Every specialty, level and kind of unit must find its answer in the table, even when the answer is "ask". */
function committees(plan: Plan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const specialty of plan.specialties) {
    for (const level of specialty.levels) {
      const gap = UNIT_AFFILIATIONS.some((affiliation) =>
        UNIT_NATURES.some((nature) => {
          const unit = { affiliation, nature, kind: 'other' } as const;
          return jurisdictionOf(plan, { specialty: specialty.id, level, unit }).accepts === 'unknown';
        }),
      );
      if (gap) problems.push({ path: 'committees', problem: `${specialty.name} ${level} 有单位类型找不到评审权限` });
    }
  }
  const groups = new Set(plan.specialties.map(({ group }) => group));
  plan.committees.forEach((row, index) => {
    for (const group of row.groups) {
      if (!groups.has(group)) problems.push({ path: `committees.${index}`, problem: `没有专业属于 ${group}` });
    }
  });
  if (plan.sealing.at(-1)?.unit !== undefined) {
    problems.push({ path: 'sealing', problem: '最后一条须适用于其余所有单位' });
  }
  return problems;
}

function fractions(plan: Plan): PlanProblem[] {
  return (['quorum', 'pass'] as const).flatMap((name) => {
    const { numerator, denominator } = plan.voting[name];
    return numerator > denominator ? [{ path: `voting.${name}`, problem: '比例大于一' }] : [];
  });
}
