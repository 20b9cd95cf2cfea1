import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeOf, type ScoreRules } from './index.ts';

const SENIOR: ScoreRules = { weights: { review: 60, defence: 40 }, trimFrom: null, max: 10_000 };
const score = fc.integer({ min: 0, max: 10_000 });

describe('composite', () => {
  it('weighs review and defence 60 to 40', () => {
    const { score, review, defence } = compositeOf([8000, 9000, 8500], [7000, 8000], SENIOR);
    // 85.00 × 60 % + 75.00 × 40 %
    expect(score).toBe(8100);
    expect(review).toEqual({ mean: 8500, spread: { lowest: 8000, highest: 9000, range: 1000 } });
    expect(defence?.mean).toBe(7500);
  });

  it('rounds once, at the end, halves up', () => {
    // Means 83.333… and 66.666…: 50 + 26.666… = 76.6666…; rounding the means first would give 76.66 as well, so take
    // 0.01, 0.01, 0.00 (mean 0.00666…) alone: 0.6 × 0.00666… = 0.004 → 0, although the rounded mean 0.01 would give 0.01.
    expect(compositeOf([8333, 8333, 8334], [6667, 6667, 6666], SENIOR).score).toBe(7667);
    expect(compositeOf([1, 1, 0], [0], SENIOR).score).toBe(0);
    expect(compositeOf([1, 0], [], { ...SENIOR, weights: { review: 100, defence: 0 } }).score).toBe(1);
  });

  it('has no value while a weighted part is missing, and needs no defence below senior', () => {
    expect(compositeOf([8000], [], SENIOR).score).toBeNull();
    expect(compositeOf([], [8000], SENIOR).score).toBeNull();
    expect(compositeOf([8000], [], { ...SENIOR, weights: { review: 100, defence: 0 } }).score).toBe(8000);
  });

  it('leaves out highest and lowest from the given number on', () => {
    const trimmed = { ...SENIOR, weights: { review: 100, defence: 0 }, trimFrom: 5 };
    expect(compositeOf([0, 8000, 8000, 8000, 10_000], [], trimmed).score).toBe(8000);
    expect(compositeOf([0, 8000, 8000, 10_000], [], trimmed).score).toBe(6500);
    expect(compositeOf([10, 20], [], { ...trimmed, trimFrom: 1 }).score).toBe(15);
  });

  it('refuses scores out of range, fractions, and weights that do not add up', () => {
    for (const wrong of [-1, 10_001, 80.5, Number.NaN])
      expect(() => compositeOf([wrong], [1], SENIOR)).toThrow(RangeError);
    expect(() => compositeOf([1], [1], { ...SENIOR, weights: { review: 60, defence: 30 } })).toThrow(RangeError);
  });

  it('is exact, whatever the order, and lies within the scores', () => {
    const scores = fc.array(score, { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(scores, scores, (review, defence) => {
        const found = compositeOf(review, defence, SENIOR).score ?? -1;
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        // |found − exact| ≤ 1/2, multiplied out: exact = (60 ΣR/|R| + 40 ΣD/|D|) / 100.
        const denominator = 100 * review.length * defence.length;
        const exact = 60 * sum(review) * defence.length + 40 * sum(defence) * review.length;
        expect(Math.abs(2 * (found * denominator - exact))).toBeLessThanOrEqual(denominator);
        expect(compositeOf(review.toReversed(), defence.toReversed(), SENIOR).score).toBe(found);
        expect(found).toBeGreaterThanOrEqual(Math.min(...review, ...defence));
        expect(found).toBeLessThanOrEqual(Math.max(...review, ...defence));
      }),
    );
  });
});
