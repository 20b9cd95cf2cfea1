import { expect, test } from 'vitest';
import type { Dossier } from '../dossier/dossier.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { excludedBy, statesById } from '../packs/testing/states.ts';
import { evaluate } from './evaluate.ts';
import { planForEvaluation } from './plan.ts';
import type { PlanFacts } from './plan.ts';

const { pack } = loadPack('liaoning/ln-sec-2024');

const PLAN: PlanFacts = {
  pack: 'plan',
  title: '某年度计划',
  year: 2024,
  jurisdiction: 'liaoning',
  scope: { label: '一', province: '辽宁省', employment: ['employed', 'freelance'], freelanceMinYears: 1, excluded: [] },
  windows: [{ label: '四(三)', closesOn: '2024-07-31' }],
  cutOff: { date: '2024-06-30' },
  awards: { label: '六(二)', governmentFrom: 'province', registeredSocial: true },
  tenure: { rule: 'year-difference' },
  routes: [{ id: 'normal' }],
};

function withAward(award: Record<string, unknown>, plan: PlanFacts | null) {
  const achievement = { kind: 'award', id: 'a', effectiveOn: '2022-12-30', relation: 'same', grade: 'third', ...award };
  const dossier = {
    titles: [{ level: 'engineer', relation: 'same', obtainedOn: '2018-11-20' }],
    achievements: [achievement],
  } as unknown as Dossier;
  const answer = evaluate({
    pack,
    dossier,
    level: 'senior',
    asOf: '2024-07-15',
    ...(plan ? { plan: planForEvaluation(plan) } : {}),
  });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return {
    item: statesById(answer.evaluation).get('senior-4-4'),
    rule: excludedBy(answer.evaluation).get('a'),
  };
}

const equal = { type: 'equivalent', qualities: { 'award-equivalent': true } };

test('协会颁发的相当奖励按标准可由人认定，按年度计划不计（通知六(二)）', () => {
  const award = { ...equal, level: 'nation', conferrer: 'industry-body' };
  expect(withAward(award, null)).toEqual({ item: 'met', rule: undefined });
  expect(withAward(award, PLAN)).toEqual({ item: 'unmet', rule: 'plan-awards' });
  const { awards: _, ...without } = PLAN;
  expect(withAward(award, without).item).toBe('met');
});

test('省部级政府奖励和登记的社会力量奖照计，市厅级政府奖励不计', () => {
  expect(withAward({ type: 'science', level: 'province', conferrer: 'government' }, PLAN).item).toBe('met');
  expect(withAward({ ...equal, level: 'nation', conferrer: 'registered-social' }, PLAN).item).toBe('met');
  expect(withAward({ ...equal, level: 'city', conferrer: 'government' }, PLAN).rule).toBe('plan-awards');
  expect(
    withAward(
      { ...equal, level: 'nation', conferrer: 'registered-social' },
      { ...PLAN, awards: { label: '六(二)', governmentFrom: 'province', registeredSocial: false } },
    ).rule,
  ).toBe('plan-awards');
});

test('授奖机关不明则不明', () => {
  expect(withAward({ type: 'science', level: 'province' }, PLAN).item).toBe('missing');
});

test('写明没有证据链的业绩按年度计划不计，没有说的照计（通知六(三)1）', () => {
  const plan: PlanFacts = { ...PLAN, evidence: { label: '六(三)1' } };
  const award = { type: 'science', level: 'province', conferrer: 'government' };
  const denied = { item: 'unmet', rule: 'plan-evidence' };
  expect(withAward(award, plan).item).toBe('met');
  expect(withAward({ ...award, evidence: true }, plan).item).toBe('met');
  expect(withAward({ ...award, evidence: false }, plan)).toEqual(denied);
  expect(withAward({ ...award, evidence: true, qualities: { 'evidence-chain': false } }, plan)).toEqual(denied);
  expect(withAward({ ...award, qualities: { 'evidence-chain': true } }, plan).item).toBe('met');
  expect(withAward({ ...award, evidence: false }, PLAN).item).toBe('met');
});

test('评估日晚于申报截止则各方式都不符合', () => {
  const answer = evaluate({ pack, dossier: {}, level: 'senior', asOf: '2024-08-01', plan: planForEvaluation(PLAN) });
  expect(answer.ok && answer.evaluation.verdict).toBe('ineligible');
});

const ENTRUSTED = { label: '八(一)', affiliations: ['central', 'other-province'], needs: '委托评审函' };

/** States of the conditions of a plan with the entrusting letter, for somebody of whom only this is stated. */
function underEntrusted(person: Partial<Dossier>, elsewhere: boolean) {
  const answer = evaluate({
    pack,
    dossier: person as Dossier,
    level: 'senior',
    asOf: '2024-07-15',
    plan: planForEvaluation({ ...PLAN, entrusted: { ...ENTRUSTED, elsewhere } }),
  });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const states = statesById(answer.evaluation);
  return { region: states.get('plan-region'), letter: states.get('plan-entrusted') };
}

test('自由职业者不属于任何单位：不问单位隶属，也不须委托评审函（通知八(一)）', () => {
  const freelancer: Partial<Dossier> = { applicant: { employment: 'freelancer', region: 'liaoning' } };
  expect(underEntrusted(freelancer, true)).toEqual({ region: 'met', letter: 'met' });
  expect(underEntrusted({ applicant: { employment: 'employee', region: 'liaoning' } }, true).letter).toBe('missing');
  const abroad: Partial<Dossier> = {
    applicant: { employment: 'freelancer', region: 'elsewhere', affiliation: 'other-province' },
    consents: { entrusted: true },
  };
  expect(underEntrusted(abroad, true).region).toBe('unmet');
});

test('外省市、中直单位的人不在本省工作的，凭委托评审函可以申报；没有函或不属于这些单位的不可以', () => {
  const person = (affiliation: 'other-province' | 'private', entrusted: boolean): Partial<Dossier> => ({
    applicant: { employment: 'employee', region: 'elsewhere', affiliation },
    consents: { entrusted },
  });
  expect(underEntrusted(person('other-province', true), true)).toEqual({ region: 'met', letter: 'met' });
  expect(underEntrusted(person('other-province', false), true)).toEqual({ region: 'unmet', letter: 'unmet' });
  expect(underEntrusted(person('private', true), true).region).toBe('unmet');
  expect(underEntrusted(person('other-province', true), false).region).toBe('unmet');
  expect(underEntrusted({ applicant: { employment: 'employee', region: 'elsewhere' } }, true).region).toBe('missing');
});
