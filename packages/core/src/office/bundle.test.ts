import { describe, expect, it } from 'vitest';
import { parsePlan } from '../plan/index.ts';
import { readYaml } from '../testing/liaoning.ts';
import { type BundleFacts, bundleLacks, bundlePapers } from './index.ts';

const liaoning = parsePlan(readYaml('liaoning/ln-2024-eng/plan.yaml'));
const zhejiang = parsePlan(readYaml('zhejiang/zj-2022/plan.yaml'));
const tianjin = parsePlan(readYaml('tianjin/tj-2019/plan.yaml'));
const whole: BundleFacts = {
  stage: 'paper-delivery',
  route: 'normal',
  photo: true,
  stampedPage: true,
  fee: 'paid',
  paper: null,
  proofs: [{ kind: 'stamped-notice' }],
};
const bare: BundleFacts = { ...whole, photo: false, stampedPage: false, fee: 'due', proofs: null };

describe('what a case of a city’s package lacks', () => {
  it('is nothing where the plan has all it asks for', () => {
    for (const plan of [liaoning, zhejiang, tianjin]) expect(bundleLacks(plan, whole)).toEqual([]);
  });

  it('is what its own plan asks for, not what another does', () => {
    expect(bundleLacks(liaoning, { ...bare, stage: 'stamped-page' })).toEqual(['单位公示没有办结', '没有提交盖章页']);
    expect(bundleLacks(liaoning, { ...whole, stage: 'stamped-page-check' })).toEqual(['盖章页还没有审核通过']);
    expect(bundleLacks(liaoning, { ...whole, stampedPage: false })).toEqual([]);
    expect(bundleLacks(zhejiang, { ...whole, photo: false })).toEqual(['没有上传照片']);
    expect(bundleLacks(zhejiang, { ...whole, fee: 'slip' })).toEqual(['评审费没有缴清']);
    expect(bundleLacks(zhejiang, { ...whole, fee: 'waived' })).toEqual([]);
  });

  it('names the proofs of the publicity: the needed ones one by one, otherwise that there is none', () => {
    expect(bundleLacks(liaoning, { ...whole, proofs: [] })).toEqual([
      '没有上传公示证明（加盖单位公章的公示文件、张贴在醒目位置的照片）',
    ]);
    const { unit } = liaoning.publicity;
    const proofs = (unit.proofs ?? []).map((one) => ({ ...one, needed: true }));
    const strict = { ...liaoning, publicity: { ...liaoning.publicity, unit: { ...unit, proofs } } };
    expect(bundleLacks(strict, whole)).toEqual(['没有公示证明：张贴在醒目位置的照片']);
  });

  it('repeats what the paper desk found, once it has looked', () => {
    const [first] = bundleLacks(liaoning, { ...whole, paper: { state: 'partial', found: [] } });
    expect(first).toBe('辽宁省专业技术资格评定表：还没有核对');
    expect(bundleLacks(liaoning, { ...whole, paper: { state: 'returned', found: [] } })).toEqual(['书面材料已被退回']);
    expect(bundleLacks(liaoning, { ...whole, paper: { state: 'complete', found: [] } })).toEqual([]);
  });
});

it('the papers of one case are counted by the plan; those about all people together stand beside the cases', () => {
  const papers = bundlePapers(zhejiang, 'normal');
  expect(papers).toContainEqual({ name: '专业技术职务任职资格评审表', copies: 3 });
  expect(papers.map(({ name }) => name).join()).not.toMatch(/花名册|委托书/);
  expect(bundlePapers(liaoning, 'normal')).toContainEqual({ name: '照片', copies: 2 });
  expect(
    bundlePapers(liaoning, 'normal')
      .map(({ name }) => name)
      .join(),
  ).not.toContain('破格');
});
