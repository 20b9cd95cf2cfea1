import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addYears, dayNumber, dayOfNumber, dayRange } from '../evaluate/dates.ts';
import { anniversary, civilOf, dayOf, firstDay, lastDay, writtenDate, yearOfDay } from './days.ts';

const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') });

test('days as numbers agree with days as text', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), (number, years) => {
      const text = dayOfNumber(number);
      expect(firstDay(text)).toBe(number);
      expect(String(civilOf(number))).toBe(text.replaceAll('-', ''));
      expect(yearOfDay(number)).toBe(Number(text.slice(0, 4)));
      expect(dayOfNumber(anniversary(number, years))).toBe(addYears(text, years));
    }),
  );
});

test('a date of any precision spans the same days and is written back as it was', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (number, length) => {
      const text = dayOfNumber(number).slice(0, length);
      const { first, last } = dayRange(text);
      expect([firstDay(text), lastDay(text)]).toEqual([dayNumber(first), dayNumber(last)]);
      expect(writtenDate(firstDay(text), lastDay(text))).toBe(text);
    }),
  );
});

test('the epoch is day 0', () => expect(dayOf(1970, 1, 1)).toBe(0));
