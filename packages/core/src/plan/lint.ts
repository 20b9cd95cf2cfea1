import { kindSpec } from '../archive/kinds/index.ts';
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
    ...defence(plan),
    ...selfScore(plan),
    ...approvals(plan),
    ...examinations(plan),
    ...fee(plan),
    ...hints(plan),
    ...lintStages(plan),
  ];
}

function duplicates(plan: Plan): PlanProblem[] {
  const lists = {
    windows: plan.windows,
    specialties: plan.specialties,
    routes: plan.routes,
    defence: plan.defence?.triggers ?? [],
    examinations: plan.examinations,
    required: plan.documents.required,
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
  return plan.evaluation.flatMap(({ weights: stated, method }, index) => {
    const path = `evaluation.${index}.weights`;
    if (!stated) return method === 'defence' ? [{ path, problem: '人人答辩时须写权重' }] : [];
    const { score, defence } = stated;
    if (score + defence !== 100) return [{ path, problem: `权重之和为 ${score + defence}，应为 100` }];
    if ((method !== 'file-review') !== defence > 0) return [{ path, problem: '答辩权重与评审方式不一致' }];
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
  plan.sealing.forEach(({ steps }, index) => {
    if (steps.filter(({ leads }) => leads).length > 1) {
      problems.push({ path: `sealing.${index}`, problem: '只能有一个部门负责汇总报送' });
    }
    if (steps.every((step) => step.find === 'area' && step.optional)) {
      problems.push({ path: `sealing.${index}`, problem: '须至少有一个必经的部门' });
    }
  });
  for (const [index, { specialties: ids }] of (plan.committeeChoice?.committees ?? []).entries()) {
    for (const one of ids) {
      if (!plan.specialties.some(({ id }) => id === one)) {
        problems.push({ path: `committeeChoice.${index}`, problem: `没有名为 ${one} 的专业` });
      }
    }
  }
  return problems;
}

function fractions(plan: Plan): PlanProblem[] {
  return (['quorum', 'pass'] as const).flatMap((name) => {
    const { numerator, denominator } = plan.voting[name];
    return numerator > denominator ? [{ path: `voting.${name}`, problem: '比例大于一' }] : [];
  });
}

/** Triggers are needed exactly where some level defends only by them. */
function defence(plan: Plan): PlanProblem[] {
  const needed = plan.evaluation.some(({ method }) => method === 'defence-if');
  if (needed && !plan.defence) return [{ path: 'defence', problem: '须写明哪些人参加答辩' }];
  if (!needed && plan.defence) return [{ path: 'defence', problem: '没有层级按情形答辩' }];
  const routes = new Set(plan.routes.map(({ id }) => id));
  return (plan.defence?.triggers ?? []).flatMap((trigger) =>
    (trigger.routes ?? [])
      .filter((route) => !routes.has(route))
      .map((route) => ({ path: `defence.${trigger.id}`, problem: `没有申报方式 ${route}` })),
  );
}

/** Tiers rise, samples never reach the line by themselves being called official, and the self-score has its route. */
function selfScore(plan: Plan): PlanProblem[] {
  const table = plan.selfScore;
  if (!table) return [];
  const problems: PlanProblem[] = [];
  if (!plan.routes.some(({ id }) => id === 'self-score')) {
    problems.push({ path: 'selfScore', problem: '没有自评分申报方式' });
  }
  if (table.complete && table.blocks.some(({ sample }) => sample)) {
    problems.push({ path: 'selfScore.complete', problem: '含有示例分值，不能写作完整' });
  }
  for (const block of table.blocks) {
    for (const line of block.lines) {
      if (line.rule !== 'tiers') continue;
      const path = `selfScore.${block.id}.${line.id}`;
      line.tiers.forEach((tier, index) => {
        const before = line.tiers[index - 1];
        if (before && (before.from >= tier.from || before.points > tier.points)) {
          problems.push({ path, problem: '各档须由低到高' });
        }
        if (tier.max !== undefined && tier.max < tier.points) problems.push({ path, problem: '上限低于起点' });
      });
    }
  }
  return problems;
}

/** Each approval has a stage in which its actor can act. */
function approvals(plan: Plan): PlanProblem[] {
  return plan.approvals.flatMap(({ stage, by, name }) => {
    const found = plan.stages.find(({ id }) => id === stage);
    const path = `approvals.${stage}`;
    if (!found) return [{ path, problem: `没有名为 ${stage} 的环节` }];
    const acts = found.actions.some((action) => action.main && action.by.includes(by));
    return acts ? [] : [{ path, problem: `${name}在“${found.name}”没有可办的事` }];
  });
}

function examinations(plan: Plan): PlanProblem[] {
  const groups = new Set(plan.specialties.map(({ group }) => group));
  return plan.examinations.flatMap((examination) =>
    (examination.groups ?? [])
      .filter((group) => !groups.has(group))
      .map((group) => ({ path: `examinations.${examination.id}`, problem: `没有专业属于 ${group}` })),
  );
}

/** A hint below a field stands in the form of every kind it names. */
function hints(plan: Plan): PlanProblem[] {
  return plan.documents.hints.flatMap(({ kinds, field }, index) =>
    kinds
      .filter((kind) => field !== undefined && !kindSpec(kind).fields.some(({ name }) => name === field))
      .map((kind) => ({
        path: `documents.hints.${index}`,
        problem: `${kindSpec(kind).label}没有名为 ${field} 的一项`,
      })),
  );
}

/** A fee has one stage that waits for it, and no plan waits for a fee it does not state. */
function fee(plan: Plan): PlanProblem[] {
  const stages = plan.stages.filter(({ actions }) => actions.some(({ id }) => id === 'confirm-payment'));
  if (plan.fee === undefined) {
    return stages.map(({ id }) => ({ path: `stages.${id}`, problem: '计划没有写明评审费，不能有缴费环节' }));
  }
  if (stages.length !== 1)
    return [{ path: 'fee', problem: '写明评审费的计划须有且只有一个缴费环节（confirm-payment）' }];
  return stages.flatMap(({ id, actions }) => {
    const waives = actions.find((action) => action.id === 'waive-payment');
    const reasoned = waives?.needs.some(({ rule }) => rule === 'reason-given') ?? true;
    return reasoned ? [] : [{ path: `stages.${id}.waive-payment`, problem: '免缴须写明理由（reason-given）' }];
  });
}
