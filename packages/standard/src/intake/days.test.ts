import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addYears, dayNumber, dayOfNumber, dayRange } from '../evaluate/dates.ts';
import { anniversary, civilOf, dayOf, firstDay, lastDay, writtenDate, yearOfDay } from './days.ts';

const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') });
/** The same by the calendar of the runtime. */
const written = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

test('days as numbers agree with days as text', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), (number, years) => {
      const text = dayOfNumber(number);
      expect(text).toBe(written(number));
      expect(firstDay(text)).toBe(number);
      expect(String(civilOf(number))).toBe(text.replaceAll('-', ''));
      expect(yearOfDay(number)).toBe(Number(text.slice(0, 4)));
      const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
      const due = Date.UTC(year + years, month - 1, Math.min(date, lastOfMonth(year + years, month)));
      expect(addYears(text, years)).toBe(written(due / 86_400_000));
      expect(dayOfNumber(anniversary(number, years))).toBe(addYears(text, years));
    }),
  );
});

test('a date of any precision spans the same days and is written back as it was', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (number, length) => {
      const text = dayOfNumber(number).slice(0, length);
      const { first, last } = dayRange(text);
      const [year = 0, month = 12] = text.split('-').map(Number);
      if (length < 10) expect(last).toBe(`${year}-${String(month).padStart(2, '0')}-${lastOfMonth(year, month)}`);
      expect([firstDay(text), lastDay(text)]).toEqual([dayNumber(first), dayNumber(last)]);
      expect(writtenDate(firstDay(text), lastDay(text))).toBe(text);
    }),
  );
});

test('the epoch is day 0', () => expect(dayOf(1970, 1, 1)).toBe(0));
