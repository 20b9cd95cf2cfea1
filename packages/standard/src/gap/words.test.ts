import { describe, expect, test } from 'vitest';
import { dossierSchema } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { loadPack, readPolicy } from '../packs/testing/pack-files.ts';
import { loadPlan } from '../packs/testing/plans.ts';
import { findGaps } from './find-gaps.ts';
import { gapsText } from './text.ts';
import { gapsView } from './view.ts';

const { pack } = loadPack('zhejiang/zj-sec-2022');
const plan = loadPlan('zhejiang/zj-2022');

/** What is said of an example of Zhejiang with something of it changed. */
function said(name: string, change: Record<string, unknown>, asOf = '2022-10-15'): string {
  const written = JSON.parse(readPolicy('zhejiang/zj-sec-2022', 'examples', `${name}.dossier.json`)) as object;
  const dossier = dossierSchema.parse({ ...written, ...change });
  const request = { pack, plan, dossier, asOf, level: 'senior' } as const;
  const answer = evaluate(request);
  if (!answer.ok) throw new Error(answer.refusal.message);
  const { routes } = answer.evaluation;
  return gapsText(gapsView(findGaps(request, routes), routes, pack)).join('\n');
}

test('有本科学历的人不被建议去读技工院校', () => {
  const security = loadPack('liaoning/ln-sec-2024').pack;
  const dossier = dossierSchema.parse({
    ...(JSON.parse(readPolicy('liaoning/ln-sec-2024', 'examples', 'senior-everything.dossier.json')) as object),
    educations: [{ level: 'bachelor', relation: 'same', graduatedOn: '2012-07-01', recognised: true }],
    degrees: [],
    titles: [{ level: 'engineer', relation: 'same', obtainedOn: '2022-01-01' }],
  });
  const request = { pack: security, dossier, asOf: '2024-07-15', level: 'senior', route: 'normal' } as const;
  const answer = evaluate(request);
  if (!answer.ok) throw new Error(answer.refusal.message);
  const { routes } = answer.evaluation;
  const [normal] = gapsView(findGaps(request, routes), routes, security).routes;
  expect(normal?.ways.length).toBeGreaterThan(0);
  expect(JSON.stringify(normal?.ways)).not.toContain('学历技工院校毕业');
});

describe('还差什么的说法', () => {
  test('分数按分写，不按百分之一分', () => {
    expect(said('score-short', {})).toContain('四(二) 自评分 80 分以上：自评分为 79.99 分，需 80 分以上');
  });

  test('再请的专家须是另一人', () => {
    const lines = said('recommender-once', {});
    expect(lines).toContain('另请专家推荐 1 名（与已有的不是同一人）');
  });

  test('已经过去的年度只能补填已有的', () => {
    expect(said('hours-just-short', {})).toContain('如此前已有而没有填，补填继续教育学时：年度 2019 至 2021');
  });

  test('已有符合的申报方式时先说明', () => {
    expect(said('score-short', {})).toMatch(/已经符合正常申报、.*，下面只在改用其他申报方式时需要/u);
  });

  test('没有方案时不说方案，只能等待时不说无法补救', () => {
    const assessments = [2018, 2019, 2020, 2021].map((year) => ({
      year,
      result: year === 2020 ? 'basic' : 'qualified',
    }));
    const lines = said('score-short', { assessments });
    expect(lines).not.toContain('每个方案');
    expect(lines).toContain('正常申报：本次无法补救，只能等待');
    expect(lines).toContain('正常申报：本人不做其他事情，只需等到 2024 年度申报');
  });

  test('本人的事实说明怎样办到', () => {
    const written = JSON.parse(readPolicy('zhejiang/zj-sec-2022', 'examples', 'score-short.dossier.json')) as {
      applicant: object;
    };
    expect(said('score-short', { applicant: { ...written.applicant, onPost: false } })).toContain(
      '本人　与用人单位建立人事劳动关系并在岗工作后申报',
    );
  });
});
