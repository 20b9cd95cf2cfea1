import type { EvidencePlan } from '@zhiping/contract';
import { expect, test } from 'vitest';
import { plansOfRow } from './archive-plans.ts';

const plan = (planId: string, jurisdiction: string): EvidencePlan => ({
  planId,
  planName: planId,
  applied: false,
  jurisdiction,
  lists: [],
  hints: [],
});
const PLANS = [plan('engineering', 'liaoning'), plan('economics', 'liaoning'), plan('tianjin', 'tianjin')];
const ids = (wanted: string | null, own: string | null, region: string | null) => {
  const found = plansOfRow(PLANS, wanted, own, region);
  return [found.plan?.planId, found.hinting.map(({ planId }) => planId)];
};

test('a row is looked at by the plan the archive goes by, wherever the person works', () => {
  expect(ids(null, 'economics', 'tianjin')).toEqual(['economics', ['economics']]);
});

test('another plan can be chosen, or none', () => {
  expect(ids('economics', 'tianjin', 'tianjin')).toEqual(['economics', ['economics']]);
  expect(ids('general', 'tianjin', 'tianjin')).toEqual([undefined, []]);
});

test('where it is not known which, the plans of the own region say how to fill in', () => {
  expect(ids(null, null, 'liaoning')).toEqual([undefined, ['engineering', 'economics']]);
  expect(ids(null, null, 'elsewhere')).toEqual([undefined, []]);
  expect(ids(null, null, null)).toEqual([undefined, []]);
});
