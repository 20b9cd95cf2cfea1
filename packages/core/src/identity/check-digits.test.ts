import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeCheck, idNumberCheck, isCreditCode, isIdNumber } from './check-digits.ts';

describe('check digits', () => {
  it('accepts the examples of the standards', () => {
    // GB 32100-2015 prints this code, GB 11643-1999 the two numbers.
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('440524188001010014')).toBe(true);
  });

  it('finds every single mistyped digit', () => {
    const body = fc.stringMatching(/^[0-9]{17}$/);
    fc.assert(
      fc.property(body, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = digits.slice(0, at) + String((Number(digits.charAt(at)) + by) % 10) + digits.slice(at + 1);
        expect(isIdNumber(wrong + idNumberCheck(digits))).toBe(false);
        expect(isCreditCode(wrong + creditCodeCheck(digits))).toBe(false);
      }),
    );
  });
});
