import { addMonths, type CalendarDate, yearOf } from '../calendar/date.ts';
import { classSpec, type DocumentClass, type Periods } from './classes.ts';

/** One thing a document is kept for. A file that several applications rest on has as many uses. */
export interface KeptFor {
  readonly of: DocumentClass;
  /** The day from which its time counts; null while it is still in use (in an archive, in a case that goes on). */
  readonly since: CalendarDate | null;
  /** Held by somebody (保全), or something about it is still open: an objection, a request, a revocation. */
  readonly barred: boolean;
}

/** What becomes of a document on a day. `of` is the use that keeps it longest. */
export type Verdict =
  | { readonly kind: 'in-use' }
  | { readonly kind: 'barred' }
  | { readonly kind: 'for-ever'; readonly of: DocumentClass }
  | { readonly kind: 'kept'; readonly of: DocumentClass; readonly until: CalendarDate }
  | { readonly kind: 'due'; readonly of: DocumentClass; readonly since: CalendarDate; readonly on: CalendarDate };

/** First day a class is over whose time counts from `since`; null: never. */
export function endOfPeriod(of: DocumentClass, since: CalendarDate, periods: Periods): CalendarDate | null {
  const months = periods[of];
  if (months === null) return null;
  const start = classSpec(of).counts === 'day' ? since : `${yearOf(since) + 1}-01-01`;
  return addMonths(start, months);
}

/**
 * Whether a document is due for destruction on `today`: when every one of its uses is over, none is barred and none lasts for
 * ever. One nobody is known to use is not judged: it stays.
 */
export function verdictOn(uses: readonly KeptFor[], periods: Periods, today: CalendarDate): Verdict {
  if (uses.length === 0) return { kind: 'in-use' };
  if (uses.some(({ barred }) => barred)) return { kind: 'barred' };
  let last: { of: DocumentClass; since: CalendarDate; on: CalendarDate } | null = null;
  for (const { of, since } of uses) {
    if (since === null) return { kind: 'in-use' };
    const on = endOfPeriod(of, since, periods);
    if (on === null) return { kind: 'for-ever', of };
    if (last === null || on > last.on || (on === last.on && of < last.of)) last = { of, since, on };
  }
  if (last === null) return { kind: 'in-use' };
  return last.on <= today ? { kind: 'due', ...last } : { kind: 'kept', of: last.of, until: last.on };
}

/** The first half of the answer for many: which of them are due, by their ids. */
export function dueOn(
  documents: ReadonlyMap<string, readonly KeptFor[]>,
  periods: Periods,
  today: CalendarDate,
): ReadonlyMap<string, Extract<Verdict, { kind: 'due' }>> {
  const due = new Map<string, Extract<Verdict, { kind: 'due' }>>();
  for (const [id, uses] of documents) {
    const verdict = verdictOn(uses, periods, today);
    if (verdict.kind === 'due') due.set(id, verdict);
  }
  return due;
}
