import type { Dossier } from '@zhiping/standard';
import type { Attestation } from './attestations.ts';
import { dossierOf } from './dossier-of.ts';

/**
 * A frozen dossier with what the unit attested since: only what the dossier leaves open is filled in, what it states
 * stays. Where the unit reviews after the submission (ZJ 六(二), TJ 二(五)1) its statements come later than the snapshot.
 */
export function withAttestations(dossier: Dossier, attestations: readonly Attestation[]): Dossier {
  if (attestations.length === 0) return dossier;
  const stated = dossierOf([], { attestations }, { basis: 'verified', chosen: 'all', asOf: '' });
  const years = new Set((dossier.assessments ?? []).map(({ year }) => year));
  const later = (stated.assessments ?? []).filter(({ year }) => !years.has(year));
  return {
    ...dossier,
    conduct: filled(stated.conduct, dossier.conduct),
    continuingEducation: filled(stated.continuingEducation, dossier.continuingEducation),
    probation: filled(stated.probation, dossier.probation),
    ...(later.length === 0 ? {} : { assessments: [...(dossier.assessments ?? []), ...later] }),
  };
}

/** `frozen` over `later`, field by field, open fields left out. */
function filled<T extends object>(later: T | undefined, frozen: T | undefined): T | undefined {
  if (later === undefined || frozen === undefined) return frozen ?? later;
  const known = Object.entries(frozen).filter(([, value]) => value !== undefined);
  return { ...later, ...Object.fromEntries(known) };
}
