import { describe, expect, it } from 'vitest';
import { parsePlan } from '../plan/index.ts';
import { readYaml } from '../testing/liaoning.ts';
import { missingProofs, proofKinds, proofProblem } from './index.ts';

const liaoning = parsePlan(readYaml('liaoning/ln-2024-eng/plan.yaml'));
const needing = {
  ...liaoning,
  publicity: {
    ...liaoning.publicity,
    unit: {
      ...liaoning.publicity.unit,
      proofs: proofKinds(liaoning).map((kind) => ({ ...kind, needed: true })),
    },
  },
};
const period = { startsOn: '2024-07-03', lastDay: '2024-07-10' };
const problem = (kind: string, takenOn: string | null, today = '2024-07-20') =>
  proofProblem(liaoning, { kind, takenOn }, period, today)?.path ?? null;

describe('proofs of a publicity', () => {
  it('are needed only where the plan says so', () => {
    expect(missingProofs(liaoning, [])).toEqual([]);
    expect(missingProofs(needing, []).map(({ id }) => id)).toEqual(['stamped-notice', 'posting']);
    expect(missingProofs(needing, [{ kind: 'posting' }]).map(({ id }) => id)).toEqual(['stamped-notice']);
    expect(proofKinds(parsePlan(readYaml('tianjin/tj-2019/plan.yaml')))).toEqual([]);
  });

  it('show a day of the publicity where they are photos, and no day to come', () => {
    expect(problem('posting', '2024-07-03')).toBeNull();
    expect(problem('posting', '2024-07-10')).toBeNull();
    for (const takenOn of ['2024-07-02', '2024-07-11', null]) expect(problem('posting', takenOn)).toBe('takenOn');
    expect(problem('posting', '2024-07-09', '2024-07-08')).toBe('takenOn');
    expect(problem('stamped-notice', null)).toBeNull();
    expect(problem('stamped-notice', '2024-07-03')).toBe('takenOn');
    expect(problem('letter', null)).toBe('kind');
  });
});
