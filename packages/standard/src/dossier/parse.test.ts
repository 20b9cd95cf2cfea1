import { expect, test } from 'vitest';
import { parseDossier } from './parse.ts';

const problemsOf = (data: unknown) => {
  const parsed = parseDossier(data);
  return parsed.ok ? [] : parsed.problems;
};

test('空的材料也是材料：样样不明', () => {
  expect(parseDossier({})).toEqual({ ok: true, dossier: {} });
});

test.each<[string, unknown, { path: string; value?: string; expected?: string }]>([
  ['不是对象', [], { path: '（整份材料）', expected: '对象 {…}' }],
  ['词表以外的词', { applicant: { employment: '员工' } }, { path: 'applicant.employment', value: '"员工"' }],
  ['多出的字段', { applicant: { age: 3 } }, { path: 'applicant.age', expected: '没有这个字段' }],
  [
    '不存在的日期',
    { titles: [{ obtainedOn: '2018-02-30' }] },
    { path: 'titles[0].obtainedOn', value: '"2018-02-30"', expected: 'YYYY、YYYY-MM 或 YYYY-MM-DD 的真实日期' },
  ],
  [
    '没有的业绩类别',
    { achievements: [{ kind: 'thing', id: 'a' }] },
    { path: 'achievements[0].kind', value: '"thing"' },
  ],
  [
    '排名从 1 起',
    { achievements: [{ kind: 'paper', id: 'a', authorRank: 0 }] },
    { path: 'achievements[0].authorRank', value: '0', expected: '至少 1' },
  ],
  ['没有写业绩类别', { achievements: [{ id: 'a' }] }, { path: 'achievements[0].kind' }],
  ['没有编号的业绩', { achievements: [{ kind: 'paper' }] }, { path: 'achievements[0].id', value: '（没有写）' }],
  [
    '别类业绩的字段',
    { achievements: [{ kind: 'paper', id: 'a', granted: true }] },
    { path: 'achievements[0].granted' },
  ],
  ['不是整数的年数', { probation: { years: 1.5 } }, { path: 'probation.years', expected: '整数' }],
  [
    '不在阶梯上的程度词',
    { achievements: [{ kind: 'patent', id: 'a', economicBenefit: '很高' }] },
    { path: 'achievements[0].economicBenefit' },
  ],
  [
    '确认的程度高于主张的',
    { achievements: [{ kind: 'patent', id: 'a', economicBenefit: { claimed: 'some', confirmed: 'notable' } }] },
    { path: 'achievements[0].economicBenefit.confirmed', expected: '不高于所主张的 some' },
  ],
  ['判断结论写错', { judgements: { 'senior-2-1': { result: 'yes' } } }, { path: 'judgements.senior-2-1.result' }],
])('%s', (_what, data, problem) => {
  const problems = problemsOf(data);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject(problem);
});

test('同一编号写两次、两项现职称、工作截止早于起始，都指出', () => {
  const problems = problemsOf({
    achievements: [
      { kind: 'paper', id: 'a' },
      { kind: 'book', id: 'a' },
    ],
    titles: [
      { level: 'engineer', current: true },
      { level: 'senior', current: true },
    ],
    workPeriods: [{ from: '2020', to: '2019-01' }],
  });
  expect(problems.map(({ path }) => path)).toEqual(['achievements[1].id', 'titles', 'workPeriods[0].to']);
});

test('一次指出全部问题', () => {
  expect(problemsOf({ applicant: { region: 'x', onPost: 1 }, degrees: {} }).map(({ path }) => path)).toEqual([
    'applicant.region',
    'applicant.onPost',
    'degrees',
  ]);
});

test('批示、采纳、认可写级别，没有写 none；次数、金额为整数', () => {
  const report = {
    kind: 'report',
    id: 'a',
    instructedBy: 'nation',
    adoptedByGovernment: 'none',
    adoptedByDepartment: 'city',
  };
  const task = {
    kind: 'task',
    id: 'b',
    type: 'security-incident',
    incidentGrade: 'larger',
    times: 5,
    recognisedBy: 'none',
  };
  expect(parseDossier({ achievements: [report, task] }).ok).toBe(true);
  const wrong = {
    achievements: [
      { ...report, instructedBy: 'unit' },
      { ...task, times: 0.5 },
    ],
  };
  expect(problemsOf(wrong).map(({ path }) => path)).toEqual(['achievements[0].instructedBy', 'achievements[1].times']);
});

test('nesting beyond any document is refused, not followed', () => {
  const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
  for (const data of [
    { titles: deep },
    { applicant: deep },
    { achievements: [deep] },
    { judgements: { a: deep } },
    { x: deep },
  ]) {
    expect(parseDossier(data).ok).toBe(false);
  }
});
