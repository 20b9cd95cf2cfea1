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
    until: at(titles, 'appointedUntil', 0),
    untilLast: at(titles, 'appointedUntil', 1),
  };
}

const LONG_AGO = firstDay('1900-01-01');

/** Stretches of work being collected, both days included; reused for every dossier. */
class Stretches {
  readonly from = new Int32Array(40);
  readonly to = new Int32Array(40);
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
  let touched = 0;
  let lastYear = Number.NEGATIVE_INFINITY;
  let reached = begin - 1;
  for (let index = 0; index < work.length; index += 1) {
    const from = Math.max(work.from[index] as number, reached + 1, begin);
    const to = Math.min(work.to[index] as number, end);
    if (from > to) continue;
    worked += to - from + 1;
    reached = Math.max(reached, to);
    if (clock.byYear) {
      const [firstYear, finalYear] = [Math.max(yearOfDay(from), lastYear + 1), yearOfDay(to)];
      if (finalYear >= firstYear) touched += finalYear - firstYear + 1;
      lastYear = Math.max(lastYear, finalYear);
    }
  }
  if (clock.byYear) return Math.max(0, touched - 1);
  return fullYears(begin + (end - begin + 1 - worked), end);
}

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
    if (since === null) return this.#measure(owner, MET, UNKNOWN_FIRST, 0, -1);
    const { start, startLast, until } = this.#columns;
    const end = this.#titles.from[owner + 1] as number;
    for (let row = this.#titles.from[owner] as number; row < end; row += 1) {
      const fits = since(row);
      if (fits === UNMET) continue;
      const ended = base === 'appointed' && until[row] !== UNKNOWN_FIRST ? row : -1;
      if (start[row] === UNKNOWN_FIRST) this.#add(fits, -1, -1, false);
      else this.#measure(owner, fits, start[row] as number, startLast[row] as number, ended);
    }
  }

  #add(fits: number, low: number, high: number, judged: boolean): void {
    const counted = (this.#counted[this.#length] ??= { fits, low, high, judged });
    counted.fits = fits;
    counted.low = low;
    counted.high = high;
    counted.judged = judged;
    this.#length += 1;
  }

  /** Counts from one day; `until` is the title whose end stops it, or -1. */
  #measure(owner: number, fits: number, start: number, startLast: number, until: number): void {
    const clock = this.#clock;
    const columns = this.#columns;
    const work = this.#work;
    const test = this.#spec.work;
    least.length = 0;
    most.length = 0;
    let judged = false;
    const openTo = until < 0 ? clock.end : (columns.until[until] as number);
    const openToLast = until < 0 ? clock.end : (columns.untilLast[until] as number);
    if (test === null && start !== UNKNOWN_FIRST) {
      most.add(start, openToLast);
      if (startLast <= openTo) least.add(startLast, openTo);
    } else if (work.known[owner] !== 1) {
      most.add(LONG_AGO, openToLast);
    } else {
      const end = work.from[owner + 1] as number;
      for (let row = work.from[owner] as number; row < end; row += 1) {
        const value = test === null ? MET : test(row);
        if (value === UNMET) continue;
        if (value === JUDGE) judged = true;
        const isOpen = columns.to[row] === UNKNOWN_FIRST;
        const from = columns.from[row] as number;
        most.add(from === UNKNOWN_FIRST ? LONG_AGO : from, isOpen ? openToLast : (columns.toLast[row] as number));
        const to = isOpen ? openTo : (columns.to[row] as number);
        const fromLast = columns.fromLast[row] as number;
        if (value === MET && fromLast !== UNKNOWN_LAST && fromLast <= to) least.add(fromLast, to);
      }
    }
    const latest = start === UNKNOWN_FIRST ? start : startLast;
    const high = countYears(start, most, clock);
    // Where every date is known to the day, the least and the most are the same.
    const low = start === latest && least.equals(most) ? high : countYears(latest, least, clock);
    this.#add(fits, low, high, judged);
  }
}

/** `years` full years since a date by the day of evaluation. */
export function elapsedSince(first: number, last: number, years: number, asOf: number): number {
  if (first === UNKNOWN_FIRST) return MISSING;
  if (anniversary(last, years) <= asOf) return MET;
  return anniversary(first, years) <= asOf ? MISSING : UNMET;
}
