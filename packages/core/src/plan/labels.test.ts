import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readYaml } from '../testing/liaoning.ts';
import { parsePlan, planWordsByLabel } from './index.ts';

const POLICIES = join(import.meta.dirname, '../../../../policies');
const labelsOf = (folder: string) =>
  (JSON.parse(readFileSync(join(POLICIES, folder, 'labels.json'), 'utf8')) as { clauses: { label: string }[] }).clauses;

test.each(['liaoning/ln-2024-eng', 'liaoning/ln-2024-econ'])(
  '%s：通知的每个编号都有规定，或写明没有的理由',
  (folder) => {
    const plan = parsePlan(readYaml(`${folder}/plan.yaml`));
    const printed = labelsOf(folder).map(({ label }) => label);
    const said = planWordsByLabel(plan);
    const excused = new Set(plan.unconditioned.map(({ label }) => label));
    // What only the other plan of the same notice states is excused there or stated here.
    const engineering = printed.filter((label) => /^(二\(一\)|三[12]|四\(一\)1)/u.test(label));
    const own = folder.endsWith('econ') ? printed.filter((label) => !engineering.includes(label)) : printed;
    expect(own.filter((label) => !said.has(label) && !excused.has(label))).toEqual([]);
    expect([...said.keys(), ...excused].filter((label) => !printed.includes(label))).toEqual([]);
  },
);

test('浙江 2022 年度计划的编号都在通知中', () => {
  const plan = parsePlan(readYaml('zhejiang/zj-2022/plan.yaml'));
  const printed = new Set(labelsOf('zhejiang/zj-2022').map(({ label }) => label));
  expect([...planWordsByLabel(plan).keys()].filter((label) => !printed.has(label))).toEqual([]);
  expect(plan.defence?.triggers).toHaveLength(5);
  expect(plan.fee?.amountFen).toBe(28_000);
});
