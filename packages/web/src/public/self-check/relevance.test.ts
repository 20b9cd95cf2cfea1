import type { CountingRule, Level, Node, Predicate } from '@zhiping/standard';
import { expect, test } from 'vitest';
import { relevanceOf } from './relevance.ts';

const field = (name: string) => ({ path: name.split('.'), name });
const kind = (value: string): Predicate => ({
  op: 'word',
  field: field('kind'),
  scale: 'achievement-kind',
  comparison: '=',
  value,
});
const yes = (name: string): Predicate => ({ op: 'yes', field: field(name) });
const and = (...of: Predicate[]): Predicate => ({ op: 'and', of });
const base = { text: '', readings: [] };
const count = (label: string, list: 'achievements' | 'educations', where: Predicate): Node => ({
  ...base,
  id: `count-${label}`,
  label,
  kind: 'count',
  list,
  where,
  min: 1,
  qualities: [],
});
const level = (...of: Node[]): Level => ({
  level: 'senior',
  name: '高级工程师',
  label: '五(四)',
  routes: [{ route: 'normal', name: '正常申报', node: { ...base, id: 'root', label: '', kind: 'all', of } }],
});
const KINDS = ['project', 'paper', 'patent'];
const relevance = (of: readonly Node[], shared: readonly Node[] = [], counting: readonly CountingRule[] = []) =>
  relevanceOf(level(...of), { shared, counting }, null, KINDS);

test('a kind is asked about where a condition counts it, with the fields the condition reads', () => {
  const found = relevance([count('4(1)', 'achievements', and(kind('project'), yes('highRiskTarget')))]);
  expect([...found.kinds.keys()]).toEqual(['project']);
  expect([...(found.kinds.get('project') ?? [])]).toContain('highRiskTarget');
  expect(found.serves.get('project')).toEqual(['4(1)']);
});

test('in an alternative each kind gets its own fields', () => {
  const either: Predicate = {
    op: 'or',
    of: [and(kind('paper'), yes('published')), and(kind('patent'), yes('granted'))],
  };
  const found = relevance([count('4(7)', 'achievements', either)]);
  expect(found.kinds.get('paper')?.has('published')).toBe(true);
  expect(found.kinds.get('paper')?.has('granted')).toBe(false);
  expect(found.kinds.get('patent')?.has('granted')).toBe(true);
});

test('a counting rule for one kind adds its fields there and brings in no other kind', () => {
  const rules: readonly CountingRule[] = [
    { id: 'a', label: '', text: '', reason: '', readings: [], rule: 'where', when: kind('paper'), where: yes('isbn') },
    { id: 'b', label: '', text: '', reason: '', readings: [], rule: 'until-cut-off' },
  ];
  const found = relevance([count('4(1)', 'achievements', kind('project'))], [], rules);
  expect([...found.kinds.keys()]).toEqual(['project']);
  expect(found.kinds.get('project')?.has('effectiveOn')).toBe(true);
  expect(found.kinds.get('project')?.has('isbn')).toBe(false);
});

test('references are followed, lists and facts found', () => {
  const shared: readonly Node[] = [
    count('六(四)', 'educations', yes('recognised')),
    { ...base, id: 'conduct', label: '四(一)', kind: 'fact', test: yes('conduct.lawAbiding') },
  ];
  const ref = (to: string): Node => ({ ...base, id: `ref-${to}`, label: '', kind: 'ref', to });
  const found = relevance([ref('count-六(四)'), ref('conduct')], shared);
  expect([...(found.lists.get('educations') ?? [])]).toEqual(['recognised']);
  expect(found.facts.has('conduct.lawAbiding')).toBe(true);
  expect(found.kinds.size).toBe(0);
});

test('tenure asks for the title and, where the work matters, for work periods', () => {
  const tenure: Node = {
    ...base,
    id: 'years',
    label: '五(四)1(2)',
    kind: 'tenure',
    since: { op: 'word', field: field('level'), scale: 'title-level', comparison: '=', value: 'engineer' },
    base: 'obtained',
    work: null,
    years: 5,
  };
  expect([...(relevance([tenure]).lists.get('titles') ?? [])].toSorted()).toEqual(['level', 'obtainedOn']);
  expect(relevance([tenure]).lists.has('workPeriods')).toBe(false);
});
