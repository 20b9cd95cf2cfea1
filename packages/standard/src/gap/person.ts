import { leastYears } from '../language/node.ts';
import { yearOf } from '../evaluate/dates.ts';
import { obtainedRange } from '../evaluate/current-title.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { compilePredicate } from '../evaluate/predicate.ts';
import type { EveryNode } from '../kinds/every.ts';
import type { FactNode } from '../kinds/fact.ts';
import type { YearlyNode } from '../kinds/yearly.ts';
import { anyOf, negate } from '../language/state.ts';
import { cheapest, combineAll } from './choose.ts';
import { waysAgainst, waysOf } from './conjunct.ts';
import type { Conjunct } from './conjunct.ts';
import type { Finder } from './finder.ts';
import { NOTHING, single } from './moves.ts';
import type { Proposal } from './moves.ts';
import { repair, stuckText } from './repair.ts';

/** The moves after which a predicate on the dossier itself holds, or fails where that is wanted. */
export function proposalsForFact(node: FactNode, finder: Finder, holds = true): readonly Proposal[] {
  const ways = holds ? waysOf(node.test) : waysAgainst(node.test);
  // With what follows from other facts.
  const record = finder.run.dossier as RecordData;
  const repairs = ways.map((way) => repair(record, way, [], null, node.id));
  const found = cheapest(repairs.flatMap((one) => (one.ok ? [one.proposal] : [])));
  if (found.length === 0) {
    const stuck = repairs.flatMap((one) => (!one.ok && one.stuck ? [one.stuck] : []))[0];
    finder.block(node, stuck ? stuckText(stuck, record, finder.pack.vocabulary) : '与所填情况不符');
  }
  return found;
}

/** Every record as it must be: only what is not stated can be supplied. */
export function proposalsForEvery(node: EveryNode, finder: Finder): readonly Proposal[] {
  const records = finder.run.records(node.list) ?? [];
  const must = compilePredicate(node.must);
  const when = node.when && compilePredicate(node.when);
  const ways = [...waysOf(node.must), ...(node.when ? waysAgainst(node.when) : [])];
  const parts = records.flatMap((record, index) => {
    if (anyOf([negate(when ? when(record) : 'met'), must(record)]) === 'met') return [];
    const place = { list: node.list, index };
    const repairs = ways.map((way) => repair(record, way, [], place, node.id));
    return [cheapest(repairs.flatMap((one) => (one.ok ? [one.proposal] : [])))];
  });
  const found = records.length === 0 ? [] : combineAll(parts, false);
  if (found.length === 0) finder.block(node, `${finder.run.listTitle(node.list)}中有不符合的，已成事实`);
  return found;
}

function firstYear({ from }: YearlyNode, last: number, finder: Finder): number | 'none' | 'unknown' {
  if (typeof from === 'number') return last - from + 1;
  const title = finder.run.currentTitle;
  const range = title.known === 'titles' ? obtainedRange(title.possible) : null;
  if (!range) return title.known === 'none' ? 'none' : 'unknown';
  return yearOf(range.last) + (from === 'after-title-year' ? 1 : 0);
}

/** Years without an assessment can be supplied; a year that was assessed worse cannot be changed. */
export function proposalsForYearly(node: YearlyNode, outcome: Outcome, finder: Finder): readonly Proposal[] {
  const last = yearOf(finder.situation.asOf) - 1;
  const first = firstYear(node, last, finder);
  if (first === 'none' || (first !== 'unknown' && last - first + 1 < leastYears(node))) return [];
  // When the title's date is what is missing, another condition asks for it.
  if (first === 'unknown') return [NOTHING];
  const known = finder.run.records(node.list);
  const records = known ?? [];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const [needs = new Map() as Conjunct] = waysOf(node.must);
  const test = compilePredicate(node.must);
  const parts: (readonly Proposal[])[] = [];
  const absent: number[] = [];
  for (const year of years) {
    const ofYear = records.flatMap((record, index) => (record['year'] === year ? [{ record, index }] : []));
    if (ofYear.length === 0 && (node.recordedOnly !== true || !known)) absent.push(year);
    for (const { record, index } of ofYear) {
      if (test(record) === 'met') continue;
      const one = repair(record, needs, [], { list: node.list, index }, node.id);
      parts.push(one.ok ? [one.proposal] : []);
    }
  }
  if (absent.length > 0) parts.push([single({ kind: 'assess', key: 'assess', for: [node.id], years: absent, needs })]);
  const found = combineAll(parts, false);
  if (found.length === 0) finder.block(node, outcome.notes.join('；') || '有年度考核不符合，已成事实');
  return found;
}
