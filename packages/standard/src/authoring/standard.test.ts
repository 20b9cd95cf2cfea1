import { expect, test } from 'vitest';
import { readPolicy } from '../packs/testing/pack-files.ts';
import { formatProblem } from './problem.ts';
import { loadStandard, loadVocabulary } from './standard.ts';

const loaded = loadVocabulary('vocabulary.yaml', readPolicy('vocabulary.yaml'));
if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
const vocabulary = loaded.value;

const HEAD = `id: demo
name: 示例标准
jurisdiction: liaoning
series: 工程
tenure: ANNIVERSARY_AT
document: { title: 示例, number: 示例〔2024〕1号, issuers: [示例厅], issued-on: 2024-01-01, in-force-from: 2024-01-01 }
parameters: { years: 5 }
`;
const LEVELS = (conditions: string) => `levels:
  - level: senior
    name: 高级工程师
    label: 一
    routes:
      - route: normal
        name: 正常申报
        all:
${conditions}
`;
const GOOD = '          - { id: papers, label: 一1, text: 论文 2 篇, count: kind = paper and published, min: 2 }';

const load = (standard: string, readings = '', choices: Readonly<Record<string, string>> = {}) =>
  loadStandard(
    {
      standard: { file: 'standard.yaml', text: standard },
      readings: { file: 'readings.yaml', text: readings },
      vocabulary,
    },
    choices,
  );

const problemsOf = (conditions: string, readings = ''): readonly string[] => {
  const answer = load(HEAD + LEVELS(conditions), readings);
  return answer.ok ? [] : answer.problems.map(formatProblem);
};

test('写对的标准可以装载，没有用到的参数被指出', () => {
  const answer = load(HEAD + LEVELS(GOOD));
  expect(answer.ok && answer.value.pack.levels[0]?.routes[0]?.node.kind).toBe('all');
  expect(answer.ok && answer.value.unusedParameters).toEqual(['years']);
});

test.each<[string, string, RegExp]>([
  ['没有的字段', '- { id: a, text: 甲, count: kind = paper and granted }', /^standard\.yaml:16:55 .*granted/u],
  ['量表上没有的词', '- { id: a, text: 甲, count: kind = project and level >= 镇级 }', /镇级/u],
  ['没有高低之分的词', '- { id: a, text: 甲, count: kind = patent and region >= liaoning }', /region/u],
  ['没有的类别', '- { id: a, text: 甲, count: kind = thing }', /thing/u],
  ['括号不配对', '- { id: a, text: 甲, count: (kind = paper }', /standard\.yaml:16:/u],
  ['程度词用等号', '- { id: a, text: 甲, count: kind = patent and economicBenefit = higher }', />=/u],
  ['引用不存在的条件', '- { ref: nobody }', /nobody/u],
  ['引用不存在的包外规定', '- { id: a, text: 甲, outside: nowhere }', /nowhere/u],
  ['没有的参数', '- { id: a, text: 甲, tenure: $many, since: level = engineer }', /\$many/u],
  ['没有的解读', '- { id: a, text: 甲, readings: [lost], judge: true }', /lost/u],
  ['一个条件两种写法', '- { id: a, text: 甲, judge: true, fact: applicant.onPost }', /fact|judge/u],
  ['没有写条件', '- { id: a, text: 甲 }', /standard\.yaml:16:/u],
  ['多出的键', '- { id: a, text: 甲, judge: true, mni: 2 }', /mni/u],
  ['项数多于条目', '- { id: a, text: 甲, items: 3, of: [{ id: b, text: 乙, judge: true }] }', /1/u],
  ['年度考核的起点写错', '- { id: a, text: 甲, yearly: result >= qualified, from: birth }', /from/u],
  ['经过年数所指不是日期', '- { id: a, text: 甲, elapsed: 1, since: applicant.onPost }', /applicant\.onPost/u],
])('%s：指出行列', (_what, condition, message) => {
  const problems = problemsOf(`          ${condition}`);
  expect(problems).not.toEqual([]);
  expect(problems.join('\n')).toMatch(message);
  expect(problems.join('\n')).toMatch(/standard\.yaml:\d+:\d+/u);
});

test('编号用了两次被指出', () => {
  expect(problemsOf(`${GOOD}\n${GOOD}`).join('\n')).toContain('papers');
});

test('全部错误一次指出', () => {
  const two = '          - { id: a, text: 甲, count: kind = thing }\n          - { ref: nobody }';
  const problems = problemsOf(two).join('\n');
  expect(problems).toContain('thing');
});

const READINGS = `- id: how-many
  label: 一1
  question: 几篇？
  chosen: two
  because: 原文写 2 篇
  meanings:
    two: { text: 两篇 }
    one: { text: 一篇, replace: { papers: { text: 论文 1 篇, count: kind = paper and published } } }
    none: { text: 不要求, drop: [papers] }
`;

test('换用解读：改换的条件保留编号，去掉的条件不在', () => {
  const other = '          - { id: other, text: 在职, fact: applicant.onPost }';
  const text = HEAD + LEVELS(`${GOOD}\n${other}`);
  const one = load(text, READINGS, { 'how-many': 'one' });
  const none = load(text, READINGS, { 'how-many': 'none' });
  const papers = (answer: ReturnType<typeof load>) => {
    const node = answer.ok ? answer.value.pack.levels[0]?.routes[0]?.node : undefined;
    return node?.kind === 'all' ? node.of.map((part) => [part.id, part.label, part.text]) : null;
  };
  expect(papers(one)).toEqual([
    ['papers', '一1', '论文 1 篇'],
    ['other', '', '在职'],
  ]);
  expect(papers(none)).toEqual([['other', '', '在职']]);
});

test('选了没有的理解被指出', () => {
  const problems = problemsOf(GOOD, READINGS.replace('chosen: two', 'chosen: three'));
  expect(problems.join('\n')).toContain('three');
});

test('词表少一个词、多一个词、一词两义都被指出', () => {
  const text = readPolicy('vocabulary.yaml');
  const broken = (change: (text: string) => string): string => {
    const answer = loadVocabulary('vocabulary.yaml', change(text));
    return answer.ok ? '' : answer.problems.map(formatProblem).join('\n');
  };
  expect(broken((all) => all.replace(/^ {6}- \{ id: county,.*\n/mu, ''))).toContain('scales.level');
  expect(broken((all) => all.replace('aliases: [县区级, 县级]', 'aliases: [市级]'))).toContain('市级');
  expect(
    broken((all) => `${all}  more:\n    label: 多\n    ordered: false\n    words: [{ id: a, label: 甲 }]\n`),
  ).toContain('more');
});

test('一项目一次的规则可以只限所列类别，没有的类别被指出', () => {
  const counting = (kinds: string) =>
    `counting: [{ id: once, rule: one-per-project, kinds: [${kinds}], reason: 同一项目已计一项 }]\n`;
  const good = load(HEAD + counting('project, research-topic') + LEVELS(GOOD));
  expect(good.ok && good.value.pack.counting).toMatchObject([{ id: 'once', kinds: ['project', 'research-topic'] }]);
  const bad = load(HEAD + counting('thing') + LEVELS(GOOD));
  expect(bad.ok ? [] : bad.problems.map(formatProblem)).toEqual([expect.stringContaining('thing')]);
});
