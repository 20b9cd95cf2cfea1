import type { Dossier } from './dossier.ts';

/** Points of all lines of a self-score but those for years in a mountain county, in hundredths. */
export const otherPoints = (all: number, mountain: number): number => Math.max(0, all - mountain);

/**
 * The dossier with the facts that follow from others, as conditions read them: whatever is written of these is left out. Nothing
 * is copied where none can follow.
 */
export function withDerived(dossier: Dossier): Dossier {
  const { selfScore } = dossier;
  if (selfScore === undefined) return dossier;
  const { otherHundredths: _written, ...score } = selfScore;
  const { hundredths, mountainHundredths } = score;
  if (hundredths === undefined || mountainHundredths === undefined) return { ...dossier, selfScore: score };
  return { ...dossier, selfScore: { ...score, otherHundredths: otherPoints(hundredths, mountainHundredths) } };
}
