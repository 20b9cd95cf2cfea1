import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../plan/index.ts';
import { readYaml } from '../testing/liaoning.ts';
import { paperItemsOf, paperLacks, paperStageOf } from './index.ts';

const plan = (path: string) => parsePlan(readYaml(path));
const liaoning = plan('liaoning/ln-2024-eng/plan.yaml');
const zhejiang = plan('zhejiang/zj-2022/plan.yaml');

describe('the checklist of the paper desk', () => {
  it('is the plan’s, by route', () => {
    const names = (route: 'normal' | 'exception') => paperItemsOf(liaoning, route).map(({ name }) => name);
    expect(names('normal')).toContain('辽宁省专业技术资格评定表');
    expect(names('normal').join()).not.toContain('破格');
    expect(names('exception').join()).toContain('辽宁省破格评定人员审核表');
    expect(paperItemsOf(liaoning, 'normal').find(({ id }) => id === 'photo')?.copies).toBe(2);
    expect(paperItemsOf(zhejiang, 'normal').map(({ name }) => name)).toContain('书面材料第一册');
    expect(paperStageOf(plan('tianjin/tj-2019/plan.yaml'))).toBeNull();
    expect(paperStageOf(zhejiang)).toBe('paper-delivery');
  });

  it('lacks whatever is short, wrong or not looked at, and nothing else', () => {
    const items = paperItemsOf(zhejiang, 'normal');
    const right = items.map(({ id, copies }) => ({ id, copies, absent: false, defect: '' }));
    expect(paperLacks(items, right)).toEqual([]);
    expect(paperLacks(items, [])).toHaveLength(items.length);
    fc.assert(
      fc.property(fc.subarray(items.filter(({ copies }) => copies > 0)), (short) => {
        const found = right.map((one) => (short.some(({ id }) => id === one.id) ? { ...one, copies: 0 } : one));
        return paperLacks(items, found).length === short.length;
      }),
    );
    expect(
      paperLacks(
        items,
        right.map((one) => (one.id === 'whole.seal' ? { ...one, defect: '缺骑缝章' } : one)),
      ),
    ).toEqual(['每页加盖公章或整体骑缝章：缺骑缝章']);
  });

  it('lets a paper be absent that not everybody has, a form not', () => {
    const items = [
      { id: 'a', name: '甲', label: '', copies: 1, when: '转评的', mayLack: true },
      { id: 'b', name: '乙', label: '', copies: 1, when: null, mayLack: false },
    ];
    const absent = items.map(({ id }) => ({ id, copies: 0, absent: true, defect: '' }));
    expect(paperLacks(items, absent)).toEqual(['乙：应有 1 份，收到 0 份']);
  });
});
