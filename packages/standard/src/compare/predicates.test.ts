import { expect, test } from 'vitest';
import type { Predicate } from '../language/predicate.ts';
import { predicateFormula } from './predicates.ts';
import { World } from './world.ts';

test('反例中的排名从第一名起，其他数量可以为零', () => {
  const world = new World('2024-07-15');
  const atMost = (name: string, value: number): Predicate => ({
    op: 'number',
    field: { path: [name], name },
    comparison: '<=',
    value,
  });
  const where: Predicate = {
    op: 'and',
    of: [atMost('rank', 7), atMost('authorRank', 1), atMost('contractAmount', 100)],
  };
  predicateFormula(world, where, { subject: 'achievements', path: ['achievements', 0] }, true);
  const ranges = world.declarations().filter((line) => line.startsWith('(assert'));
  const leastOf = (name: string) => ranges.find((line) => line.includes(`.${name}|`))?.match(/>= \S+ (\d)/)?.[1];
  expect(['rank', 'authorRank', 'contractAmount'].map(leastOf)).toEqual(['1', '1', '0']);
});
