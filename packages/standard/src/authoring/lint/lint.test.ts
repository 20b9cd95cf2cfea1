import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPack, readPolicy, standardFolders } from '../../packs/testing/pack-files.ts';
import { loadPlan } from '../../packs/testing/plans.ts';
import { formatProblem } from '../problem.ts';
import { loadStandard, loadVocabulary } from '../standard.ts';
import { findingsOf, lintPlan, lintStandard } from './lint.ts';
import { unusedFacts } from './unused-facts.ts';

const words = loadVocabulary('vocabulary.yaml', readPolicy('vocabulary.yaml'));
if (!words.ok) throw new Error(words.problems.map(formatProblem).join('\n'));
const vocabulary = words.value;

const HEAD = `id: demo
name: 示例标准
jurisdiction: liaoning
series: 工程
tenure: ANNIVERSARY_AT
document: { title: 示例, number: 示例〔2024〕1号, issuers: [示例厅], issued-on: 2024-01-01, in-force-from: 2024-01-01 }
`;

interface Written {
  readonly conditions: readonly string[];
  readonly head?: readonly string[];
  readonly kind?: 'all' | 'any';
}

function load({ conditions, head = [], kind = 'all' }: Written) {
  const text = [
    HEAD + head.map((line) => `${line}\n`).join('') + 'levels:',
    '  - level: senior',
    '    name: 高级工程师',
    '    label: 一',
    '    routes:',
    '      - route: normal',
    '        name: 正常申报',
    `        ${kind}:`,
    ...conditions.map((line) => `          - ${line}`),
  ];
  const loaded = loadStandard({ standard: { file: 'standard.yaml', text: text.join('\n') }, vocabulary });
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.value;
}

const told = (written: Written): readonly string[] =>
  findingsOf(load(written)).map(({ lint, where }) => `${lint} ${where}`);

const paper = (id: string, more = '', min = 1) =>
  `{ id: ${id}, text: ${id}, count: '${`kind = paper ${more}`.trim()}', min: ${min} }`;

describe('被别的条件涵盖', () => {
  test.each<[string, Written, readonly string[]]>([
    ['同时要求更多项', { conditions: [paper('one'), paper('two', '', 2)] }, ['masked one']],
    ['同时要求更窄的', { conditions: [paper('published', 'and published'), paper('any')] }, ['masked any']],
    [
      '同时要求更多年',
      {
        conditions: [
          '{ id: five, text: 五年, tenure: 5, since: level = engineer }',
          '{ id: four, text: 四年, tenure: 4, since: level >= assistant }',
          '{ id: held, text: 有职称, count: level >= assistant, list: titles }',
        ],
      },
      ['masked held', 'masked four'],
    ],
    [
      '别的事实合起来已经说明',
      {
        conditions: [
          '{ id: here, text: 甲, fact: applicant.onPost and applicant.specialtyWork }',
          '{ id: again, text: 乙, fact: applicant.specialtyWork or applicant.sanctioned }',
        ],
      },
      ['masked again'],
    ],
    [
      '藏在里层的选择里',
      { conditions: [paper('two', '', 2), `{ id: or, text: 或, any: [${paper('one')}, ${paper('three', '', 3)}] }`] },
      ['masked or'],
    ],
    ['任一项时更难的一项', { kind: 'any', conditions: [paper('one'), paper('two', '', 2)] }, ['masked two']],
    [
      '条目之间不算：一件业绩只用于一个条目',
      { conditions: [`{ id: items, text: 条目, items: 2, of: [${paper('one')}, ${paper('two', '', 2)}] }`] },
      [],
    ],
    ['判断只由自己得出', { conditions: ['{ id: a, text: 甲, judge: true }', '{ id: b, text: 乙, judge: true }'] }, []],
    ['不相干', { conditions: [paper('a', 'and published'), paper('b', 'and corresponding')] }, []],
  ])('%s', (_name, written, wanted) => expect(told(written)).toEqual(wanted));
});

test('例外重叠：符合较窄例外的人都符合较宽的一个', () => {
  const branch = (id: string, gate: string, years: number) =>
    `{ id: ${id}, text: ${id}, all: [{ id: ${id}-gate, text: 学历, count: ${gate}, list: educations }, { id: ${id}-years, text: 年限, tenure: ${years}, since: level = engineer }] }`;
  const written = {
    kind: 'any' as const,
    conditions: [branch('wide', 'level >= bachelor', 5), branch('narrow', 'level >= master', 6)],
  };
  expect(told(written)).toEqual(['overlap narrow']);
  const fair = {
    kind: 'any' as const,
    conditions: [branch('wide', 'level >= bachelor', 5), branch('narrow', 'level >= master', 2)],
  };
  expect(told(fair)).toEqual([]);
});

describe('不可能满足、总是成立', () => {
  test.each<[string, Written, readonly string[]]>([
    ['谓词自相矛盾', { conditions: [paper('a', 'and authorRank = 1 and authorRank >= 2')] }, ['dead a']],
    [
      '两个事实互相矛盾',
      {
        conditions: [
          '{ id: a, text: 甲, fact: applicant.employment = retired }',
          '{ id: b, text: 乙, fact: applicant.employment = employee }',
        ],
      },
      ['dead senior-normal'],
    ],
    [
      '符合的业绩都被计数规则排除',
      {
        head: ['counting: [{ id: regular, rule: where, when: kind = paper, where: published, reason: 未发表 }]'],
        conditions: [paper('a', 'and not published')],
      },
      ['dead a'],
    ],
    [
      '总是成立',
      { conditions: ['{ id: a, text: 甲, fact: applicant.onPost or not applicant.onPost }'] },
      ['vacuous a'],
    ],
  ])('%s', (_name, written, wanted) => expect(told(written)).toEqual(wanted));
});

test('计数规则互相矛盾、一条做了另一条的事', () => {
  const rule = (id: string, when: string, where: string) =>
    `{ id: ${id}, rule: where, when: '${when}', where: '${where}', reason: 不计 }`;
  const conditions = [paper('a')];
  const against = [rule('first', 'kind = paper', 'authorRank = 1'), rule('other', 'kind = paper', 'authorRank >= 2')];
  expect(told({ head: [`counting: [${against.join(', ')}]`], conditions })).toContain('overlap other');
  const stronger = [rule('weak', 'kind = paper', 'authorRank <= 3'), rule('strong', 'kind = paper', 'authorRank = 1')];
  expect(told({ head: [`counting: [${stronger.join(', ')}]`], conditions })).toEqual(['masked weak']);
});

test('写明理由的提示不再出现，没有所指的理由是提示', () => {
  const conditions = [paper('one'), paper('two', '', 2)];
  const excuse = (where: string) => [`excused: [{ lint: masked, where: ${where}, because: 原文如此 }]`];
  expect(lintStandard(load({ conditions, head: excuse('one') }))).toEqual([]);
  expect(lintStandard(load({ conditions, head: excuse('two') })).map(({ where }) => where)).toEqual(['one', 'two']);
});

test('国家下限没有可疑之处，或写明理由', () => {
  expect(lintStandard(loadPack('national/national-eng-2019'))).toEqual([]);
});

const PLANS = ['liaoning/ln-2024-eng', 'liaoning/ln-2024-econ', 'tianjin/tj-2019', 'zhejiang/zj-2022'];

test.each(PLANS)('%s：计划的条件各有作用', (folder) => expect(lintPlan(loadPlan(folder))).toEqual([]));

test('计划里植入的错误被发现', () => {
  const plan = loadPlan('liaoning/ln-2024-eng');
  const [first] = plan.conditions;
  if (!first) throw new Error('the plan has no condition');
  const twice = { ...plan, conditions: [...plan.conditions, { ...first, node: { ...first.node, id: 'once-more' } }] };
  expect(lintPlan(twice).map(({ lint, where }) => `${lint} ${where}`)).toEqual(['masked once-more']);
});

test('没有条件用到的字段都写明理由，理由都有所指', () => {
  const packs = standardFolders().map((folder) => loadPack(folder).pack);
  const excused = Object.keys(parse(readPolicy('unused-facts.yaml')) as Readonly<Record<string, string>>);
  expect(unusedFacts(packs, PLANS.map(loadPlan)).toSorted()).toEqual(excused.toSorted());
  expect(unusedFacts([], []).length).toBeGreaterThan(excused.length);
});
