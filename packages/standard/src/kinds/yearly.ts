import type { DossierList } from '../dossier/dossier.ts';
import { leastYears } from '../language/node.ts';
import type { NodeBase } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import { allOf } from '../language/state.ts';
import type { State } from '../language/state.ts';
import { obtainedRange } from '../evaluate/current-title.ts';
import { yearOf } from '../evaluate/dates.ts';
import { leaf } from '../evaluate/outcome.ts';
import { compilePredicate } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import type { Run } from '../evaluate/run.ts';
import { reasonsFor } from '../explain/reasons.ts';
import type { Kind } from './kind.ts';

/**
 * Each year of a span has a record that fulfils `must` (任现职以来各年度考核): from the year of the current title, or the
 * one after, to the year before the evaluation; or the last so many years before it (近三年), title or not. A year without a
 * record is missing, unless only recorded years are asked for (people without an employer who assesses them); without any title
 * nothing is asked of the years since it, unless some year must have been assessed (`min`).
 */
export interface YearlyNode extends NodeBase {
  readonly kind: 'yearly';
  readonly list: Extract<DossierList, 'assessments'>;
  readonly must: Predicate;
  /** A number: so many years before that of the evaluation. */
  readonly from: 'title-year' | 'after-title-year' | number;
  /** So many years at least must lie in the span; left out, a span without years is fulfilled. */
  readonly min?: number;
  /** A year without a record in a stated list is passed over. */
  readonly recordedOnly?: true;
}

export const yearly: Kind<YearlyNode> = {
  key: 'yearly',
  keys: ['list', 'from', 'min', 'recorded-only'],
  parse(value, map, base, context) {
    const list = map.optionalText('list') ?? 'assessments';
    if (list !== 'assessments') map.get('list')?.fail('yearly 只用于 assessments');
    const written = map.get('from');
    const from = written?.scalar() ?? 'after-title-year';
    const years = typeof from === 'number' && Number.isInteger(from) && from >= 1 && from <= 20;
    if (from !== 'title-year' && from !== 'after-title-year' && !years) {
      written?.fail('from 只能是 title-year（含取得当年）、after-title-year（次年起），或近几年的年数');
      return null;
    }
    const least = map.get('min');
    const min = least ? context.integer(least) : 0;
    const atLeast = min > 0 ? { min } : {};
    const must = context.predicate(value, 'assessments');
    const recordedOnly = map.get('recorded-only')?.scalar() === true ? ({ recordedOnly: true } as const) : {};
    return must && { ...base, kind: 'yearly', list: 'assessments', must, from, ...atLeast, ...recordedOnly };
  },
  evaluate(node, run) {
    const span = spanOf(node, run);
    if (span === 'none') return withoutYears(node, '没有现职称，没有须考核的年度');
    if (span === 'unknown') return leaf(node, 'missing', { unknown: ['现职称取得日期'] });
    const records = run.records(node.list);
    const years = Array.from({ length: Math.max(0, span.last - span.first + 1) }, (_, index) => span.first + index);
    if (years.length < Math.max(leastYears(node), 1)) return withoutYears(node, '没有须考核的年度', years.length);
    if (!records) return leaf(node, 'missing', { need: years.length, unit: '年', unknown: [run.listTitle(node.list)] });
    const results = years.flatMap((year) => judgeYear(node, year, records, run) ?? []);
    if (results.length === 0) return leaf(node, 'met', { notes: ['没有考核记录，没有须考核的年度'] });
    const have = results.filter(({ state }) => state === 'met').length;
    return leaf(node, allOf(results.map(({ state }) => state)), {
      need: results.length,
      have,
      unit: '年',
      notes: results.flatMap(({ state, note }) => (state === 'unmet' ? [note] : [])),
      unknown: results.flatMap(({ state, note }) => (state === 'missing' ? [note] : [])),
    });
  },
};

/** Too few years to look at: fulfilled where none is asked. */
const withoutYears = (node: YearlyNode, note: string, have = 0) =>
  node.min === undefined
    ? leaf(node, 'met', { notes: [note] })
    : leaf(node, 'unmet', { need: node.min, have, unit: '年', notes: [have === 0 ? note : '须考核的年度不够'] });

/** A title dated only to the year is enough; a span that depends on an unknown year is not known. */
function spanOf(node: YearlyNode, run: Run): { readonly first: number; readonly last: number } | 'none' | 'unknown' {
  const last = yearOf(run.context.asOf) - 1;
  if (typeof node.from === 'number') return { first: last - node.from + 1, last };
  const title = run.currentTitle;
  if (title.known === 'none') return 'none';
  const obtained = title.known === 'unknown' ? null : obtainedRange(title.possible);
  if (!obtained || yearOf(obtained.first) !== yearOf(obtained.last)) return 'unknown';
  const first = yearOf(obtained.first) + (node.from === 'after-title-year' ? 1 : 0);
  return { first, last };
}

/** What is known of one year; null where nothing is asked of it because it has no record. */
function judgeYear(
  node: YearlyNode,
  year: number,
  records: readonly RecordData[],
  run: Run,
): { readonly state: State; readonly note: string } | null {
  const test = compilePredicate(node.must);
  const ofYear = records.filter((record) => record['year'] === year);
  // A result whose year is not stated may be of this year.
  const undated = records.filter((record) => record['year'] === undefined && test(record) !== 'met');
  if (ofYear.length === 0) {
    const passedOver = node.recordedOnly === true && undated.length === 0;
    return passedOver ? null : { state: 'missing', note: `${year} 年度考核` };
  }
  const state = allOf([...ofYear.map(test), ...undated.map((): State => 'missing')]);
  const reasons = ofYear.flatMap((record) => reasonsFor(node.must, record, run.pack.vocabulary).reasons);
  return { state, note: `${year} 年度${reasons.length > 0 ? reasons.join('，') : '考核'}` };
}
