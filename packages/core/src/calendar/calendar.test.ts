import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  addDays,
  type CalendarDate,
  calendarProblems,
  clockAt,
  closingWords,
  dateAt,
  dateOfDayNumber,
  dateWords,
  dayNumber,
  daysBetween,
  endOfDay,
  instantAt,
  instantOf,
  isDate,
  lastStartFor,
  makeCalendar,
  millisecondsOf,
  parseCalendarYear,
  periodEnd,
  startOfDay,
  weekday,
  workingDay,
  workingDaysUntil,
} from './index.ts';

const folder = join(import.meta.dirname, '../../../../policies/calendars');
const tables = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parseCalendarYear(parse(readFileSync(join(folder, name), 'utf8'))));
const calendar = makeCalendar(tables);
const anyDate = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dateOfDayNumber);
const loadedDate = fc.integer({ min: dayNumber('2022-01-01'), max: dayNumber('2026-11-01') }).map(dateOfDayNumber);
const fiveDays = { workingDays: 5, firstDayCounts: false };

describe('dates', () => {
  it('agrees with the platform on every day of three centuries', () => {
    for (let days = dayNumber('1900-01-01'); days <= dayNumber('2199-12-31'); days += 1) {
      const platform = new Date(days * 86_400_000);
      const date = dateOfDayNumber(days);
      if (date !== platform.toISOString().slice(0, 10) || weekday(date) !== (platform.getUTCDay() || 7)) {
        expect.fail(`${days}: ${date}`);
      }
    }
  });

  it('refuses days that do not exist and other ways of writing them', () => {
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '2024-1-1',
      '24-01-01',
      '',
    ]) {
      expect(isDate(text), text).toBe(false);
    }
    expect(isDate('2000-02-29')).toBe(true);
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
  });

  it('adds and counts days consistently', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(date, 1) > date).toBe(true);
        expect(weekday(addDays(date, 7))).toBe(weekday(date));
      }),
    );
  });
});

describe('instants', () => {
  it('keeps Shanghai days apart whatever the zone of the process', () => {
    expect(dateAt('2024-07-31T15:59:59.999Z')).toBe('2024-07-31');
    expect(dateAt('2024-07-31T16:00:00.000Z')).toBe('2024-08-01');
    expect(startOfDay('2024-07-01')).toBe('2024-06-30T16:00:00.000Z');
    expect(endOfDay('2024-07-31')).toBe('2024-07-31T16:00:00.000Z');
    expect(instantAt('2024-06-24', '09:00')).toBe('2024-06-24T01:00:00.000Z');
    expect(clockAt('2024-06-24T01:02:03.004Z')).toBe('09:02:03');
  });

  it('reads only its own way of writing', () => {
    for (const text of ['2024-07-31T16:00:00Z', '2024-07-31 16:00:00.000Z', '2024-07-31T24:00:00.000Z', '2024-07-31']) {
      expect(() => millisecondsOf(text), text).toThrow(RangeError);
    }
    expect(() => instantAt('2024-07-01', '9:00')).toThrow(RangeError);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (milliseconds) => {
        expect(instantOf(milliseconds)).toBe(new Date(milliseconds).toISOString());
        expect(millisecondsOf(instantOf(milliseconds))).toBe(milliseconds);
        const day = dateAt(instantOf(milliseconds));
        expect(startOfDay(day) <= instantOf(milliseconds) && instantOf(milliseconds) < endOfDay(day)).toBe(true);
      }),
    );
  });
});

describe('words', () => {
  it('writes dates as people read them', () => {
    expect(dateWords('2024-07-31')).toBe('2024年7月31日（周三）');
    expect(closingWords(endOfDay('2024-07-31'))).toBe('2024年7月31日（周三）24:00');
    expect(closingWords(instantAt('2026-10-27', '17:00'))).toBe('2026年10月27日（周二）17:00');
  });
});

describe('working days', () => {
  it('has the five years of the notices, without contradictions', () => {
    expect(calendar.years).toEqual(new Set([2022, 2023, 2024, 2025, 2026]));
    for (const table of tables) expect(calendarProblems(table)).toEqual([]);
  });

  /** Every year gives 11 statutory days off (13 from 2025) besides weekends that were swapped. */
  it.each([
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('counts the working days of %i', (year, expected) => {
    let count = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (workingDay(calendar, day).working) count += 1;
    }
    expect(count).toBe(expected);
  });

  it.each([
    ['2024-07-31', '2024-08-07'],
    ['2024-10-25', '2024-11-01'],
    ['2022-09-27', '2022-10-09'],
    ['2024-09-27', '2024-10-10'],
    ['2025-09-26', '2025-10-10'],
    ['2026-02-12', '2026-02-26'],
    ['2026-09-18', '2026-09-24'],
    ['2026-09-24', '2026-10-09'],
  ])('five working days from %s end on %s', (start, end) => {
    const answer = periodEnd(calendar, start, fiveDays);
    expect(answer).toEqual({ lastDay: end, endsAt: endOfDay(end), provisional: false, warnings: [] });
  });

  it('counts the first day only when the reading says so and it is worked', () => {
    expect(periodEnd(calendar, '2024-07-03', { workingDays: 5, firstDayCounts: true }).lastDay).toBe('2024-07-09');
    expect(periodEnd(calendar, '2024-07-03', fiveDays).lastDay).toBe('2024-07-10');
    expect(periodEnd(calendar, '2024-07-06', { workingDays: 5, firstDayCounts: true }).lastDay).toBe('2024-07-12');
    expect(periodEnd(calendar, '2024-07-06', fiveDays).lastDay).toBe('2024-07-12');
  });

  it('warns when a year has no table and still answers', () => {
    const answer = periodEnd(calendar, '2026-12-30', fiveDays);
    expect(answer.provisional).toBe(true);
    expect(answer.warnings).toEqual(['2027 年的节假日安排尚未录入，暂按周末推算，结果可能变动。']);
    expect(answer.lastDay).toBe('2027-01-06');
  });

  it('refuses lengths that are no positive integers', () => {
    for (const workingDays of [0, -1, 1.5, Number.NaN]) {
      expect(() => periodEnd(calendar, '2024-07-01', { workingDays, firstDayCounts: false })).toThrow(RangeError);
    }
  });

  it('period end, remaining days and last safe day agree', () => {
    const period = fc.record({ workingDays: fc.integer({ min: 1, max: 30 }), firstDayCounts: fc.boolean() });
    fc.assert(
      fc.property(loadedDate, period, (start: CalendarDate, rule) => {
        const { lastDay } = periodEnd(calendar, start, rule);
        expect(workingDay(calendar, lastDay).working).toBe(true);
        const startWorks = rule.firstDayCounts && workingDay(calendar, start).working ? 1 : 0;
        expect(workingDaysUntil(calendar, start, lastDay) + startWorks).toBe(rule.workingDays);
        const safe = lastStartFor(calendar, lastDay, rule);
        expect(safe >= start).toBe(true);
        expect(periodEnd(calendar, safe, rule).lastDay <= lastDay).toBe(true);
        expect(periodEnd(calendar, addDays(safe, 1), rule).lastDay > lastDay).toBe(true);
      }),
    );
  });

  it('refuses tables that contradict themselves', () => {
    const good = tables[0];
    if (!good) throw new Error('no table');
    expect(calendarProblems({ ...good, work: ['2022-01-05'] })).toEqual(['2022-01-05 不是周末，不能作为调休上班日']);
    expect(calendarProblems({ ...good, work: ['2022-01-01'] })).toEqual(['2022-01-01 同时是放假日和上班日']);
    expect(calendarProblems({ ...good, off: [{ name: '甲', from: '2022-05-02', to: '2022-05-01' }] })[0]).toContain(
      '甲',
    );
    expect(() => parseCalendarYear({ ...good, work: ['2022-02-30'] })).toThrow();
  });
});
