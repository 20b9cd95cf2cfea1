import { expect, test } from 'vitest';
import { agreement } from '../compile/agreement.ts';
import { compileLevel } from '../compile/vector.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { packAt, periodsOf } from '../evaluate/pack-at.ts';
import { layoutFor } from '../intake/layout.ts';
import { needsOf, usesOf } from '../intake/uses.ts';
import { readPolicy } from '../packs/testing/pack-files.ts';
import { formatProblem } from './problem.ts';
import { loadStandard, loadVocabulary } from './standard.ts';

const words = loadVocabulary('vocabulary.yaml', readPolicy('vocabulary.yaml'));
if (!words.ok) throw new Error(words.problems.map(formatProblem).join('\n'));
const vocabulary = words.value;

const DATED = '[{ value: 2 }, { from: 2025-01-01, value: 3 }, { from: 2026-01-01, value: 4 }]';

const load = (papers: string, readings = '') =>
  loadStandard({
    standard: {
      file: 'standard.yaml',
      text: `id: demo
name: 示例标准
jurisdiction: liaoning
series: 工程
tenure: ANNIVERSARY_AT
document: { title: 示例, number: 示例〔2024〕1号, issuers: [示例厅], issued-on: 2024-01-01, in-force-from: 2024-01-01 }
parameters:
  papers: ${papers}
  least-level: [{ value: city }, { from: 2025-07-01, value: province }]
levels:
  - level: senior
    name: 高级工程师
    label: 一
    routes:
      - route: normal
        name: 正常申报
        any:
          - { id: papers, label: 一1, text: 论文, count: kind = paper and published, min: $papers }
          - { id: project, label: 一2, text: 项目, count: kind = project and level >= $least-level }
`,
    },
    readings: { file: 'readings.yaml', text: readings },
    vocabulary,
  });

function packOf(papers: string, readings = '') {
  const loaded = load(papers, readings);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.value.pack;
}

const papers = (count: number): Dossier => ({
  achievements: Array.from({ length: count }, (_, index) => ({
    kind: 'paper' as const,
    id: `p${index}`,
    published: true,
    effectiveOn: '2023-01-01',
  })),
});

const stateAt = (dossier: Dossier, asOf: string): string => {
  const answer = evaluate({ pack: packOf(DATED), dossier, level: 'senior', asOf });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.evaluation.verdict;
};

test.each<[number, string, string]>([
  [2, '2024-12-31', 'eligible'],
  [2, '2025-01-01', 'ineligible'],
  [3, '2025-12-31', 'eligible'],
  [3, '2026-01-01', 'ineligible'],
  [4, '2026-01-01', 'eligible'],
])('%d 篇论文在 %s：%s', (count, day, verdict) => {
  expect(stateAt(papers(count), day)).toBe(verdict);
});

test('词的门槛同样按日期', () => {
  const dossier: Dossier = { achievements: [{ kind: 'project', id: 'a', level: 'city', effectiveOn: '2023-01-01' }] };
  expect(stateAt(dossier, '2025-06-30')).toBe('eligible');
  expect(stateAt(dossier, '2025-07-01')).toBe('ineligible');
});

test('每个时期一份标准，各编译形式与闭包形式相同', () => {
  const pack = packOf(DATED);
  const periods = periodsOf(pack);
  expect(periods.map(({ from }) => from)).toEqual(['2024-01-01', '2025-01-01', '2025-07-01', '2026-01-01']);
  for (const { from, pack: standing } of periods) {
    expect(packAt(pack, from)).toBe(standing);
    const [level] = standing.levels;
    if (!level) throw new Error('no level');
    expect(agreement(standing, level, undefined, from, 30, 5).differences).toEqual([]);
  }
});

test('没有按评估日取定的标准不能编译', () => {
  const pack = packOf(DATED);
  const [level] = pack.levels;
  if (!level) throw new Error('no level');
  expect(() => compileLevel(pack, level, undefined, layoutFor(needsOf(usesOf([pack]))))).toThrow(/packAt/u);
});

test('解读改动的参数不分时期', () => {
  const readings = `- id: more
  label: 一1
  question: 几篇？
  chosen: five
  because: 示例用的解读
  meanings:
    five: { text: 五篇, set: { papers: 5 } }
`;
  expect(periodsOf(packOf(DATED, readings)).map(({ from }) => from)).toEqual(['2024-01-01', '2025-07-01']);
});

test('没有日期的标准就是它自己', () => {
  const pack = loadStandardOf('zhejiang/zj-sec-2022');
  expect(packAt(pack, '2024-01-01')).toBe(pack);
});

function loadStandardOf(folder: string) {
  const loaded = loadStandard({
    standard: { file: 'standard.yaml', text: readPolicy(folder, 'standard.yaml') },
    readings: { file: 'readings.yaml', text: readPolicy(folder, 'readings.yaml') },
    vocabulary,
  });
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.value.pack;
}

test.each<[string, string, RegExp]>([
  ['第一个值写了日期', '[{ from: 2024-01-01, value: 2 }]', /自始有效/u],
  ['后一个值没有日期', '[{ value: 2 }, { value: 3 }]', /from: YYYY-MM-DD/u],
  ['日期不在后', '[{ value: 2 }, { from: 2025-01-01, value: 3 }, { from: 2025-01-01, value: 4 }]', /应晚于/u],
  ['没有值', '[{ value: 2 }, { from: 2025-01-01 }]', /缺少 value/u],
  ['只有早先的值错', '[{ value: two }, { from: 2025-01-01, value: 3 }]', /不小于 0 的整数/u],
])('指出：%s', (_name, written, wanted) => {
  const loaded = load(written);
  expect(loaded.ok ? [] : loaded.problems.map(formatProblem).join('\n')).toMatch(wanted);
});
