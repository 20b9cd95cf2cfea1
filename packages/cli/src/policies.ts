import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plan, readPlan } from '@zhiping/core/plan/index';
import { openStandard, packFolder, packIds } from '@zhiping/server/policy/read-standard';
import { parseYaml, type PlanForEvaluation, planForEvaluation } from '@zhiping/standard';
import { formatProblem } from '@zhiping/standard/authoring/problem';
import type { LoadedStandard } from '@zhiping/standard/authoring/standard';

/** The policies that come with the program. */
export const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies');

/** What the command cannot go on with; `lines` say each problem. */
export class Unusable extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The standard with this id, checked. Throws {@link Unusable} naming what is there, or every mistake in the pack. */
export function standardOf(id: string): LoadedStandard {
  const folder = packFolder(POLICIES, id, 'standard.yaml');
  if (folder === null) {
    throw new Unusable([`--standard：${id}，应为 ${packIds(POLICIES, 'standard.yaml').join('、')} 之一`]);
  }
  return standardIn(folder);
}

/** The folder of a standard given by id or by path. Throws {@link Unusable}. */
export function folderOf(pack: string): string {
  if (existsSync(join(pack, 'standard.yaml'))) return resolve(pack);
  const folder = packFolder(POLICIES, pack, 'standard.yaml');
  if (folder !== null) return folder;
  throw new Unusable([`${pack}：不是标准的文件夹，也不是编号（${packIds(POLICIES, 'standard.yaml').join('、')}）`]);
}

/**
 * The standard in a folder, checked, with other meanings of its readings where `choices` names some. Throws
 * {@link Unusable} with every mistake in the pack.
 */
export function standardIn(folder: string, choices: Readonly<Record<string, string>> = {}): LoadedStandard {
  const opened = openStandard(POLICIES, folder);
  const loaded = opened.ok ? opened.value(choices) : opened;
  if (!loaded.ok) throw new Unusable(loaded.problems.map(formatProblem));
  return loaded.value;
}

/** What the plan with this id says about evaluation. Throws {@link Unusable}. */
export function planOf(id: string): PlanForEvaluation {
  return planForEvaluation(planOfPack(id));
}

/** The plan with this id, checked. Throws {@link Unusable}. */
export function planOfPack(id: string): Plan {
  const folder = packFolder(POLICIES, id, 'plan.yaml');
  if (folder === null) throw new Unusable([`--plan：${id}，应为 ${packIds(POLICIES, 'plan.yaml').join('、')} 之一`]);
  return planIn(folder, id);
}

/** The folder of a standard or plan given by id or by path, and which of the two it is. Throws {@link Unusable}. */
export function packOf(pack: string): { readonly folder: string; readonly kind: 'standard' | 'plan' } {
  for (const kind of ['standard', 'plan'] as const) {
    const file = `${kind}.yaml` as const;
    if (existsSync(join(pack, file))) return { folder: resolve(pack), kind };
    const folder = packFolder(POLICIES, pack, file);
    if (folder !== null) return { folder, kind };
  }
  const known = [...packIds(POLICIES, 'standard.yaml'), ...packIds(POLICIES, 'plan.yaml')].join('、');
  throw new Unusable([`${pack}：不是标准或年度计划的文件夹，也不是编号（${known}）`]);
}

/** The plan in a folder, checked. Throws {@link Unusable} with every mistake in it. */
export function planIn(folder: string, id: string): Plan {
  const reading = readPlan(parseYaml(readFileSync(join(folder, 'plan.yaml'), 'utf8')));
  if (!reading.ok) throw new Unusable(reading.problems.map(({ path, problem }) => `${id} ${path}：${problem}`));
  return reading.plan;
}
