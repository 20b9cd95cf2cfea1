import {
  anniversary,
  civilOf,
  daysInMonth,
  firstDay,
  UNKNOWN_FIRST,
  UNKNOWN_LAST,
  yearOfDay,
} from '../../intake/days.ts';
import type { Cells, List } from '../../intake/population.ts';
import { JUDGE, MET, MISSING, UNMET } from '../thermometer.ts';
import type { Clock } from '../clock.ts';

/** What years are counted, as generated code hands it over; conditions that differ only in how many they ask share one. */
export interface TenureSpec {
  /** Counted from the title's day (obtained or appointed); null counts all work. */
  readonly since: ((row: number) => number) | null;
  readonly base: 'obtained' | 'appointed';
  /** Which work counts; null for the time since the title whatever the work. */
  readonly work: ((row: number) => number) | null;
}

interface TenureColumns {
  readonly from: Cells;
  readonly fromLast: Cells;
  readonly to: Cells;
  readonly toLast: Cells;
  readonly start: Cells;
  readonly startLast: Cells;
  readonly obtained: Cells;
  readonly obtainedLast: Cells;
  readonly until: Cells;
  readonly untilLast: Cells;
}

/** Columns of titles and work periods that tenure reads; `base` says which date of the title begins it. */
function tenureColumns(titles: List, work: List, base: TenureSpec['base']): TenureColumns {
  const at = ({ rows }: List, field: string, offset: number): Cells => {
    const column = rows.table.columns.get(field);
    const cells = column && rows.columns[column.at + offset];
    if (!cells) throw new Error(`the layout holds no ${rows.table.id}/${field}`);
    return cells;
  };
  const start = base === 'obtained' ? 'obtainedOn' : 'appointedOn';
  return {
    from: at(work, 'from', 0),
    fromLast: at(work, 'from', 1),
    to: at(work, 'to', 0),
    toLast: at(work, 'to', 1),
    start: at(titles, start, 0),
    startLast: at(titles, start, 1),
    obtained: at(titles, 'obtainedOn', 0),
    obtainedLast: at(titles, 'obtainedOn', 1),
    until: at(titles, 'appointedUntil', 0),
    untilLast: at(titles, 'appointedUntil', 1),
  };
}

const LONG_AGO = firstDay('1900-01-01');

/** Every appointment with every work period, of the at most 31 of each that compiled forms take. */
const MOST_STRETCHES = 31 * 31;

/** Stretches of work being collected, both days included; reused for every dossier. */
class Stretches {
  readonly from = new Int32Array(MOST_STRETCHES);
  readonly to = new Int32Array(MOST_STRETCHES);
  length = 0;

  /** Keeps the stretches in order of their first day. */
  add(from: number, to: number): void {
    let at = this.length;
    while (at > 0 && (this.from[at - 1] as number) > from) {
      this.from[at] = this.from[at - 1] as number;
      this.to[at] = this.to[at - 1] as number;
      at -= 1;
    }
    this.from[at] = from;
    this.to[at] = to;
    this.length += 1;
  }

  equals(other: Stretches): boolean {
    if (this.length !== other.length) return false;
    for (let at = 0; at < this.length; at += 1) {
      if (this.from[at] !== other.from[at] || this.to[at] !== other.to[at]) return false;
    }
    return true;
  }
}

const least = new Stretches();
const most = new Stretches();

/** Years counted by the rule of `clock` from `begin`, as `evaluate/tenure.ts` counts them. */
function countYears(start: number, work: Stretches, clock: Clock): number {
  const { end } = clock;
  const begin = start === UNKNOWN_FIRST ? Math.min(end, work.length > 0 ? (work.from[0] as number) : end) : start;
  if (begin > end) return 0;
  let worked = 0;
  let stretches = 0;
  let years = 0;
  let left = 0;
  // The stretch at hand, grown by all that touches it.
  let begun = begin;
  let reached = begin - 1;
  // Work on the day of evaluation itself adds nothing.
  const close = (): void => {
    const until = Math.min(reached + 1, end);
    if (begun >= until) return;
    const full = fullYears(begun, until);
    years += full;
    left += Math.min(until - anniversary(begun, full), DAYS_A_YEAR - 1);
  };
  for (let index = 0; index < work.length; index += 1) {
    const from = Math.max(work.from[index] as number, reached + 1, begin);
    const to = Math.min(work.to[index] as number, end);
    if (from > to) continue;
    if (from > reached + 1 || worked === 0) {
      if (!clock.byYear) close();
      begun = from;
      begins[stretches] = from;
      workedBefore[stretches] = worked;
      stretches += 1;
    }
    worked += to + 1 - from;
    reached = to;
  }
  if (clock.byYear) {
    for (let at = 0; at < stretches; at += 1) {
      const from = begins[at] as number;
      const idle = end + 1 - from - (worked - (workedBefore[at] as number));
      years = Math.max(years, clock.endYear - yearOfDay(from) - Math.floor(idle / DAYS_A_YEAR));
    }
    return years;
  }
  close();
  return years + Math.floor(left / DAYS_A_YEAR);
}

const DAYS_A_YEAR = 365;
/** Of each stretch: its first day, and the days worked before it; reused for every count. */
const begins = new Int32Array(MOST_STRETCHES);
const workedBefore = new Int32Array(MOST_STRETCHES);

/** Full years by anniversaries; that of a 29th of February is the last of February in a common year. */
function fullYears(from: number, to: number): number {
  if (from > to) return 0;
  const [begun, ended] = [civilOf(from), civilOf(to)];
  const year = (ended / 10_000) | 0;
  const years = year - ((begun / 10_000) | 0);
  const due = begun % 10_000 === 229 ? 200 + daysInMonth(year, 2) : begun % 10_000;
  return ended % 10_000 >= due ? years : years - 1;
}

/** A title of the owner at hand from which years are counted: how far it is the title meant, and the years it allows. */
interface Counted {
  fits: number;
  /** The least and the most years that what is written allows; -1 where the title's day is not known. */
  low: number;
  high: number;
  /** Whether some of the work awaits judgement. */
  judged: boolean;
}

/**
 * Years of work of the people of a population, by one {@link TenureSpec}. The years are counted once for a person, however
 * many conditions ask for so many of them.
 */
export class Tenure {
  readonly #spec: TenureSpec;
  readonly #titles: List;
  readonly #work: List;
  readonly #columns: TenureColumns;
  readonly #clock: Clock;
  readonly #counted: Counted[] = [];
  /** The days between which work is collected, the earliest and the latest each may be. */
  readonly #bounds = { first: 0, firstLast: 0, last: 0, lastLast: 0 };
  #length = 0;
  #owner = -1;

  constructor(spec: TenureSpec, titles: List, work: List, clock: Clock) {
    this.#spec = spec;
    this.#titles = titles;
    this.#work = work;
    this.#columns = tenureColumns(titles, work, spec.base);
    this.#clock = clock;
  }

  /** The value of asking `needed` years of one owner; the years it shows are left in `answer.have`. */
  value(owner: number, needed: number, answer: { have: number }): number {
    answer.have = 0;
    if (this.#spec.since !== null && this.#titles.known[owner] !== 1) return MISSING;
    if (this.#owner !== owner) this.#count(owner);
    let value = UNMET;
    let best = -1;
    for (let index = 0; index < this.#length; index += 1) {
      const { fits, low, high, judged } = this.#counted[index] as Counted;
      const reached = low >= needed ? MET : high < needed ? UNMET : judged ? JUDGE : MISSING;
      const one = low < 0 ? MISSING : fits & reached;
      const years = low < 0 ? 0 : reached === MISSING ? high : low;
      value |= one;
      if (one > best || (one === best && years > answer.have)) {
        best = one;
        answer.have = years;
      }
    }
    return value;
  }

  #count(owner: number): void {
    this.#owner = owner;
    this.#length = 0;
    const { since, base } = this.#spec;
    if (since === null) return this.#measure(owner, MET, UNKNOWN_FIRST, UNKNOWN_LAST);
    if (base === 'appointed') return this.#countAppointments(owner, since);
    const { start, startLast } = this.#columns;
    const end = this.#titles.from[owner + 1] as number;
    for (let row = this.#titles.from[owner] as number; row < end; row += 1) {
      const fits = since(row);
      if (fits === UNMET) continue;
      if (start[row] === UNKNOWN_FIRST) this.#add(fits, -1, -1, false);
      else this.#measure(owner, fits, start[row] as number, startLast[row] as number);
    }
  }

  /** The days of all appointments together, as the closure form adds them up. */
  #countAppointments(owner: number, since: (row: number) => number): void {
    const { start, startLast, obtained, obtainedLast, until, untilLast } = this.#columns;
    const clock = this.#clock;
    const end = this.#titles.from[owner + 1] as number;
    least.length = 0;
    most.length = 0;
    let held = false;
    let judged = false;
    for (let row = this.#titles.from[owner] as number; row < end; row += 1) {
      const fits = since(row);
      if (fits === UNMET) continue;
      if (start[row] === UNKNOWN_FIRST) {
        this.#add(MISSING, -1, -1, false);
        continue;
      }
      held = true;
      const isOpen = until[row] === UNKNOWN_FIRST;
      const bounds = this.#bounds;
      // Not before the title was had.
      const isEarly = obtained[row] !== UNKNOWN_FIRST && (obtained[row] as number) > (startLast[row] as number);
      bounds.first = (isEarly ? obtained[row] : start[row]) as number;
      bounds.firstLast = fits === MET ? ((isEarly ? obtainedLast[row] : startLast[row]) as number) : UNKNOWN_LAST;
      bounds.last = isOpen ? clock.end : (until[row] as number);
      bounds.lastLast = isOpen ? clock.end : (untilLast[row] as number);
      judged = this.#collect(owner) || judged;
    }
    if (!held) return;
    const high = countYears(UNKNOWN_FIRST, most, clock);
    const low = least.equals(most) ? high : countYears(UNKNOWN_FIRST, least, clock);
    this.#add(MET, low, high, judged);
  }

  #add(fits: number, low: number, high: number, judged: boolean): void {
    const counted = (this.#counted[this.#length] ??= { fits, low, high, judged });
    counted.fits = fits;
    counted.low = low;
    counted.high = high;
    counted.judged = judged;
    this.#length += 1;
  }

  /** Counts from the days one title may have been obtained on; from the beginning where `start` is unknown. */
  #measure(owner: number, fits: number, start: number, startLast: number): void {
    const clock = this.#clock;
    least.length = 0;
    most.length = 0;
    const bounds = this.#bounds;
    const whole = this.#spec.work !== null || start === UNKNOWN_FIRST;
    bounds.first = whole ? LONG_AGO : start;
    bounds.firstLast = whole ? LONG_AGO : startLast;
    bounds.last = clock.end;
    bounds.lastLast = clock.end;
    const judged = this.#collect(owner, start === UNKNOWN_FIRST);
    const latest = start === UNKNOWN_FIRST ? start : startLast;
    const high = countYears(start, most, clock);
    // Where every date is known to the day, the least and the most are the same.
    const low = start === latest && least.equals(most) ? high : countYears(latest, least, clock);
    this.#add(fits, low, high, judged);
  }

  /**
   * Adds the work within `#bounds` that may count, and that surely counts; the whole of it where work is not asked for (unless
   * `always`). True where some of the work awaits judgement.
   */
  #collect(owner: number, always = false): boolean {
    const { first, firstLast, last, lastLast } = this.#bounds;
    const test = this.#spec.work;
    if (test === null && !always) {
      most.add(first, lastLast);
      if (firstLast <= last) least.add(firstLast, last);
      return false;
    }
    const work = this.#work;
    if (work.known[owner] !== 1) {
      most.add(first, lastLast);
      return false;
    }
    const columns = this.#columns;
    const { end: today } = this.#clock;
    const end = work.from[owner + 1] as number;
    let judged = false;
    for (let row = work.from[owner] as number; row < end; row += 1) {
      const value = test === null ? MET : test(row);
      if (value === UNMET) continue;
      if (value === JUDGE) judged = true;
      const isOpen = columns.to[row] === UNKNOWN_FIRST;
      const from = columns.from[row] as number;
      const longestFrom = Math.max(first, from === UNKNOWN_FIRST ? LONG_AGO : from);
      const longestTo = Math.min(lastLast, isOpen ? today : (columns.toLast[row] as number));
      if (longestFrom <= longestTo) most.add(longestFrom, longestTo);
      const fromLast = columns.fromLast[row] as number;
      if (value !== MET || fromLast === UNKNOWN_LAST || firstLast === UNKNOWN_LAST) continue;
      const to = isOpen ? today : (columns.to[row] as number);
      const shortestFrom = Math.max(firstLast, fromLast);
      const shortestTo = Math.min(last, to);
      if (shortestFrom <= shortestTo && fromLast <= to && firstLast <= last) least.add(shortestFrom, shortestTo);
    }
    return judged;
  }
}

/** `years` full years since a date by the day of evaluation. */
export function elapsedSince(first: number, last: number, years: number, asOf: number): number {
  if (first === UNKNOWN_FIRST) return MISSING;
  if (anniversary(last, years) <= asOf) return MET;
  return anniversary(first, years) <= asOf ? MISSING : UNMET;
}
