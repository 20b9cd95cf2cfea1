import { lintPlan } from './lint.ts';
import { fromOlder } from './older.ts';
import { type Plan, planSchema } from './schema.ts';

/** One thing wrong with a plan: where (path in the file) and what, in Chinese. */
export interface PlanProblem {
  readonly path: string;
  readonly problem: string;
}

export type PlanReading =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/**
 * Reads a plan from the value of its YAML or JSON file and lints it.
 * @param value what the YAML parser gave
 * @returns the plan, or every problem found, in the order of the file
 */
export function readPlan(value: unknown): PlanReading {
  const decimals = decimalsIn(value, '');
  const shape = planSchema.safeParse(value);
  if (!shape.success) {
    const problems = shape.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message }));
    return { ok: false, problems: [...decimals, ...problems] };
  }
  const problems = [...decimals, ...lintPlan(shape.data)];
  return problems.length === 0 ? { ok: true, plan: shape.data } : { ok: false, problems };
}

/** Reads a plan that was linted when it was published, by this program or an older one. Throws when it is not one. */
export function parsePlan(value: unknown): Plan {
  const reading = readPlan(fromOlder(value));
  if (!reading.ok) {
    throw new TypeError(reading.problems.map(({ path, problem }) => `${path}：${problem}`).join('\n'));
  }
  return reading.plan;
}

/** Shares are pairs of integers: 0.67 is not two thirds, and rounding decides votes (domain.md 2.1). */
function decimalsIn(value: unknown, path: string): readonly PlanProblem[] {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return [{ path, problem: `不能写小数 ${value}，比例请写成分子与分母` }];
  }
  if (typeof value === 'string' && /^\d*\.\d+$/.test(value)) {
    return [{ path, problem: `不能写小数 ${value}，比例请写成分子与分母` }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => decimalsIn(part, path === '' ? key : `${path}.${key}`));
}
