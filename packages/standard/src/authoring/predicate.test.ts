import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Subject } from '../language/predicate.ts';
import { parsePredicate } from './predicate.ts';
import { loadVocabulary } from './standard.ts';

const file = join(import.meta.dirname, '../../../../policies/vocabulary.yaml');
const loaded = loadVocabulary('vocabulary.yaml', readFileSync(file, 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const vocabulary = loaded.value;

function parse(source: string, subject: Subject = 'achievements', parameters: Record<string, string | number> = {}) {
  const problems: { message: string; at: number }[] = [];
  const context = { vocabulary, parameters: new Map(Object.entries(parameters)) };
  const predicate = parsePredicate(source, subject, context, (message, at) => problems.push({ message, at }));
  return { predicate, problems };
}

describe('the sugar', () => {
  test.each([
    ['kind = project and role >= host and highRiskTarget', '类别 = 项目 且 角色 >= 主持 且 高风险保护对象'],
    ['kind in [paper, book] or not (level >= city)', '类别 属于 [论文, 著作] 或 非 (级别 ≥ 市厅级)'],
    ['kind = patent and type != design', '类别 = 专利 且 专利种类 ≠ 外观设计专利'],
  ])('reads the same in both languages: %s', (english, chinese) => {
    const [one, two] = [parse(english), parse(chinese)];
    expect(one.problems).toEqual([]);
    expect(two.problems).toEqual([]);
    expect(two.predicate).toEqual(one.predicate);
  });

  test('binds and before or, and not closest', () => {
    const { predicate } = parse('kind = paper or kind = book and not evidence');
    expect(predicate).toMatchObject({
      op: 'or',
      of: [{ op: 'word' }, { op: 'and', of: [{ op: 'word' }, { op: 'not' }] }],
    });
  });

  test('gives parameters their value, counts experts, and reads facts of the dossier', () => {
    expect(parse('level >= $least', 'achievements', { least: 'city' }).predicate).toMatchObject({
      of: [{ op: 'wordIn' }, { value: 'city' }],
    });
    expect(parse('kind = report and appraisals[titleLevel >= senior] >= 2').predicate).toMatchObject({
      of: [{ op: 'word' }, { op: 'experts', min: 2 }],
    });
    expect(parse('probation.years >= 1 and applicant.onPost', 'dossier').problems).toEqual([]);
  });

  test('a field that only some of the kinds have is fulfilled by those alone', () => {
    expect(parse('kind in [project, award] and highRiskTarget').predicate).toMatchObject({
      of: [{ op: 'wordIn' }, { op: 'and', of: [{ op: 'wordIn', values: ['project'] }, { op: 'yes' }] }],
    });
  });
});

describe('a mistake is named with its place', () => {
  test.each([
    ['kind = projekt', 7, '没有“projekt”'],
    ['kind = project and levle >= city', 19, '没有字段 levle'],
    ['kind = paper and highRiskTarget', 17, '此类业绩没有字段'],
    ['type = invention', 0, '请先写明 kind'],
    ['kind = project and level >= 2', 28, '没有“2”'],
    ['kind >= project', 8, '没有高低之分'],
    ['kind = project and (level >= city', 33, '此处应为 )'],
    ['kind = project and', 18, '没有写完'],
    ['kind = project level', 15, '多出 level'],
    ["kind = 'project", 7, '引号没有结束'],
    ['kind = project & evidence', 15, '不认识的符号'],
    ['kind = patent and economicBenefit = higher', 36, '程度词只能用'],
    ['effectiveOn >= 2024', 15, '应为日期'],
    ['evidence = false', 11, '否定请写 not'],
    ['rank', 0, '不是是否项'],
    ['level >= $nothing', 9, '没有参数'],
  ])('%s', (source, at, message) => {
    const { predicate, problems } = parse(source);
    expect(predicate).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.at).toBe(at);
  });

  test('nesting beyond any document is refused, not followed', () => {
    expect(parse(`${'('.repeat(5_000)}evidence${')'.repeat(5_000)}`).problems[0]?.message).toContain('嵌套过深');
    expect(parse(`${'not '.repeat(5_000)}evidence`).problems[0]?.message).toContain('嵌套过深');
  });
});
