import { compilePredicate, planForEvaluation } from '@zhiping/standard';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsePlan } from '../plan/index.ts';
import { dossierOf } from './dossier-of.ts';
import { readResultLines, resultColumns } from './result-lines.ts';

const HEADING = ['证件号码', '姓名', '考试名称', '层级', '成绩合格', '合格证明日期', '成绩'];
const wang = ['11010519491231002x', '王某', '全国经济专业技术资格考试', '副高级', '合格', '2022年6月18日', '132 分'];

it('reads a line as the fields of an examination, columns in any order', () => {
  const { lines, problems } = readResultLines('examination', [HEADING, wang, ['', '', '']]);
  expect(problems).toEqual([]);
  expect(lines).toEqual([
    {
      line: 2,
      name: '王某',
      idNumber: '11010519491231002X',
      fields: {
        name: '全国经济专业技术资格考试',
        level: 'senior',
        passed: true,
        passedOn: '2022-06-18',
        score: '132 分',
      },
    },
  ]);
});

it('says of a qualification that nobody has stated how near it is', () => {
  const heading = ['姓名', '证件号码', '职业资格名称', '取得日期', '发证机关'];
  const row = ['王某', '11010519491231002X', '一级注册消防工程师', '2021-05-01', '应急管理部'];
  expect(readResultLines('qualification', [heading, row]).lines[0]?.fields['specialtyRelation']).toBe('unsure');
  expect(resultColumns('qualification').all).not.toContain('与申报专业的关系');
});

it('tells each line it cannot take without repeating whose it is', () => {
  const bad = (at: number, text: string): string[] => wang.map((cell, index) => (index === at ? text : cell));
  const table = [
    HEADING,
    wang,
    wang,
    bad(0, '110105194912310021'),
    bad(1, ''),
    bad(3, '高级'),
    bad(5, ''),
    bad(4, '好'),
  ];
  const { lines, problems } = readResultLines('examination', table);
  expect(lines).toHaveLength(1);
  expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8]);
  expect(problems[0]?.problem).toBe('与第 2 行是同一人的同一项结果');
  expect(JSON.stringify(problems)).not.toMatch(/110105|王某/);
  expect(readResultLines('examination', [['姓名']]).problems[0]?.problem).toBe(
    '表头缺少证件号码、考试名称、层级、成绩合格、合格证明日期',
  );
});

it('accounts for every line that is not blank, whatever it holds', () => {
  const cells = fc.array(fc.constantFrom('', ...wang, '否', '中级', '2020-01-01'), { maxLength: HEADING.length });
  fc.assert(
    fc.property(fc.array(cells), (rows) => {
      const { lines, problems } = readResultLines('examination', [HEADING, ...rows]);
      expect(lines.length + problems.length).toBe(rows.filter((row) => row.some((cell) => cell !== '')).length);
    }),
  );
});

it('meets what a plan asks of an examination while it is valid, and not a day longer', () => {
  const file = new URL('../../../../policies/liaoning/ln-2024-econ/plan.yaml', import.meta.url);
  const plan = planForEvaluation(parsePlan(parse(readFileSync(file, 'utf8'))));
  const node = plan.conditions.find((one) => one.node.id === 'plan-examination-senior-economist')?.node;
  if (node?.kind !== 'count' || node.where === null) throw new Error('the plan asks for an examination');
  const asked = compilePredicate(node.where);
  const answer = (day: string, passed = '合格') => {
    const row = wang.map((cell, at) => (at === 5 ? day : at === 4 ? passed : cell));
    const [line] = readResultLines('examination', [HEADING, row]).lines;
    const facts = {
      id: 'a',
      kind: 'examination',
      state: 'verified',
      evidence: [],
      fields: line?.fields ?? {},
    } as const;
    const { examinations = [] } = dossierOf([facts], {}, { basis: 'verified', chosen: 'all', asOf: plan.asOf });
    return examinations.map((one) => asked(one));
  };
  expect([answer('2019-08-30'), answer('2019-08-29'), answer('2022-06-18', '不合格')]).toEqual([
    ['met'],
    ['unmet'],
    ['unmet'],
  ]);
});
