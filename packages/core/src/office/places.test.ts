import { describe, expect, it } from 'vitest';
import { parsePlan } from '../plan/index.ts';
import { readYaml } from '../testing/liaoning.ts';
import { type Checked, checkPlaces, checkRulesOf, unchangedSince } from './index.ts';

const first: Checked = {
  rows: [{ id: 'r1', kindName: '项目', title: '防范系统' }],
  selfReport: '述职',
  dossier: { achievements: [1] },
  conditions: [{ id: 'senior-1', label: '五(四)1', text: '学历、资历' }],
};
const liaoning = parsePlan(readYaml('liaoning/ln-2024-eng/plan.yaml'));
const zhejiang = parsePlan(readYaml('zhejiang/zj-2022/plan.yaml'));

describe('places of a check', () => {
  it('asks for a decision on every condition, every row and the form', () => {
    expect(checkPlaces(first, checkRulesOf(liaoning, 'security')).map(({ place }) => place)).toEqual([
      'conditions.senior-1',
      'rows.r1',
      'form.basics',
      'form.publicity',
      'form.self-report',
    ]);
  });

  it('takes every label from the plan, and the lines of a self-score as places of their own', () => {
    const score = { line: 'mountain', name: '山区工作', points: 600, basis: '二十年', evidence: '第3页' };
    const places = checkPlaces({ ...first, selfScore: [score] }, checkRulesOf(zhejiang, 'design'));
    expect(places.map(({ place, label }) => [place, label])).toEqual([
      ['conditions.senior-1', '五(四)1'],
      ['rows.r1', '六(二)'],
      ['selfScore.mountain', '附件1二12'],
      ['form.basics', '附件1二1'],
      ['form.publicity', '七(一)'],
      ['form.self-report', '附件2之6'],
    ]);
  });

  it('is by hand where the standard of the specialty is not packed', () => {
    const unpacked = liaoning.specialties.find(({ standard }) => standard.pack === undefined);
    const places = checkPlaces({ ...first, conditions: [] }, checkRulesOf(liaoning, unpacked?.id ?? ''));
    expect(places.filter(({ group }) => group === 'conditions')).toHaveLength(3);
    expect(places[0]?.title).toContain(unpacked?.standard.title ?? '');
  });

  it('knows what stood there before and what was changed since', () => {
    const second: Checked = { ...first, selfReport: '改过', rows: [{ id: 'r1', kindName: '项目', title: '改过' }] };
    expect(unchangedSince('form.basics', first, second)).toBe(true);
    expect(unchangedSince('form.self-report', first, second)).toBe(false);
    expect(unchangedSince('rows.r1', first, second)).toBe(false);
    expect(unchangedSince('conditions.senior-1', first, second)).toBe(true);
    expect(unchangedSince('conditions.senior-1', first, { ...second, dossier: {} })).toBe(false);
    expect(unchangedSince('rows.new', first, { ...first, rows: [{ id: 'new', kindName: '', title: '' }] })).toBe(false);
    const scored = { ...first, selfScore: [{ line: 'a', name: '甲', points: 1, basis: '', evidence: '' }] };
    expect(unchangedSince('selfScore.a', scored, scored)).toBe(true);
    expect(unchangedSince('selfScore.a', first, scored)).toBe(false);
  });
});
