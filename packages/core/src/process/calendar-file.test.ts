import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const NOW = '2024-06-24T01:00:00.000Z';
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const valueOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replace(/\\(n|.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('a calendar file', () => {
  it('has one event for a day and one for an instant', () => {
    const file = calendarFile(
      '职称申报',
      [
        { uid: 'a@x', on: '2024-07-08', title: '单位公示最迟开始', note: '须满5个工作日' },
        { uid: 'b@x', on: { until: '2024-07-15T16:00:00.000Z' }, title: '网上提交截止', note: '' },
      ],
      NOW,
    );
    expect(unfolded(file)).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20240708',
        'DTSTART:20240715T153000Z',
        'DTEND:20240715T160000Z',
        'DTSTAMP:20240624T010000Z',
        'SUMMARY:网上提交截止',
      ]),
    );
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('keeps any text whole, in lines of at most 75 bytes, and no text makes a line of its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (a, b) => {
          const title = `${a}，；,;\\\n${b}`.replaceAll('\0', '').replace(/\r\n?/g, '\n');
          const file = calendarFile('x', [{ uid: 'u', on: '2024-07-08', title, note: title }], NOW);
          for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(valueOf(file, 'SUMMARY')).toBe(title);
          expect(unfolded(file)).toHaveLength(
            unfolded(calendarFile('x', [{ uid: 'u', on: '2024-07-08', title: '', note: '' }], NOW)).length,
          );
        },
      ),
    );
  });
});
