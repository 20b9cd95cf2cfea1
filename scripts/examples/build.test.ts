import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildExamples } from './build.ts';
import { conditionsOf } from './conditions.ts';

const ROOT = join(import.meta.dirname, '../..');

const STANDARD = {
  shared: [{ id: 'basic', label: '一', all: [{ id: 'basic-judge', judge: true }] }],
  levels: [
    {
      level: 'senior',
      routes: [{ route: 'normal', all: [{ ref: 'basic' }, { id: 'four', label: '二', count: 'kind = paper' }] }],
    },
    { level: 'engineer', routes: [{ route: 'normal', all: [{ id: 'other', fact: 'applicant.onPost' }] }] },
  ],
};
const CASES = {
  persons: { one: { applicant: { onPost: true, region: 'liaoning' }, titles: [] } },
  records: { paper: { kind: 'paper', name: '论文', published: true } },
  cases: [
    {
      name: 'a',
      title: '例',
      level: 'senior',
      person: 'one',
      set: { 'applicant.onPost': null, 'applicant.region': 'tianjin' },
      achievements: ['paper', { use: 'paper', id: 'b', published: null }],
      judged: 'met',
      every: 'met',
      nodes: { four: 'unmet' },
    },
  ],
};

test('层级的条件含所引用的，不含其他层级的', () => {
  expect([...conditionsOf(STANDARD, 'senior').keys()]).toEqual(['basic', 'basic-judge', 'four']);
  expect(() => conditionsOf(STANDARD, 'technician')).toThrow('没有层级');
});

test('改动、删去、业绩与判断各就其位', () => {
  const files = buildExamples(STANDARD, CASES);
  expect(JSON.parse(files.get('a.dossier.json') ?? '')).toEqual({
    format: 'zhiping-dossier-1',
    note: '例',
    applicant: { region: 'tianjin' },
    titles: [],
    achievements: [
      { id: 'paper', kind: 'paper', name: '论文', published: true },
      { id: 'b', kind: 'paper', name: '论文' },
    ],
    judgements: { 'basic-judge': { result: 'met', by: '评审人' } },
  });
  expect(JSON.parse(files.get('a.expected.json') ?? '')).toEqual({
    title: '例',
    level: 'senior',
    asOf: '2024-07-15',
    nodes: { basic: 'met', 'basic-judge': 'met', four: 'unmet' },
  });
});

test.each([
  ['人物', { person: 'two' }, '没有人物 two'],
  ['业绩', { achievements: ['book'] }, '没有业绩 book'],
  ['条件', { nodes: { five: 'met' } }, '没有条件 five'],
])('写错的%s被指名', (_what, change, message) => {
  const cases = [{ ...CASES.cases[0], ...change }];
  expect(() => buildExamples(STANDARD, { ...CASES, cases })).toThrow(message);
});

test('仓库中的例子与 cases.yaml 一致', () => {
  const run = spawnSync(process.execPath, ['scripts/examples.ts', 'policies/liaoning/ln-sec-2024', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
