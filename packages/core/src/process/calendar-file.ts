import { type CalendarDate, type Instant, instantOf, millisecondsOf } from '../calendar/index.ts';

/** One entry of a calendar: a whole day, or an instant until which something must be done. */
export interface CalendarEntry {
  /** The same entry has the same id in every file: a calendar that reads a newer file moves it. */
  readonly uid: string;
  readonly on: CalendarDate | { readonly until: Instant };
  readonly title: string;
  readonly note: string;
}

/** Bytes of a line at most (RFC 5545 3.1); what is longer goes on in the next, after a blank. */
const LINE_BYTES = 75;
const HALF_HOUR_MS = 1_800_000;

/**
 * The text of a calendar file (iCalendar, RFC 5545) that phones and mail programs read: one event an entry, reminding a day
 * before. Days are of Asia/Shanghai, instants in UTC; an instant is shown as the half hour before it.
 * @param stampedAt when the file was made
 */
export function calendarFile(name: string, entries: readonly CalendarEntry[], stampedAt: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhiping//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.uid)}`,
      `DTSTAMP:${compact(stampedAt)}`,
      ...timesOf(entry.on),
      `SUMMARY:${escaped(entry.title)}`,
      `DESCRIPTION:${escaped(entry.note)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P1D',
      `DESCRIPTION:${escaped(entry.title)}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function timesOf(on: CalendarEntry['on']): readonly string[] {
  if (typeof on !== 'string') {
    // What ends at 24:00 stands on that day, not at 0:00 of the next.
    const before = instantOf(millisecondsOf(on.until) - HALF_HOUR_MS);
    return [`DTSTART:${compact(before)}`, `DTEND:${compact(on.until)}`];
  }
  return [`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`];
}

/** `2024-06-24T01:00:00.000Z` → `20240624T010000Z`. */
const compact = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** Breaks a line between characters so that no part has more bytes than a line may have. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > LINE_BYTES) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
