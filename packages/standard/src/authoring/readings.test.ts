import { expect, test } from 'vitest';
import { readPolicy } from '../packs/testing/pack-files.ts';
import { formatProblem } from './problem.ts';
import { readingEffects } from './reading-effects.ts';
import { loadVocabulary, prepareStandard } from './standard.ts';

const vocabulary = loadVocabulary('vocabulary.yaml', readPolicy('vocabulary.yaml'));
if (!vocabulary.ok) throw new Error(vocabulary.problems.map(formatProblem).join('\n'));

const STANDARD = `id: demo
name: 示例标准
jurisdiction: liaoning
series: 工程
tenure: ANNIVERSARY_AT
document: { title: 示例, number: 示例〔2024〕1号, issuers: [示例厅], issued-on: 2024-01-01, in-force-from: 2024-01-01 }
counting:
  - { id: after, rule: after-current-title, label: 一, text: 现职称之后, reason: 不晚于现职称 }
levels:
  - level: senior
    name: 高级工程师
    label: 一
    routes:
      - route: normal
        name: 正常申报
        all:
          - { id: papers, text: 论文 2 篇, count: kind = paper and published and authorRank = 1, min: 2 }
          - { id: topics, text: 市级课题, count: kind = research-topic and level >= city }
`;

const opened = (meanings: string, more = '') =>
  prepareStandard({
    standard: { file: 'standard.yaml', text: STANDARD },
    readings: {
      file: 'readings.yaml',
      text: `- id: r\n  question: 问\n  chosen: now\n  because: 因为\n${more}  meanings:\n    now: { text: 现在 }\n${meanings}`,
    },
    vocabulary: vocabulary.value,
  });

/** The content of the pack with the other meaning, or its problems. */
function switched(other: string) {
  const loaded = opened(`    other: { text: 另一种, ${other} }\n`)({ r: 'other' });
  if (!loaded.ok) return loaded.problems.map(formatProblem).join('\n');
  const { counting, levels, tenure, tenureStands } = loaded.value.pack;
  return JSON.stringify({ counting, levels, tenure, tenureStands });
}

test.each([
  ['change 改写条件的键', 'change: [{ of: [papers], min: 3 }]', '"min":3'],
  ['change 改写计数规则', 'change: [{ of: [after], inclusive: true }]', '"inclusive":true'],
  ['change 给计数规则限定范围', 'change: [{ of: [after], when: kind = paper }]', '"when":{"op":"word"'],
  ['join 添加条件', 'join: { senior-normal: [{ id: more, text: 再加, judge: true }] }', '"id":"more"'],
  ['counting 添加规则', 'counting: [{ id: near, rule: where, where: relation >= near }]', '"id":"near"'],
  ['rewrite 改写一处比较', 'rewrite: [{ find: level >= city, put: level = city }]', '"comparison":"=","value":"city"'],
  [
    'rewrite 在 and 中补一项，类别照样起作用',
    "rewrite: [{ find: published, put: 'published and indexed' }]",
    'indexed',
  ],
  [
    'rewrite 找到 and 中的几项',
    "rewrite: [{ find: 'authorRank = 1 and published', put: corresponding }]",
    'corresponding',
  ],
  ['tenure 使标准自己的算法优先', 'tenure: YEAR_DIFF', '"tenureStands":true'],
])('%s', (_, other, expected) => {
  expect(switched(other)).toContain(expected);
});

test.each([
  ['没有的条件', 'change: [{ of: [nobody], min: 3 }]', /nobody 不在标准中/u],
  ['没有的条件', 'join: { nobody: [{ text: 甲, judge: true }] }', /nobody 不在标准中/u],
  ['找不到的部分', 'rewrite: [{ find: level >= nation, put: level = nation }]', /没有条件含有 find/u],
  ['限定在别的条件里', 'rewrite: [{ find: level >= city, put: level = city, in: [papers] }]', /没有条件含有 find/u],
  ['写法有误', "rewrite: [{ find: 'level >=', put: level = city }]", /readings\.yaml:/u],
  ['同一键改写两次', 'change: [{ of: [papers], min: 3 }, { of: [papers], min: 4 }]', /都改写 papers 的 min/u],
  ['没有的算法', 'tenure: BY_MONTH', /ANNIVERSARY_AT 或 YEAR_DIFF/u],
])('%s：指出所在', (_, other, message) => {
  expect(switched(other)).toMatch(message);
});

test('换用的效果分四种', () => {
  const kindOf = (meanings: string, more = '') => {
    const load = opened(meanings, more);
    const loaded = load();
    if (!loaded.ok) return loaded.problems.map(formatProblem).join('\n');
    return readingEffects(loaded.value.pack, load)[0]?.kind;
  };
  expect(kindOf('    other: { text: 另一种, drop: [topics] }\n')).toBe('switchable');
  expect(kindOf('    other: { text: 另一种 }\n')).toBe('silent');
  expect(kindOf('    other: { text: 另一种 }\n', '  wording: 误植\n')).toBe('wording');
  expect(kindOf('    other: { text: 另一种 }\n', '  unsupported: 没有这一项\n')).toBe('unsupported');
  expect(kindOf('    other: { text: 另一种, drop: [topics] }\n', '  wording: 误植\n')).toMatch(/只改说法/u);
});
