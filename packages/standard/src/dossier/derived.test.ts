import { expect, test } from 'vitest';
import { withDerived } from './derived.ts';

test('其余各项自评分由自评分减山区县加分得出，写了的不看', () => {
  const derived = (selfScore: Parameters<typeof withDerived>[0]['selfScore']) =>
    withDerived({ selfScore }).selfScore?.otherHundredths;
  expect(derived({ hundredths: 8000, mountainHundredths: 600 })).toBe(7400);
  expect(derived({ hundredths: 8000, mountainHundredths: 600, otherHundredths: 9000 })).toBe(7400);
  expect(derived({ hundredths: 300, mountainHundredths: 400 })).toBe(0);
  expect(derived({ hundredths: 8000, otherHundredths: 8000 })).toBeUndefined();
  expect(derived({ mountainHundredths: 0 })).toBeUndefined();
  expect(withDerived({})).toEqual({});
});
