import { addYears, dayNumber, dayOfNumber } from '../evaluate/dates.ts';
import { startRun } from '../evaluate/evaluate.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { readField } from '../evaluate/predicate.ts';
import type { ElapsedNode } from '../kinds/elapsed.ts';
import type { TenureNode } from '../kinds/tenure.ts';
import type { Conjunct } from './conjunct.ts';
import { waysOf } from './conjunct.ts';
import { afterWaiting, applyMoves } from './apply.ts';
import type { Situation } from './apply.ts';
import { cheapest } from './choose.ts';
import { FIRST_DAY } from './constraint.ts';
import type { Finder } from './finder.ts';
import { NOTHING, join, single } from './moves.ts';
import type { Proposal } from './moves.ts';
import { narrowed } from './records.ts';
import { repair } from './repair.ts';

/** Nobody plans further ahead. */
const MOST_YEARS = 15;

type TimeNode = TenureNode | ElapsedNode;

/** The moves after which enough years have passed: supply what is not stated, wait, or both. */
export function proposalsForTenure(node: TenureNode, outcome: Outcome, finder: Finder): readonly Proposal[] {
  const bases = [NOTHING, ...suppliesOf(node, finder)];
  const found = bases.flatMap((base) => ripened(node, base, finder));
  if (found.length === 0) finder.block(node, outcome.notes.join('；') || '年限不够，单靠等待不能满足');
  return cheapest(found);
}

export function proposalsForElapsed(node: ElapsedNode, outcome: Outcome, finder: Finder): readonly Proposal[] {
  const written = readField(finder.situation.dossier as RecordData, node.since.path);
  const last = addYears(finder.situation.asOf, -node.years);
  const needs: Conjunct = new Map([
    [node.since.path.join('.'), { field: node.since, constraint: { form: 'date', first: FIRST_DAY, last } }],
  ]);
  const part = `supply:${node.since.path[0] ?? ''}`;
  const supply = single({ kind: 'supply', key: part, for: [node.id], place: null, needs });
  const found = ripened(node, NOTHING, finder);
  if (written === undefined || outcome.state === 'missing') found.push(supply);
  if (found.length === 0) finder.block(node, outcome.notes.join('；') || '年限不够');
  return cheapest(found);
}

/** The proposal itself when it is enough, else with the wait that makes it enough; nothing when no wait does. */
function ripened(node: TimeNode, base: Proposal, finder: Finder): Proposal[] {
  const changed = base.moves.size === 0 ? finder.situation : applyMoves(finder.situation, base.moves.values());
  if (holdsIn(node, changed, finder)) return [base];
  const until = earliestDay(changed, (later) => holdsIn(node, later, finder));
  if (until === null) return [];
  return [join(base, single({ kind: 'wait', key: 'wait', for: [node.id], until })) ?? base];
}

/** Whether a condition on time alone holds; achievements do not matter to it. */
function holdsIn(node: TimeNode, { dossier, asOf, plan }: Situation, finder: Finder): boolean {
  const run = startRun({
    pack: finder.pack,
    dossier: { ...dossier, achievements: [] },
    asOf,
    ...(plan ? { plan } : {}),
  });
  return run.evaluate(node).state === 'met';
}

/**
 * The first day on which `holds`, going on as before: by halving the days where there is no plan; with a plan, the rest of its
 * window and then the same day of each later year. Null when not within fifteen years.
 */
export function earliestDay(now: Situation, holds: (later: Situation) => boolean): string | null {
  const at = (day: string): boolean => holds(afterWaiting(now, day));
  if (now.plan) {
    if (now.plan.closesOn > now.asOf && yearsBetween(now.asOf, now.plan.closesOn) === 0 && at(now.plan.closesOn)) {
      return firstDay(now.asOf, now.plan.closesOn, at);
    }
    for (let years = 1; years <= MOST_YEARS; years += 1) {
      const day = addYears(now.asOf, years);
      if (at(day)) return day;
    }
    return null;
  }
  const last = addYears(now.asOf, MOST_YEARS);
  return at(last) ? firstDay(now.asOf, last, at) : null;
}

const yearsBetween = (from: string, to: string): number => Number(to.slice(0, 4)) - Number(from.slice(0, 4));

/** The first day after `from` on which `at` holds, given that it does on `to` and keeps holding. */
function firstDay(from: string, to: string, at: (day: string) => boolean): string {
  let low = dayNumber(from);
  let high = dayNumber(to);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (at(dayOfNumber(middle))) high = middle;
    else low = middle;
  }
  return dayOfNumber(high);
}

/** What could be supplied about titles and work: each alone and both together. */
function suppliesOf(node: TenureNode, finder: Finder): readonly Proposal[] {
  const titles = titleSupplies(node, finder);
  const work = workSupplies(node, finder);
  return [...titles, ...work, ...titles.flatMap((one) => work.flatMap((other) => join(one, other) ?? []))];
}

/** The last day on which the title may have been obtained for the years to be full. */
function latestStart(node: TenureNode, finder: Finder): string {
  const { tenure } = finder.run.context;
  return tenure.rule === 'YEAR_DIFF' ? `${tenure.year - node.years}-12-31` : addYears(tenure.date, -node.years);
}

function titleSupplies(node: TenureNode, finder: Finder): readonly Proposal[] {
  const { since } = node;
  if (!since) return [];
  const key = node.base === 'obtained' ? 'obtainedOn' : 'appointedOn';
  const name = node.base === 'obtained' ? '取得日期' : '聘任起始日期';
  const constraint = { form: 'date', first: FIRST_DAY, last: latestStart(node, finder) } as const;
  const dated = narrowed(since, key, { field: { path: [key], name }, constraint });
  const { titles } = finder.situation.dossier;
  if (!titles) {
    return dated.map((needs, way) =>
      single({ kind: 'add', key: `add:${node.id}:title${way}`, for: [node.id], list: 'titles', needs, qualities: [] }),
    );
  }
  // A date that is stated stands; only what is open is supplied.
  return titles.flatMap((title, index) => {
    const ways = title[key] === undefined ? dated : waysOf(since);
    return ways.flatMap((way) => {
      const one = repair(title as RecordData, way, [], { list: 'titles', index }, node.id);
      return one.ok && one.proposal.moves.size > 0 ? [one.proposal] : [];
    });
  });
}

function workSupplies(node: TenureNode, finder: Finder): readonly Proposal[] {
  const { work } = node;
  if (!work) return [];
  const { workPeriods } = finder.situation.dossier;
  const start = startOfWork(node, finder);
  if (!workPeriods) {
    const constraint = { form: 'date', first: FIRST_DAY, last: start } as const;
    return narrowed(work, 'from', { field: { path: ['from'], name: '起始日期' }, constraint }).map((needs, way) =>
      single({
        kind: 'add',
        key: `add:${node.id}:work${way}`,
        for: [node.id],
        list: 'workPeriods',
        needs,
        qualities: [],
      }),
    );
  }
  return workPeriods.flatMap((period, index) => {
    const constraint = { form: 'date', first: FIRST_DAY, last: start } as const;
    const dated = narrowed(work, 'from', { field: { path: ['from'], name: '起始日期' }, constraint });
    const ways = period.from === undefined ? dated : waysOf(work);
    return ways.flatMap((way) => {
      const one = repair(period as RecordData, way, [], { list: 'workPeriods', index }, node.id);
      return one.ok && one.proposal.moves.size > 0 ? [one.proposal] : [];
    });
  });
}

/** Work that is not stated is taken to have begun with the title, or early enough where the title is not known. */
function startOfWork(node: TenureNode, finder: Finder): string {
  const latest = latestStart(node, finder);
  const dates = (finder.situation.dossier.titles ?? []).flatMap((title) => {
    const date = node.base === 'obtained' ? title.obtainedOn : title.appointedOn;
    return date === undefined ? [] : [date.length === 10 ? date : `${date.slice(0, 4)}-01-01`];
  });
  const [first] = dates.toSorted();
  return first !== undefined && first < latest ? first : latest;
}
