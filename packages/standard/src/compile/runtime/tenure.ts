import { anniversary, civilOf, firstDay, UNKNOWN_FIRST, UNKNOWN_LAST, yearOfDay } from '../../intake/days.ts';
import type { Cells, List } from '../../intake/population.ts';
import { JUDGE, MET, MISSING, UNMET } from '../thermometer.ts';
import type { Clock } from '../clock.ts';

/** A condition on years of work, as generated code hands it over. */
export interface TenureSpec {
  readonly years: number;
  /** Counted from the title's day (obtained or appointed); null counts all work. */
  readonly since: ((row: number) => number) | null;
  readonly base: 'obtained' | 'appointed';
  /** Which work counts; null for the time since the title whatever the work. */
  readonly work: ((row: number) => number) | null;
}

export interface TenureColumns {
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
export function tenureColumns(titles: List, work: List, base: TenureSpec['base']): TenureColumns {
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

function fullYears(from: number, to: number): number {
  if (from > to) return 0;
  const years = ((civilOf(to) / 10_000) | 0) - ((civilOf(from) / 10_000) | 0);
  return anniversary(from, years) <= to ? years : years - 1;
}

/** The value of a tenure condition for one owner; the years it shows are left in `answer.have`. */
export function tenureOf(
  spec: TenureSpec,
  titles: List,
  work: List,
  columns: TenureColumns,
  owner: number,
  clock: Clock,
  answer: { have: number },
): number {
  answer.have = 0;
  if (spec.since === null) return measure(spec, work, columns, owner, UNKNOWN_FIRST, 0, -1, clock, answer);
  if (titles.known[owner] !== 1) return MISSING;
  let value = UNMET;
  let best = -1;
  let years = 0;
  const end = titles.from[owner + 1] as number;
  for (let row = titles.from[owner] as number; row < end; row += 1) {
    const fits = spec.since(row);
    if (fits === UNMET) continue;
    let one = MISSING;
    answer.have = 0;
    if (columns.start[row] !== UNKNOWN_FIRST) {
      const until = spec.base === 'appointed' && columns.until[row] !== UNKNOWN_FIRST ? row : -1;
      const start = columns.start[row] as number;
      one = fits & measure(spec, work, columns, owner, start, columns.startLast[row] as number, until, clock, answer);
    }
    value |= one;
    if (one > best || (one === best && answer.have > years)) {
      best = one;
      years = answer.have;
    }
  }
  answer.have = years;
  return value;
}

function measure(
  spec: TenureSpec,
  work: List,
  columns: TenureColumns,
  owner: number,
  start: number,
  startLast: number,
  until: number,
  clock: Clock,
  answer: { have: number },
): number {
  least.length = 0;
  most.length = 0;
  let judged = false;
  const openTo = until < 0 ? clock.end : (columns.until[until] as number);
  const openToLast = until < 0 ? clock.end : (columns.untilLast[until] as number);
  if (spec.work === null && start !== UNKNOWN_FIRST) {
    most.add(start, openToLast);
    if (startLast <= openTo) least.add(startLast, openTo);
  } else if (work.known[owner] !== 1) {
    most.add(LONG_AGO, openToLast);
  } else {
    const end = work.from[owner + 1] as number;
    for (let row = work.from[owner] as number; row < end; row += 1) {
      const value = spec.work === null ? MET : spec.work(row);
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
  const low = countYears(start === UNKNOWN_FIRST ? start : startLast, least, clock);
  const high = countYears(start, most, clock);
  const value = low >= spec.years ? MET : high < spec.years ? UNMET : judged ? JUDGE : MISSING;
  answer.have = value === MISSING ? high : low;
  return value;
}

/** `years` full years since a date by the day of evaluation. */
export function elapsedSince(first: number, last: number, years: number, asOf: number): number {
  if (first === UNKNOWN_FIRST) return MISSING;
  if (anniversary(last, years) <= asOf) return MET;
  return anniversary(first, years) <= asOf ? MISSING : UNMET;
}
