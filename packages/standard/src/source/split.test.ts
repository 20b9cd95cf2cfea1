import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelsOf } from './labels.ts';
import { clauseLength, normaliseClause } from './normalise.ts';
import { splitClauses } from './split.ts';

const TEXT = `　　关于某事的通知
　　一、范围
　　（一）甲 类。
　　1.第一条：
　　（1）甲；
　　（2）乙：
　　①子；
　　②丑。
　　2. 第二条，价 3.5 元。
　　没有编号的一段。
　　（二）乙类。
　　二、其他
　　1.直接在一级之下。
　　1.编号重复。
`;

test('每个印刷编号成为一条，标签由上级编号连成', () => {
  expect(splitClauses(TEXT).map(({ label }) => label)).toEqual([
    '文前',
    '一',
    '一(一)',
    '一(一)1',
    '一(一)1(1)',
    '一(一)1(2)',
    '一(一)1(2)①',
    '一(一)1(2)②',
    '一(一)2',
    '一(二)',
    '二',
    '二1',
    '二1〔2〕',
  ]);
});

test('附件另起编号；直接以数字开头的与附件号隔开', () => {
  const text = '一、正文\n附件：\n1、名单\n附件 1\n一、材料\n1.表\n附件2\n1. 注册\n- 2、照片\n附件：后面有字';
  expect(splitClauses(text).map(({ label }) => label)).toEqual([
    '一',
    '一1',
    '附件1',
    '附件1一',
    '附件1一1',
    '附件2',
    '附件2之1',
    '附件2之2',
  ]);
});

test('没有编号的段落属于前一条，空白全部去掉', () => {
  const clause = splitClauses(TEXT).find(({ label }) => label === '一(一)2');
  expect(clause?.text).toBe('2.第二条，价3.5元。没有编号的一段。');
  expect(clauseLength(clause?.text ?? '')).toBe(20);
});

test('没有编号的文字只有文前一条，空文没有条', () => {
  expect(splitClauses('只是一句话')).toEqual([{ label: '文前', text: '只是一句话' }]);
  expect(splitClauses(' \n　\n')).toEqual([]);
});

test('任何文字拆分后一字不少', () => {
  const line = fc.string({ unit: fc.constantFrom('一', '（', '）', '1', '.', '、', '①', '　', '甲', '，') });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      expect(
        splitClauses(text)
          .map((clause) => clause.text)
          .join(''),
      ).toBe(normaliseClause(text));
    }),
  );
});

test('labels.json 只含标签、字数与散列', () => {
  const file = labelsOf('某号', splitClauses('一、甲　乙'), (text) => `h(${text})`);
  expect(file.clauses).toEqual([{ label: '一', length: 4, sha256: 'h(一、甲乙)' }]);
});

test('政策问答以每一问为一条，答中的编号不另立', () => {
  const text = '一、范围\n政 策 问 答\n一、有哪些层级？\n答：\n1．初级。\n（1）员级。\n二、何时施行？\n答：即日。';
  expect(splitClauses(text).map(({ label }) => label)).toEqual(['一', '政策问答', '政策问答一', '政策问答二']);
});
