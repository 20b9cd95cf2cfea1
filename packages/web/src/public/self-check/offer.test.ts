import { expect, test } from 'vitest';
import type { LibraryItem } from '../policies.ts';
import { offerFor, regionsOf, workChoices } from './offer.ts';

const item = (pack: string, kind: LibraryItem['kind'], card: Partial<LibraryItem['card']>): LibraryItem => ({
  pack,
  number: 1,
  kind,
  name: `标准 ${pack}`,
  hash: pack,
  importedAt: '2024-06-24T01:00:00.000Z',
  publishedAt: '2024-06-24T01:00:00.000Z',
  card: {
    jurisdiction: 'liaoning',
    jurisdictionName: '辽宁省',
    mark: null,
    series: '工程',
    document: '',
    number: '',
    issuers: [],
    issuedOn: null,
    inForceFrom: '2024-06-19',
    repealedOn: null,
    replaces: [],
    levels: [],
    specialties: [],
    scope: '',
    conditions: 0,
    readings: 0,
    questions: 0,
    year: null,
    standards: [],
    windows: [],
    ...card,
  },
});
const specialty = { id: 'design', name: '安防设计', text: '设计' };
const items = [
  item('n', 'standard', { jurisdiction: 'national', jurisdictionName: '全国' }),
  item('a', 'standard', { specialties: [specialty], scope: '在辽宁从事安防工作' }),
  item('b', 'standard', { jurisdiction: 'tianjin', jurisdictionName: '天津市', repealedOn: '2024-01-01' }),
  item('p-2023', 'plan', { standards: ['a'], year: 2023 }),
  item('p-2024', 'plan', { standards: ['a'], year: 2024 }),
];

test('only regions with a standard are offered, each once', () => {
  expect(regionsOf(items)).toEqual([
    { id: 'liaoning', name: '辽宁省' },
    { id: 'tianjin', name: '天津市' },
  ]);
});

test('the specialties of a region are the work to choose from; a standard without any is one choice', () => {
  expect(workChoices(items, 'liaoning').map(({ id }) => id)).toEqual(['a/design']);
  expect(workChoices(items, 'tianjin').map(({ id }) => id)).toEqual(['b']);
  expect(workChoices(items, '')).toEqual([]);
});

test('the offer gives its reasons, the newest plan, and says when the standard is repealed', () => {
  const [first] = workChoices(items, 'liaoning');
  const [second] = workChoices(items, 'tianjin');
  if (!first || !second) throw new Error('no choice');
  const offer = offerFor(first, items, '2024-07-01');
  expect(offer.plans.map(({ pack }) => pack)).toEqual(['p-2024', 'p-2023']);
  expect(offer.reasons.join('')).toContain('辽宁省');
  expect(offer.reasons.join('')).toContain('在辽宁从事安防工作');
  expect(offerFor(second, items, '2024-07-01').reasons.join('')).toContain('已经废止');
});
