import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packIds } from '@zhiping/server/policy/read-standard';
import { parseYaml } from '@zhiping/standard';
import { lintPlan } from '@zhiping/standard/authoring/lint/lint';
import { unusedFacts } from '@zhiping/standard/authoring/lint/unused-facts';
import { planOf, POLICIES, standardOf } from '../policies.ts';

/** What no single pack shows: plans whose conditions do nothing, and facts that nothing asks for. Answers how many. */
export function checkTogether(): number {
  const plans = packIds(POLICIES, 'plan.yaml').map(planOf);
  const found = plans.flatMap((plan) =>
    lintPlan(plan).map(({ lint, where, message }) => `${plan.id} ${where}：${message}（${lint}）`),
  );
  const packs = packIds(POLICIES, 'standard.yaml').map((id) => standardOf(id).pack);
  const unused = new Set(unusedFacts(packs, plans));
  const reasons = parseYaml(readFileSync(join(POLICIES, 'unused-facts.yaml'), 'utf8')) as Readonly<
    Record<string, string>
  >;
  const excused = new Set(Object.keys(reasons));
  const lines = [
    ...found,
    ...[...unused].filter((fact) => !excused.has(fact)).map((fact) => `${fact}：没有条件用到这个字段，也没有写明理由`),
    ...[...excused].filter((fact) => !unused.has(fact)).map((fact) => `${fact}：unused-facts.yaml 中的理由已无所指`),
  ];
  for (const line of lines) console.log(`提示  ${line}`);
  console.log(
    `计划 ${plans.length} 个；没有条件用到的字段 ${unused.size} 个，都写明理由的 ${[...unused].filter((fact) => excused.has(fact)).length} 个`,
  );
  return lines.length;
}
