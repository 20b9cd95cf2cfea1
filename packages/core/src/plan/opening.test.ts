import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { acceptedHere, type FilingFacts, mayOpen, openingChecks, type OpeningFacts, parsePlan } from './index.ts';

const planOf = (path: string) =>
  parsePlan(parse(readFileSync(new URL(`../../../../policies/${path}/plan.yaml`, import.meta.url), 'utf8')));
const liaoning = planOf('liaoning/ln-2024-eng');
const zhejiang = planOf('zhejiang/zj-2022');

const filing: FilingFacts = {
  name: '评审委员会',
  number: '备〔2022〕1号',
  filedOn: '2022-01-01',
  validUntil: '2024-12-31',
  levels: ['senior'],
  specialties: zhejiang.specialties.map(({ name }) => name),
};
const facts: OpeningFacts = {
  today: '2022-07-01',
  organiserName: zhejiang.organiser,
  filings: [filing],
  standards: new Map([['zj-sec-2022', null]]),
  calendarYears: new Set([2022]),
  confirmer: { name: '浙江省人力资源和社会保障厅', kind: 'hr', area: '浙江省' },
  running: false,
};
const wanting = (changes: Partial<OpeningFacts>, plan = zhejiang) =>
  openingChecks(plan, { ...facts, ...changes })
    .filter(({ state }) => state === 'lacking')
    .map(({ id }) => id);

describe('what a plan needs before it opens (O1, E1)', () => {
  it('opens when everything is there', () => {
    const checks = openingChecks(zhejiang, facts);
    expect(checks.every(({ state }) => state === 'met')).toBe(true);
    expect(mayOpen(checks)).toBe(true);
  });

  it('stays closed for each thing that lacks, and says which', () => {
    expect(wanting({ running: true })).toEqual(['running']);
    expect(wanting({ today: '2022-10-16' })).toEqual(['windows']);
    expect(wanting({ today: '2022-10-15' })).toEqual([]);
    expect(wanting({ calendarYears: new Set([2023]) })).toEqual(['calendar']);
    expect(wanting({ standards: new Map() })).toEqual(['standards']);
    expect(wanting({ standards: new Map([['zj-sec-2022', '已废止']]) })).toEqual(['standards']);
    expect(wanting({ filings: [] })).toEqual(['filing']);
    expect(wanting({ filings: [{ ...filing, validUntil: '2022-06-30' }] })).toEqual(['filing']);
    expect(wanting({ filings: [{ ...filing, filedOn: '2022-07-02' }] })).toEqual(['filing']);
    expect(wanting({ filings: [{ ...filing, specialties: ['别的专业'] }] })).toEqual(['filing']);
    expect(wanting({ confirmer: null })).toEqual(['confirmer']);
  });

  it('lets a committee review the levels below those it is filed for, never those above', () => {
    const specialties = liaoning.specialties.map(({ name }) => name);
    const ready = {
      today: '2024-06-20',
      standards: new Map([['ln-sec-2024', null] as const, ['ln-cyb-2024', null] as const]),
      calendarYears: new Set([2024]),
    };
    const filed = (levels: FilingFacts['levels']) => ({ ...filing, levels, specialties, filedOn: '2023-01-01' });
    expect(wanting({ ...ready, filings: [filed(['full-senior'])] }, liaoning)).toEqual([]);
    expect(wanting({ ...ready, filings: [filed(['senior'])] }, liaoning)).toEqual(['filing']);
    // The document names no committee for arts and crafts, so nothing has to be on file for it.
    expect(acceptedHere(liaoning).some(({ specialty }) => specialty.id === 'arts-and-crafts')).toBe(false);
  });

  it('opens with more on file whenever it opened with less', () => {
    const names = zhejiang.specialties.map(({ name }) => name);
    fc.assert(
      fc.property(fc.subarray(names), fc.subarray(names), (some, more) => {
        const filings = (specialties: string[]) => [{ ...filing, specialties }];
        const [less, all] = [wanting({ filings: filings(some) }), wanting({ filings: filings([...some, ...more]) })];
        return less.length > 0 || all.length === 0;
      }),
    );
  });
});
