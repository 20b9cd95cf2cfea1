import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  endOfDay,
  instantOf,
  makeCalendar,
  millisecondsOf,
  parseCalendarYear,
  startOfDay,
  workingDay,
} from '../calendar/index.ts';
import { concludeRefusal, isPublic, OBJECTION_STATES, phaseOf, publicityPeriod } from './index.ts';

const folder = join(import.meta.dirname, '../../../../policies/calendars');
const calendar = makeCalendar(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseCalendarYear(parse(readFileSync(join(folder, name), 'utf8')))),
);
const rule = { workingDays: 5, firstDayCounts: false };
const july = { ...publicityPeriod(calendar, '2024-07-03', rule), closed: null };
const at = (date: string, time: string): string => `${date}T${time}.000Z`;

describe('the period of a publicity', () => {
  it('posted on Wednesday ends on Wednesday, the first day not counted', () => {
    expect(july).toMatchObject({ startsOn: '2024-07-03', lastDay: '2024-07-10', endsAt: endOfDay('2024-07-10') });
  });

  it('posted before the holiday of October counts the make-up workday and skips the days off', () => {
    expect(publicityPeriod(calendar, '2024-09-27', rule).lastDay).toBe('2024-10-10');
  });

  it('follows the documented example: Friday 25 October to Friday 1 November 2024', () => {
    expect(publicityPeriod(calendar, '2024-10-25', rule).lastDay).toBe('2024-11-01');
  });

  it('never ends before the working days are full, whatever the day of posting', () => {
    const start = fc.integer({ min: dayNumber('2022-01-01'), max: dayNumber('2026-11-01') }).map(dateOfDayNumber);
    fc.assert(
      fc.property(start, fc.integer({ min: 5, max: 15 }), (startsOn, workingDays) => {
        const { lastDay, endsAt } = publicityPeriod(calendar, startsOn, { workingDays, firstDayCounts: false });
        let full = 0;
        for (let day = addDays(startsOn, 1); day <= lastDay; day = addDays(day, 1)) {
          if (workingDay(calendar, day).working) full += 1;
        }
        expect(full).toBe(workingDays);
        const publicity = { startsOn, lastDay, endsAt, closed: null };
        const justBefore = instantOf(millisecondsOf(endsAt) - 1);
        expect(concludeRefusal(publicity, [], justBefore)?.code).toBe('RUNNING');
        expect(concludeRefusal(publicity, [], endsAt)).toBeNull();
      }),
    );
  });
});

describe('phases', () => {
  it('shows names only from the first day until the end', () => {
    expect(phaseOf(july, at('2024-07-02', '15:59:59'))).toBe('ahead');
    expect(isPublic(july, startOfDay('2024-07-03'))).toBe(true);
    expect(isPublic(july, at('2024-07-10', '15:59:59'))).toBe(true);
    expect(isPublic(july, at('2024-07-10', '16:00:00'))).toBe(false);
    expect(phaseOf(july, at('2024-07-10', '16:00:00'))).toBe('over');
    expect(isPublic({ ...july, closed: 'invalid' }, at('2024-07-05', '00:00:00'))).toBe(false);
  });
});

describe('concluding', () => {
  const over = at('2024-07-11', '01:00:00');

  it('is refused while the last day is not over', () => {
    expect(concludeRefusal(july, [], at('2024-07-10', '10:00:00'))).toEqual({
      code: 'RUNNING',
      lastDay: '2024-07-10',
      today: '2024-07-10',
    });
  });

  it('is refused while an objection is open and allowed once all are answered either way', () => {
    expect(concludeRefusal(july, ['dismissed', 'open', 'open'], over)).toEqual({ code: 'OBJECTION_OPEN', count: 2 });
    expect(concludeRefusal(july, ['dismissed', 'upheld'], over)).toBeNull();
  });

  it('happens once', () => {
    expect(concludeRefusal({ ...july, closed: 'concluded' }, [], over)).toEqual({ code: 'CLOSED' });
    expect(concludeRefusal({ ...july, closed: 'invalid' }, [], over)).toEqual({ code: 'CLOSED' });
  });

  it('depends on open objections alone, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OBJECTION_STATES)), (states) => {
        const open = states.filter((state) => state === 'open').length;
        expect(concludeRefusal(july, states, over)).toEqual(
          open === 0 ? null : { code: 'OBJECTION_OPEN', count: open },
        );
      }),
    );
  });
});
