import { UNKNOWN_FIRST, UNKNOWN_LAST } from '../../intake/days.ts';
import type { Cells, List } from '../../intake/population.ts';

/** Below and above every day, known or not: no title at all, and a title of which the day is not known. */
const BEFORE_ALL = -2_147_483_648;
const AFTER_ALL = 2_147_483_647;

/** The first and last day on which the current title may have been obtained. */
export interface TitleSpan {
  first: number;
  last: number;
}

export const hasNoTitle = (span: TitleSpan): boolean => span.last === BEFORE_ALL;
export const isUnknownTitle = (span: TitleSpan): boolean => span.last === AFTER_ALL;

/** Cells of the titles, in the order that {@link currentTitle} reads them. */
export interface TitleColumns {
  readonly level: Cells;
  readonly relation: Cells;
  readonly first: Cells;
  readonly last: Cells;
  readonly current: Cells;
}

/** The columns of the titles of a population. */
export function titleColumns({ rows }: List): TitleColumns {
  const at = (field: string, offset = 0): Cells => {
    const column = rows.table.columns.get(field);
    const cells = column && rows.columns[column.at + offset];
    if (!cells) throw new Error(`the layout holds no titles/${field}`);
    return cells;
  };
  return {
    level: at('level'),
    relation: at('relation'),
    first: at('obtainedOn'),
    last: at('obtainedOn', 1),
    current: at('current'),
  };
}

const RELATED = 2;
const OTHER = 1;

/** `evaluate/current-title.ts` and the range of its dates, on columns; the answer is written into `span`. */
export function currentTitle(list: List, columns: TitleColumns, owner: number, span: TitleSpan): void {
  if (list.known[owner] !== 1) return set(span, BEFORE_ALL + 1, AFTER_ALL);
  const from = list.from[owner] as number;
  const to = list.from[owner + 1] as number;
  if (from === to) return set(span, BEFORE_ALL, BEFORE_ALL);
  for (let row = from; row < to; row += 1) {
    if (columns.current[row] === 2) return possible(columns, row, row + 1, () => true, span);
  }
  let related = false;
  let open = false;
  for (let row = from; row < to; row += 1) {
    const relation = columns.relation[row] as number;
    if (relation >= RELATED) related = true;
    if (relation === 0) open = true;
  }
  if (to - from === 1) return possible(columns, from, to, () => true, span);
  const all = !related && !open;
  const stays = (row: number): boolean => {
    if (columns.relation[row] === OTHER && related) return false;
    for (let other = from; other < to; other += 1) {
      if (other === row || !(all || (columns.relation[other] as number) >= RELATED)) continue;
      if (outranks(columns, other, row)) return false;
    }
    return true;
  };
  possible(columns, from, to, stays, span);
}

function outranks({ level, first, last }: TitleColumns, other: number, row: number): boolean {
  const difference = (level[other] as number) - (level[row] as number);
  if (level[other] === 0 || level[row] === 0) return false;
  if (difference !== 0) return difference > 0;
  return (
    first[other] !== UNKNOWN_FIRST && last[row] !== UNKNOWN_LAST && (first[other] as number) > (last[row] as number)
  );
}

function possible(
  columns: TitleColumns,
  from: number,
  to: number,
  stays: (row: number) => boolean,
  span: TitleSpan,
): void {
  let [first, last] = [AFTER_ALL, BEFORE_ALL];
  for (let row = from; row < to; row += 1) {
    if (!stays(row)) continue;
    if (columns.first[row] === UNKNOWN_FIRST) return set(span, BEFORE_ALL + 1, AFTER_ALL);
    first = Math.min(first, columns.first[row] as number);
    last = Math.max(last, columns.last[row] as number);
  }
  if (last === BEFORE_ALL) return set(span, BEFORE_ALL + 1, AFTER_ALL);
  set(span, first, last);
}

function set(span: TitleSpan, first: number, last: number): void {
  span.first = first;
  span.last = last;
}
