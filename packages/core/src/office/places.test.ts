import { describe, expect, it } from 'vitest';
import { type Checked, checkPlaces, unchangedSince } from './index.ts';

const first: Checked = {
  rows: [{ id: 'r1', kindName: '项目', title: '防范系统' }],
  selfReport: '述职',
  dossier: { achievements: [1] },
  conditions: [{ id: 'senior-1', label: '五(四)1', text: '学历、资历' }],
};

describe('places of a check', () => {
  it('asks for a decision on every condition, every row and the form', () => {
    expect(checkPlaces(first).map(({ place }) => place)).toEqual([
      'conditions.senior-1',
      'rows.r1',
      'form.basics',
      'form.publicity',
      'form.self-report',
    ]);
  });

  it('knows what stood there before and what was changed since', () => {
    const second: Checked = { ...first, selfReport: '改过', rows: [{ id: 'r1', kindName: '项目', title: '改过' }] };
    expect(unchangedSince('form.basics', first, second)).toBe(true);
    expect(unchangedSince('form.self-report', first, second)).toBe(false);
    expect(unchangedSince('rows.r1', first, second)).toBe(false);
    expect(unchangedSince('conditions.senior-1', first, second)).toBe(true);
    expect(unchangedSince('conditions.senior-1', first, { ...second, dossier: {} })).toBe(false);
    expect(unchangedSince('rows.new', first, { ...first, rows: [{ id: 'new', kindName: '', title: '' }] })).toBe(false);
  });
});
