import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, periodEnd } from '../calendar/index.ts';
import { parsePlan } from '../plan/index.ts';
import { chinaCalendar, liaoningProcess, readYaml } from '../testing/liaoning.ts';
import { begin } from './apply.ts';
import { lastSafeDay } from './last-safe-day.ts';
import { makeProcess, type Process } from './process.ts';

const zhejiang = makeProcess(parsePlan(readYaml('zhejiang/zj-2022/plan.yaml')), chinaCalendar);
const at = '2022-07-11T01:00:00.000Z';
const subject = { specialty: 'security', level: 'senior', route: 'normal' } as const;
const fresh = (process: Process) =>
  begin(process, { ...subject, specialty: process.plan.specialties[0]?.id ?? '' }, at);

describe('the last safe day', () => {
  it('leaves the publicity time before the window closes (LN-2024 五(四))', () => {
    const state = begin(liaoningProcess, subject, '2024-06-24T01:00:00.000Z');
    expect(lastSafeDay(liaoningProcess, state, '2024-06-24T01:00:00.000Z')?.date).toBe('2024-07-23');
  });

  it('is never later than the person’s own window (ZJ 三), and says both days', () => {
    const day = lastSafeDay(zhejiang, fresh(zhejiang), at);
    expect(day?.date).toBe('2022-10-15');
    expect(day?.words).toContain('2022年10月19日');
    expect(day?.words).toContain('5 个工作日');
  });

  it('is no matter once the publicity runs or lies behind', () => {
    const running = { startsOn: '2022-10-10', lastDay: '2022-10-17', endsAt: at, provisional: false };
    expect(lastSafeDay(zhejiang, { ...fresh(zhejiang), stage: 'unit-publicity', period: running }, at)).toBeNull();
    expect(lastSafeDay(zhejiang, { ...fresh(zhejiang), stage: 'office-check' }, at)).toBeNull();
  });

  it('a publicity begun on it is over before its window closes, one begun the day after is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (shift) => {
        const move = (day: string) => addDays(day, shift);
        const windows = zhejiang.plan.windows.map((one) => ({ ...one, closesOn: move(one.closesOn) }));
        const process = { ...zhejiang, plan: { ...zhejiang.plan, windows } };
        const state = { ...fresh(process), stage: 'unit-publicity' };
        const safe = lastSafeDay(process, state, at)?.date ?? '';
        const closesOn = windows.find(({ id }) => id === 'unit')?.closesOn ?? '';
        const over = (start: string) => periodEnd(process.calendar, start, process.plan.publicity.unit).lastDay;
        expect(over(safe) < closesOn).toBe(true);
        expect(over(addDays(safe, 1)) < closesOn).toBe(false);
      }),
    );
  });
});
