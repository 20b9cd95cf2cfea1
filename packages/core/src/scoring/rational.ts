/** An exact fraction of whole numbers; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Mean of whole numbers, exact. @throws RangeError for an empty list */
export function meanOf(values: readonly number[]): Rational {
  if (values.length === 0) throw new RangeError('no values');
  for (const value of values) if (!Number.isSafeInteger(value)) throw new RangeError('not a whole number');
  return { numerator: values.reduce((sum, value) => sum + BigInt(value), 0n), denominator: BigInt(values.length) };
}

export function plus(a: Rational, b: Rational): Rational {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function times(a: Rational, factor: number, divisor: number): Rational {
  return { numerator: a.numerator * BigInt(factor), denominator: a.denominator * BigInt(divisor) };
}

/** Nearest whole number, halves up (四舍五入); for values that are not negative. */
export function rounded({ numerator, denominator }: Rational): number {
  if (numerator < 0n) throw new RangeError('negative');
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}
