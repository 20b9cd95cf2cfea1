import { expect, test } from 'vitest';
import { addDays, dateOf, daysBetween, formatDate, formatInstant, formatMonth, formatTime } from './dates.ts';

test('dates read as in an official notice', () => {
  expect(formatDate('2026-10-27')).toBe('2026年10月27日（周二）');
  expect(formatDate('2026-10-27', true)).toBe('2026年10月27日');
  expect(formatInstant('2026-10-27T09:00:00Z')).toBe('2026年10月27日（周二）17:00');
  expect(formatTime('2026-10-27T02:32:05Z')).toBe('10:32:05');
  expect(formatMonth('2018-05')).toBe('2018年5月');
});

test('an instant late in the UTC day is the next day in Liaoning', () => {
  expect(dateOf('2024-06-23T16:00:00Z')).toBe('2024-06-24');
  expect(formatInstant('2024-06-23T16:00:00Z')).toBe('2024年6月24日（周一）00:00');
});

test('what is not a date is shown as it came', () => {
  expect(formatDate('不详')).toBe('不详');
});

test('days', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
});
