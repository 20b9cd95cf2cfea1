import { describe, expect, it } from 'vitest';
import { type Clause, rowsBehind, rowsBehindByHand } from './index.ts';

const rows = [
  { id: 'edu', kind: 'education' },
  { id: 'title', kind: 'title' },
  { id: 'post', kind: 'appointment' },
  { id: 'work', kind: 'work' },
  { id: 'project', kind: 'project' },
  { id: 'gain', kind: 'benefit', about: 'project' },
  { id: 'paper', kind: 'paper' },
];
const clause = (id: string, rest: Partial<Clause> = {}): Clause => ({
  id,
  counted: [],
  notCounted: [],
  children: [],
  ...rest,
});
const READS: Readonly<Record<string, readonly string[]>> = {
  schooling: ['educations'],
  years: ['titles', 'workPeriods'],
  good: ['conduct'],
  results: ['achievements'],
};
const reads = (id: string) => new Set(READS[id]);
const shown = (...trees: readonly Clause[]) => Object.fromEntries(rowsBehind(trees, reads, rows));

describe('rows behind a clause', () => {
  it('are those of the parts the clause itself reads, not of its parts', () => {
    const tree = clause('all', { children: [clause('schooling'), clause('years'), clause('good')] });
    expect(shown(tree)).toEqual({ schooling: ['edu'], years: ['title', 'post', 'work'] });
  });

  it('are the achievements that were looked at, counting or not, with what speaks for them', () => {
    const counts = clause('results', { counted: [{ id: 'project' }], notCounted: [{ id: 'paper' }] });
    expect(shown(counts)).toEqual({ results: ['project', 'gain', 'paper'] });
    expect(shown(clause('results'))).toEqual({});
  });

  it('are joined where two reports looked at different ones', () => {
    const [first, second] = [{ counted: [{ id: 'paper' }] }, { counted: [{ id: 'project' }] }];
    expect(shown(clause('results', first), clause('results', second))['results']?.toSorted()).toEqual([
      'gain',
      'paper',
      'project',
    ]);
  });

  it('are all rows of the sections a person checks by hand, each once', () => {
    const all = [...rowsBehindByHand(rows).values()].flat();
    expect(all.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });
});
