import { meanOf, plus, type Rational, rounded, times } from './rational.ts';

/** Scores are whole hundredths: 8,650 is 86.50 points. */
export type Hundredths = number;

/** How the plan combines scores. Weights are whole percent and add up to 100; no defence means `defence: 0`. */
export interface ScoreRules {
  readonly weights: { readonly review: number; readonly defence: number };
  /** From how many scores on the highest and the lowest are left out; null for never. */
  readonly trimFrom: number | null;
  readonly max: Hundredths;
}

export interface Spread {
  readonly lowest: Hundredths;
  readonly highest: Hundredths;
  readonly range: Hundredths;
}

export interface Composite {
  /** Rounded once, at the end, halves up. Null while a part with a weight has no score. */
  readonly score: Hundredths | null;
  readonly review: { readonly mean: Hundredths; readonly spread: Spread } | null;
  readonly defence: { readonly mean: Hundredths; readonly spread: Spread } | null;
}

/**
 * Composite of one application: mean of the review scores and mean of the defence scores under the plan's weights, in
 * exact fractions. It informs; the vote decides.
 * @throws RangeError for scores out of range or weights that do not add up to 100
 */
export function compositeOf(
  review: readonly Hundredths[],
  defence: readonly Hundredths[],
  rules: ScoreRules,
): Composite {
  const { weights, max } = rules;
  if (weights.review + weights.defence !== 100 || weights.review < 0 || weights.defence < 0) {
    throw new RangeError('weights add up to 100');
  }
  for (const score of [...review, ...defence]) {
    if (!Number.isInteger(score) || score < 0 || score > max) throw new RangeError('score out of range');
  }
  const means = [mean(review, rules), mean(defence, rules)] as const;
  return {
    score: combined(means[0], means[1], weights),
    review: part(means[0], review),
    defence: part(means[1], defence),
  };
}

function combined(
  review: Rational | null,
  defence: Rational | null,
  weights: ScoreRules['weights'],
): Hundredths | null {
  if ((weights.review > 0 && review === null) || (weights.defence > 0 && defence === null)) return null;
  const nothing: Rational = { numerator: 0n, denominator: 1n };
  return rounded(plus(times(review ?? nothing, weights.review, 100), times(defence ?? nothing, weights.defence, 100)));
}

function mean(scores: readonly Hundredths[], { trimFrom }: ScoreRules): Rational | null {
  if (scores.length === 0) return null;
  // At least one score must be left when two are taken away.
  const trim = trimFrom !== null && scores.length >= Math.max(trimFrom, 3);
  return meanOf(trim ? scores.toSorted((a, b) => a - b).slice(1, -1) : scores);
}

function part(value: Rational | null, scores: readonly Hundredths[]): Composite['review'] {
  return value === null ? null : { mean: rounded(value), spread: spreadOf(scores) };
}

export function spreadOf(scores: readonly Hundredths[]): Spread {
  if (scores.length === 0) throw new RangeError('no scores');
  const lowest = Math.min(...scores);
  const highest = Math.max(...scores);
  return { lowest, highest, range: highest - lowest };
}
