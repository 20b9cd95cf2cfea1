import { describe, expect, test } from 'vitest';
import type { Dossier } from '../dossier/dossier.ts';
import type { RouteId } from '../language/node.ts';
import { loadPack, readDossier } from '../packs/testing/pack-files.ts';
import { LN_2024_ENG, loadPlan } from '../packs/testing/plans.ts';
import { evaluationText } from '../explain/text.ts';
import { evaluationView } from '../explain/view.ts';
import { evaluate } from './evaluate.ts';

const FOLDER = 'zhejiang/zj-sec-2022';
const PLAN = loadPlan('zhejiang/zj-2022');
const SAMPLE = loadPack(FOLDER, { 'article-6-sample': 'sample' }).pack;
const PRINTED = loadPack(FOLDER).pack;

/** Fits the sample reading: bachelor, engineer for five years by the end of the year. */
const PERSON: Dossier = {
  ...readDossier(FOLDER, 'window-last-day'),
  titles: [{ level: 'engineer', series: '工程', relation: 'same', obtainedOn: '2017-12-31' }],
  educations: [{ level: 'bachelor', recognised: true, later: false, graduatedOn: '2010-06-30' }],
  degrees: [],
};

function viewOf(change: Partial<Dossier>, pack = SAMPLE) {
  const dossier = { ...PERSON, ...change };
  const answer = evaluate({ pack, dossier, level: 'senior', asOf: '2022-10-15', plan: PLAN });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return evaluationView(answer.evaluation, pack);
}

/** What is said of one route: whether a defence is due, and the reasons with their state, the committee's aside. */
function said(change: Partial<Dossier>, route: RouteId = 'normal', pack = SAMPLE) {
  const found = viewOf(change, pack).defence?.find((one) => one.route === route);
  const reasons = (found?.reasons ?? []).filter(({ id }) => id !== 'committee');
  return [found?.due, ...reasons.map(({ id, state }) => `${id} ${state}`)];
}

const later = (graduatedOn: string): Partial<Dossier> => ({
  educations: [...(PERSON.educations ?? []), { level: 'master', recognised: true, later: true, graduatedOn }],
});

describe('面试答辩的情形', () => {
  test('没有情形的不须答辩，但评委会仍可点名', () => {
    expect(said({})).toEqual(['none']);
    expect(viewOf({}).defence?.[0]?.reasons).toEqual([
      { id: 'committee', label: '八(二)5', text: '评委会认为需要的', state: 'open', dependsOn: ['评委会的决定'] },
    ]);
    const judged = { 'plan-defence-committee': { result: 'met' as const } };
    expect(viewOf({ judgements: { ...PERSON.judgements, ...judged } }).defence?.[0]?.due).toBe('required');
  });

  test('后学历到申报截止日满 2 年的不在此列，差一天的须答辩；后学位同样', () => {
    expect(said(later('2020-10-15'))).toEqual(['none']);
    expect(said(later('2020-10-16'))).toEqual(['required', 'later-education applies']);
    const degree = (awardedOn: string) => ({ degrees: [{ degree: 'master' as const, later: true, awardedOn }] });
    expect(said(degree('2020-10-15'))).toEqual(['none']);
    expect(said(degree('2020-10-16'))).toEqual(['required', 'later-education applies']);
    const first = {
      educations: [{ level: 'bachelor' as const, recognised: true, later: false, graduatedOn: '2021-06' }],
    };
    expect(said(first)).toEqual(['none']);
  });

  test('只知道月份而看不出是否满 2 年的，写明取决于什么', () => {
    expect(said(later('2020-10'))).toEqual(['possible', 'later-education open']);
    const text = evaluationText(viewOf(later('2020-10')));
    expect(text).toContain(
      '八(二)4  后取得的学历或学位不满 2 年的：可能须答辩，取决于：硕士研究生的毕业日期（具体到日）',
    );
    expect(said({ degrees: undefined })).toEqual(['possible', 'later-education open']);
  });

  test('资历差一天的，自评分申报须答辩；技能人才另有规定', () => {
    const late = { titles: [{ ...PERSON.titles?.[0], obtainedOn: '2018-01-01' }] };
    expect(said({}, 'self-score')).toEqual(['none']);
    expect(said(late, 'self-score')).toEqual(['required', 'lacking applies']);
    expect(said(late, 'skilled')).toEqual(['none']);
  });

  test('学历资历由人判断的，判断前可能须答辩，判断后有定论', () => {
    expect(said({ judgements: {} }, 'self-score', PRINTED)).toEqual(['possible', 'lacking open']);
    const decided = (result: 'met' | 'unmet') =>
      said({ judgements: { 'normal-article': { result } } }, 'self-score', PRINTED);
    expect(decided('met')).toEqual(['none']);
    expect(decided('unmet')).toEqual(['required', 'lacking applies']);
  });

  test('只有其他系列职称的是转评；有本系列的不是；系列未写的不明', () => {
    const own = { level: 'engineer', series: '工程', relation: 'same', obtainedOn: '2017-12-31' } as const;
    const other = { ...own, level: 'senior', series: '经济', relation: 'other' } as const;
    expect(said({ titles: [other] }, 'skilled')).toEqual(['required', 'conversion applies']);
    expect(said({ titles: [other, own] })).toEqual(['none']);
    const { series: _, ...unsaid } = own;
    expect(said({ titles: [unsaid] })).toEqual(['possible', 'conversion open']);
    expect(said({ titles: [] }, 'skilled')).toEqual(['none']);
  });

  test('几个情形同时有的全部保留；标志性业绩申报总须答辩，结论不因此改变', () => {
    const change = {
      ...later('2021-06-30'),
      titles: [{ level: 'senior', series: '经济', relation: 'other', obtainedOn: '2020-01-01' }],
    } as const;
    expect(said(change, 'landmark')).toEqual([
      'required',
      'conversion applies',
      'lacking applies',
      'landmark applies',
      'later-education applies',
    ]);
    expect(said({}, 'landmark')).toEqual(['required', 'landmark applies']);
    expect(viewOf(later('2020-10-16')).verdict).toBe(viewOf({}).verdict);
  });

  test('人人答辩的计划没有这一部分', () => {
    const { pack } = loadPack('liaoning/ln-sec-2024');
    const answer = evaluate({ pack, dossier: {}, level: 'senior', asOf: '2024-07-15', plan: LN_2024_ENG });
    expect(answer.ok && 'defence' in answer.evaluation).toBe(false);
  });
});
