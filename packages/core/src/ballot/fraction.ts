/** A share as the document words it, e.g. two thirds; never a decimal, because 0.67 is wrong in hundreds of cases. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** True where `part` is at least `fraction` of `whole`, in integers. @throws RangeError for anything but counts */
export function atLeast(part: number, whole: number, { numerator, denominator }: Fraction): boolean {
  for (const n of [part, whole, numerator]) if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('not a count');
  if (!Number.isSafeInteger(denominator) || denominator < 1) throw new RangeError('not a denominator');
  return BigInt(part) * BigInt(denominator) >= BigInt(numerator) * BigInt(whole);
}

/** Smallest count that is at least `fraction` of `whole`: what the minutes print as needed. */
export function leastCount(whole: number, { numerator, denominator }: Fraction): number {
  return Math.floor((whole * numerator + denominator - 1) / denominator);
}
