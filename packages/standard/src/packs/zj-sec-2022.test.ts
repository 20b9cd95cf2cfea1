import { expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.ts';
import { loadPack, readDossier } from './testing/pack-files.ts';
import { describePack } from './testing/pack-suite.ts';
import { loadPlan } from './testing/plans.ts';

const FOLDER = 'zhejiang/zj-sec-2022';
const PLAN = loadPlan('zhejiang/zj-2022');
describePack(FOLDER, { plans: [PLAN], fewestConditions: 60 });

test('示例解读下任职时间计算到年底：12 月 31 日满 5 年即可，差一天不可', () => {
  const { pack } = loadPack(FOLDER, { 'article-6-sample': 'sample' });
  const obtained = (obtainedOn: string): string => {
    const dossier = {
      ...readDossier(FOLDER, 'window-last-day'),
      titles: [{ level: 'engineer' as const, relation: 'same' as const, obtainedOn }],
    };
    const answer = evaluate({ pack, dossier, level: 'senior', route: 'normal', asOf: '2022-10-15', plan: PLAN });
    return answer.ok ? answer.evaluation.verdict : answer.refusal.code;
  };
  expect(obtained('2017-12-31')).toBe('eligible');
  expect(obtained('2018-01-01')).toBe('ineligible');
});

test('经济系列计划不能用来评估工程标准，副高级的考试成绩五年有效', () => {
  const econ = loadPlan('liaoning/ln-2024-econ');
  const { pack } = loadPack(FOLDER);
  const answer = evaluate({ pack, dossier: {}, level: 'senior', asOf: '2024-08-30', plan: econ });
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'PLAN_OF_OTHER_STANDARD' } });
  const examination = econ.conditions.find(({ node }) => node.id === 'plan-examination-senior-economist');
  expect(examination).toMatchObject({ levels: ['senior'], node: { text: expect.stringContaining('2019-08-30') } });
});
