// The engine's full figures: 100,000 random dossiers with holes on which every compiled form must agree with the closure
// form, and 50,000 trials of filling holes, in which what was known must never be contradicted. `--count N` for fewer.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlan } from '../../packages/core/src/plan/index.ts';
import { packIds, packFolder, readStandard } from '../../packages/server/src/policy/read-standard.ts';
import { evaluate, parseYaml, planForEvaluation } from '../../packages/standard/src/index.ts';
import type { PlanForEvaluation, StandardPack } from '../../packages/standard/src/index.ts';
import { agreement } from '../../packages/standard/src/compile/agreement.ts';
import { DossierSource } from '../../packages/standard/src/random/dossiers.ts';
import { withHoles } from '../../packages/standard/src/random/holes.ts';
import { Numbers } from '../../packages/standard/src/random/numbers.ts';

const POLICIES = join(import.meta.dirname, '../../policies');
const asked = process.argv.indexOf('--count');
const DOSSIERS = asked < 0 ? 100_000 : Number(process.argv[asked + 1]);
const FILLINGS = Math.ceil(DOSSIERS / 2);

interface Case {
  readonly pack: StandardPack;
  readonly level: StandardPack['levels'][number];
  readonly plan: PlanForEvaluation | undefined;
  readonly asOf: string;
}

function standards(): readonly StandardPack[] {
  return packIds(POLICIES, 'standard.yaml').map((id) => {
    const loaded = readStandard(POLICIES, packFolder(POLICIES, id, 'standard.yaml') ?? '');
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
    return loaded.value.pack;
  });
}

function plans(jurisdiction: string): readonly PlanForEvaluation[] {
  const folder = join(POLICIES, jurisdiction);
  return readdirSync(folder).flatMap((id) => {
    if (packFolder(POLICIES, id, 'plan.yaml') === null) return [];
    const reading = readPlan(parseYaml(readFileSync(join(folder, id, 'plan.yaml'), 'utf8')));
    return reading.ok ? [planForEvaluation(reading.plan)] : [];
  });
}

const inForce = ({ document }: StandardPack, day: string): boolean =>
  day >= document.inForceFrom && (document.repealedOn === null || day < document.repealedOn);

const cases: readonly Case[] = standards().flatMap((pack) =>
  pack.levels.flatMap((level) => {
    const own = inForce(pack, '2024-07-15') ? '2024-07-15' : pack.document.inForceFrom;
    const withPlans = plans(pack.jurisdiction)
      .filter((plan) => evaluate({ pack, dossier: {}, level: level.level, asOf: plan.asOf, plan }).ok)
      .map((plan): Case => ({ pack, level, plan, asOf: plan.asOf }));
    return [{ pack, level, plan: undefined, asOf: own }, ...withPlans];
  }),
);

let differences = 0;
for (const [index, { pack, level, plan, asOf }] of cases.entries()) {
  const count = Math.ceil(DOSSIERS / cases.length);
  const found = agreement(pack, level, plan, asOf, count, 1_000 + index);
  differences += found.differences.length;
  const verdicts = Object.values(found.verdicts).join('/');
  console.log(
    `${pack.id} ${level.level} ${plan?.id ?? '—'}：${count} 份，符合/待判断/不全/不符合 ${verdicts}，不同 ${found.differences.length}`,
  );
  for (const line of found.differences) console.log(`  ${line}`);
}
console.log(`各编译形式与闭包形式：${DOSSIERS} 份随机材料，不同 ${differences} 份`);

let contradicted = 0;
let known = 0;
for (const [index, { pack, level, plan, asOf }] of cases.entries()) {
  const source = new DossierSource(
    { packs: [pack], ...(plan ? { plans: [plan] } : {}), asOf, level: level.level, full: true },
    2_000 + index,
  );
  const numbers = new Numbers(3_000 + index);
  const routesOf = (dossier: ReturnType<typeof source.dossier>) => {
    const answer = evaluate({ pack, dossier, level: level.level, asOf, ...(plan ? { plan } : {}) });
    if (!answer.ok) throw new Error(answer.refusal.message);
    return answer.evaluation.routes;
  };
  for (let trial = 0; trial < Math.ceil(FILLINGS / cases.length); trial += 1) {
    const full = source.dossier();
    const rate = [20, 80, 250][numbers.below(3)] ?? 80;
    const filled = routesOf(full);
    for (const { route, state } of routesOf(withHoles(full, () => numbers.chance(rate)))) {
      if (state !== 'met' && state !== 'unmet') continue;
      known += 1;
      if (filled.find((one) => one.route === route)?.state === state) continue;
      contradicted += 1;
      if (contradicted <= 5) console.log(`  相反：${pack.id} ${level.level} ${route}，第 ${trial} 次`);
    }
  }
}
console.log(`补齐空缺 ${FILLINGS} 次，其中已知的结论 ${known} 个，被推翻 ${contradicted} 个`);
process.exit(differences === 0 && contradicted === 0 ? 0 : 1);
