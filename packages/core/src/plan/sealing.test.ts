import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type AuthorityFacts, parsePlan, sealChainOf, type SealedUnit } from './index.ts';

const planOf = (path: string) =>
  parsePlan(parse(readFileSync(new URL(`../../../../policies/${path}/plan.yaml`, import.meta.url), 'utf8')));
const liaoning = planOf('liaoning/ln-2024-eng');
const zhejiang = planOf('zhejiang/zj-2022');
const tianjin = planOf('tianjin/tj-2019');

const body = (id: string, name: string, kind: AuthorityFacts['kind'], area: string): AuthorityFacts => ({
  id,
  name,
  kind,
  area,
});
const ALL: readonly AuthorityFacts[] = [
  body('1', '辽宁省教育厅', 'department', '辽宁省'),
  body('2', '辽宁省人民政府国有资产监督管理委员会', 'department', '辽宁省'),
  body('3', '辽宁省卫生健康委员会', 'department', '辽宁省'),
  body('4', '沈阳市人力资源和社会保障局', 'hr', '沈阳市'),
  body('5', '辽宁省人力资源和社会保障厅', 'hr', '辽宁省'),
  body('6', '沈阳市和平区人力资源和社会保障局', 'hr', '沈阳市和平区'),
  body('7', '杭州市经济和信息化局', 'industry', '杭州市'),
  body('8', '杭州市人力资源和社会保障局', 'hr', '杭州市'),
  body('9', '淳安县经济和信息化局', 'industry', '杭州市淳安县'),
  body('10', '浙江省经济和信息化厅', 'industry', '浙江省'),
  body('11', '滨海新区人力资源和社会保障局', 'hr', '滨海新区'),
  body('12', '天津市工业和信息化局', 'industry', '天津市'),
];
const enterprise: SealedUnit = {
  affiliation: 'city',
  nature: 'private',
  kind: 'other',
  area: '沈阳市',
  authorityId: null,
};
const provincial = { affiliation: 'province', nature: 'institution', area: '辽宁省' } as const;
const names = (plan: typeof liaoning, unit: Partial<SealedUnit>, known = ALL) =>
  sealChainOf(plan, { ...enterprise, ...unit }, known).seals.map(({ authority }) => authority?.name ?? null);

describe('who seals', () => {
  it('follows the kind and affiliation of the unit in Liaoning (五(六)), whoever it is registered with', () => {
    const elsewhere = { ...provincial, authorityId: '4' };
    expect(names(liaoning, { ...elsewhere, kind: 'university' })).toEqual(['辽宁省教育厅']);
    expect(names(liaoning, { ...elsewhere, kind: 'hospital' })).toEqual(['辽宁省卫生健康委员会']);
    expect(names(liaoning, { ...elsewhere, nature: 'state-owned' })).toEqual(['辽宁省人民政府国有资产监督管理委员会']);
    expect(names(liaoning, { ...provincial, authorityId: '2' })).toEqual(['辽宁省人民政府国有资产监督管理委员会']);
    expect(names(liaoning, {})).toEqual(['沈阳市人力资源和社会保障局']);
  });

  it('is the county where the unit was registered with it, else the city (市、县、区)', () => {
    const county = { area: '沈阳市和平区' };
    expect(names(liaoning, { ...county, authorityId: '6' })).toEqual(['沈阳市和平区人力资源和社会保障局']);
    expect(names(liaoning, county)).toEqual(['沈阳市人力资源和社会保障局']);
  });

  it('goes county, city and 人社 in Zhejiang, and to the provincial department for its own units (六)', () => {
    expect(names(zhejiang, { area: '杭州市淳安县' })).toEqual([
      '淳安县经济和信息化局',
      '杭州市经济和信息化局',
      '杭州市人力资源和社会保障局',
    ]);
    expect(names(zhejiang, { area: '浙江省杭州市' })).toEqual(['杭州市经济和信息化局', '杭州市人力资源和社会保障局']);
    expect(names(zhejiang, { ...provincial, area: '浙江省', authorityId: '10' })).toEqual(['浙江省经济和信息化厅']);
    expect(names(zhejiang, { area: '杭州市' }, ALL.slice(6, 7))).toEqual(['杭州市经济和信息化局']);
  });

  it('is the district for private units of Tianjin and the own bureau for all others (二(三))', () => {
    expect(names(tianjin, { area: '滨海新区' })).toEqual(['滨海新区人力资源和社会保障局']);
    expect(names(tianjin, { nature: 'institution', area: '天津市', authorityId: '12' })).toEqual([
      '天津市工业和信息化局',
    ]);
  });

  it('says whom it asks for where none is registered, and never leaves a chain empty', () => {
    const chain = sealChainOf(liaoning, { ...enterprise, ...provincial, kind: 'university' }, []);
    expect(chain.seals).toMatchObject([{ authority: null, wanted: '辽宁省教育厅' }]);
    expect(chain.why).toBe('单位属于省（直辖市）直属单位、高等学校，依据“五(六)”，由辽宁省教育厅审核。');
    fc.assert(
      fc.property(
        fc.constantFrom(liaoning, zhejiang, tianjin),
        fc.constantFrom('central', 'province', 'city', 'other-province'),
        fc.constantFrom('state-owned', 'institution', 'social', 'private', 'freelance'),
        fc.constantFrom('university', 'hospital', 'other'),
        fc.subarray([...ALL]),
        fc.constantFrom(null, ...ALL.map(({ id }) => id)),
        (plan, affiliation, nature, kind, known, authorityId) => {
          const unit = { affiliation, nature, kind, area: '杭州市淳安县', authorityId };
          const { seals } = sealChainOf(plan, unit, known);
          expect(seals.length).toBeGreaterThan(0);
          const ids = seals.flatMap(({ authority }) => (authority ? [authority.id] : []));
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });
});
