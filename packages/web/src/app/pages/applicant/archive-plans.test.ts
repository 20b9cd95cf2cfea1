import type { EvidencePlan } from '@zhiping/contract';
import { expect, test } from 'vitest';
import { plansOfRow } from './archive-plans.ts';

const plan = (planId: string, jurisdiction: string, applied = false): EvidencePlan => ({
  planId,
  planName: planId,
  applied,
  jurisdiction,
  lists: [],
  hints: [],
});
const PLANS = [plan('engineering', 'liaoning'), plan('economics', 'liaoning'), plan('tianjin', 'tianjin')];
const ids = (wanted: string | null, region: string | null, plans = PLANS) => {
  const found = plansOfRow(plans, wanted, region);
  return [found.plan?.planId, found.hinting.map(({ planId }) => planId)];
};

test('a row is looked at by the plan applied for, wherever the person lives', () => {
  const applied = [...PLANS, plan('zhejiang', 'zhejiang', true)];
  expect(ids(null, 'tianjin', applied)).toEqual(['zhejiang', ['zhejiang']]);
});

test('another plan can be chosen, or none', () => {
  expect(ids('economics', 'tianjin')).toEqual(['economics', ['economics']]);
  expect(ids('general', 'tianjin')).toEqual([undefined, []]);
});

test('without an application the plans of the own region say how to fill in', () => {
  expect(ids(null, 'liaoning')).toEqual([undefined, ['engineering', 'economics']]);
  expect(ids(null, 'elsewhere')).toEqual([undefined, []]);
  expect(ids(null, null)).toEqual([undefined, []]);
});
