import { expect, test } from 'vitest';
import type { Attestation } from './attestations.ts';
import { withAttestations } from './attested.ts';

const says = (id: Attestation['id'], holds: boolean): Attestation => ({
  id,
  year: 0,
  holds,
  result: null,
  years: null,
});
const year = (of: number): Attestation => ({
  id: 'assessment',
  year: of,
  holds: true,
  result: 'qualified',
  years: null,
});
const FORMAT = { format: 'zhiping-dossier-1' } as const;

test('fills in what the unit attested after the submission', () => {
  const dossier = withAttestations(FORMAT, [says('law-abiding', true), says('ethical', false)]);
  expect(dossier.conduct).toMatchObject({ lawAbiding: true, ethical: false });
});

test('leaves what was stated as it was', () => {
  const frozen = { ...FORMAT, conduct: { lawAbiding: false }, assessments: [{ year: 2021, result: 'basic' as const }] };
  const dossier = withAttestations(frozen, [says('law-abiding', true), says('ethical', true), year(2021), year(2020)]);
  expect(dossier.conduct).toMatchObject({ lawAbiding: false, ethical: true });
  expect(dossier.assessments).toEqual([
    { year: 2021, result: 'basic' },
    { year: 2020, result: 'qualified' },
  ]);
});

test('changes nothing where nothing was attested', () => {
  expect(withAttestations(FORMAT, [])).toBe(FORMAT);
});
