import { dayNumber, dayOfNumber, dayRange } from '../evaluate/dates.ts';
import type { Match } from '../evaluate/matching.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { describeRecord } from '../evaluate/matching.ts';
import type { CountNode } from '../kinds/count.ts';
import type { SumNode } from '../kinds/sum.ts';
import type { CountingRule } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import { titleDay } from './apply.ts';
import { cheapest, combineAll, combineSome } from './choose.ts';
import { both, conjoinWays, waysAgainst, waysOf } from './conjunct.ts';
import type { Conjunct, Wanted } from './conjunct.ts';
import { FIRST_DAY, standingOf } from './constraint.ts';
import type { Finder } from './finder.ts';
import { NOTHING, join, proposal, single } from './moves.ts';
import type { Move, Proposal } from './moves.ts';
import { repair, stuckText } from './repair.ts';

/** The moves after which enough records count. */
export function proposalsForCount(node: CountNode, outcome: Outcome, finder: Finder): readonly Proposal[] {
  const lacks = node.min - (outcome.have ?? 0);
  const ways = waysFor(node, finder);
  const repairs = repairsOf(node, outcome.matches, ways, finder);
  const found: Proposal[] = [];
  const dated = titleFor(node, finder);
  for (let mended = Math.min(lacks, repairs.length); mended >= 0; mended -= 1) {
    const old = combineSome(repairs, mended, false);
    if (mended === lacks) found.push(...old);
    else
      for (const fresh of additions(node, ways, lacks - mended))
        found.push(...old.flatMap((one) => joinAll([one, fresh, dated]) ?? []));
  }
  const list = cheapest(found);
  if (list.length === 0)
    finder.block(node, nearMiss(node, outcome.matches, ways, finder) ?? '现有材料不符合，也无法补充');
  return list;
}

/** The moves after which the numbers add up: confirm what is there, or one more record with the rest. */
export function proposalsForSum(node: SumNode, outcome: Outcome, finder: Finder): readonly Proposal[] {
  const lacks = node.min - (outcome.have ?? 0);
  const ways = waysFor(node, finder);
  const repairs = repairsOf(node, outcome.matches, ways, finder);
  const rest: Conjunct = new Map([
    [
      node.field.path.join('.'),
      { field: node.field, constraint: { form: 'number', least: lacks, most: Number.POSITIVE_INFINITY } },
    ],
  ]);
  const found = additions(node, conjoinWays(ways, [rest]), 1);
  // Without a record to mend there is nothing to confirm, which is not the same as nothing to do.
  const confirmed = repairs.length === 0 ? [] : [...combineAll(repairs, false), ...repairs.flat()];
  const list = cheapest([...found, ...confirmed]);
  if (list.length === 0) finder.block(node, '现有材料不够，也无法补充');
  return list;
}

/** The ways in which a record counts: the condition's own words and, for achievements, the counting rules. */
export function waysFor(node: CountNode | SumNode, finder: Finder): readonly Conjunct[] {
  const known = memory.get(node);
  const plan = finder.situation.plan;
  if (known && known.pack === finder.pack && known.plan === (plan?.counting ?? null)) return known.ways;
  const rules = node.list === 'achievements' ? finder.run.rules : [];
  const own: readonly Conjunct[] = [...waysOf(node.where)];
  const ways = rules.reduce((some, rule) => conjoinWays(some, ruleWays(rule)), own);
  memory.set(node, { pack: finder.pack, plan: plan?.counting ?? null, ways });
  return ways;
}
const memory = new WeakMap<
  object,
  { readonly pack: object; readonly plan: readonly CountingRule[] | null; readonly ways: readonly Conjunct[] }
>();
const ruleMemory = new WeakMap<CountingRule, readonly Conjunct[]>();

function ruleWays(rule: CountingRule): readonly Conjunct[] {
  if (rule.rule !== 'where') return [new Map()];
  const known = ruleMemory.get(rule);
  if (known) return known;
  const ways = [...(rule.when ? waysAgainst(rule.when) : []), ...waysOf(rule.where)];
  ruleMemory.set(rule, ways);
  return ways;
}

/** The ways that a record of a kind can go; all where records have no kind. */
function waysOfKind(ways: readonly Conjunct[], kind: unknown): readonly Conjunct[] {
  const byKind = kindMemory.get(ways) ?? new Map<unknown, readonly Conjunct[]>();
  kindMemory.set(ways, byKind);
  const known = byKind.get(kind);
  if (known) return known;
  const open = ways.filter((way) => {
    const wanted = way.get('kind');
    return !wanted || standingOf(wanted.constraint, kind) !== 'wrong';
  });
  byKind.set(kind, open);
  return open;
}
const kindMemory = new WeakMap<readonly Conjunct[], Map<unknown, readonly Conjunct[]>>();

/** For each record, or group of records that count as one, that does not count yet: what would make it. */
function repairsOf(
  node: CountNode | SumNode,
  matches: readonly Match[],
  ways: readonly Conjunct[],
  finder: Finder,
): readonly (readonly Proposal[])[] {
  const reached = new Set(matches.filter(({ state }) => state === 'met').map(({ token }) => token));
  const byToken = new Map<number, Proposal[]>();
  for (const match of matches) {
    if (reached.has(match.token) || !finder.run.isOpen(match.token) || isPast(match)) continue;
    const place = { list: node.list, index: match.index };
    const own = waysOfKind(ways, match.record['kind']).flatMap((way) => {
      const one = repair(match.record, way, node.qualities, place, node.id);
      return one.ok ? [one.proposal] : [];
    });
    const dates = own.length > 0 ? dateRepair(match, finder, node.id) : null;
    if (!dates) continue;
    for (const one of own) {
      const whole = join(one, dates);
      if (whole && whole.moves.size > 0) byToken.set(match.token, [...(byToken.get(match.token) ?? []), whole]);
    }
  }
  return [...byToken.values()].map(cheapest);
}

/** Whether a rule on its date surely keeps the record from counting. */
const isPast = ({ prepared }: Match): boolean =>
  prepared?.exclusions.some(({ rule, state }) => rule.rule !== 'where' && state === 'unmet') ?? false;

/** What is needed for the date of a record that is not past to count; null where it cannot. */
function dateRepair(match: Match, finder: Finder, serves: string): Proposal | null {
  const { prepared } = match;
  if (!prepared?.exclusions.some(({ rule }) => rule.rule !== 'where')) return NOTHING;
  const { effectiveOn } = prepared.record;
  const last = finder.situation.plan?.achievementCutOff ?? finder.situation.asOf;
  const after = titleDay(finder.situation.dossier);
  if (effectiveOn === undefined || after !== null) {
    const first = after === null ? FIRST_DAY : dayOfNumber(dayNumber(after) + 1);
    const place = { list: 'achievements', index: match.index } as const;
    return single(supplyDate(place, 'effectiveOn', '生效日期', first, last, serves));
  }
  const before = dayOfNumber(dayNumber(dayRange(effectiveOn).first) - 1);
  const { titles } = finder.situation.dossier;
  if (!titles) return someTitle(before, serves);
  const index = titles.findIndex(({ obtainedOn }) => obtainedOn === undefined);
  if (index < 0) return null;
  return single(supplyDate({ list: 'titles', index }, 'obtainedOn', '取得日期', FIRST_DAY, before, serves));
}

/** A title obtained by that day, where it is not known whether there is any. */
function someTitle(last: string, serves: string): Proposal {
  const constraint = { form: 'date', first: FIRST_DAY, last } as const;
  const needs: Conjunct = new Map([['obtainedOn', { field: { path: ['obtainedOn'], name: '取得日期' }, constraint }]]);
  return single({ kind: 'add', key: 'add:titles', for: [serves], list: 'titles', needs, qualities: [] });
}

/** What a new achievement needs besides, where it must be later than a title of which nothing is stated. */
function titleFor(node: CountNode, finder: Finder): Proposal {
  const { situation, run } = finder;
  const asked = node.list === 'achievements' && run.rules.some(({ rule }) => rule === 'after-current-title');
  if (!asked || situation.dossier.titles) return NOTHING;
  const last = situation.plan?.achievementCutOff ?? situation.asOf;
  return someTitle(dayOfNumber(dayNumber(last) - 1), node.id);
}

/** Everything of all; null when two contradict each other. */
const joinAll = (proposals: readonly Proposal[]): Proposal | null =>
  proposals.reduce<Proposal | null>((whole, one) => whole && join(whole, one), NOTHING);

export function supplyDate(
  place: { readonly list: 'achievements' | 'titles'; readonly index: number },
  key: string,
  name: string,
  first: string,
  last: string,
  serves: string,
): Move {
  const needs: Conjunct = new Map([[key, { field: { path: [key], name }, constraint: { form: 'date', first, last } }]]);
  return { kind: 'supply', key: `supply:${place.list}/${place.index}`, for: [serves], place, needs };
}

/** `count` new records: of the ways that differ only in their details, the easiest. The same for every dossier. */
function additions(node: CountNode | SumNode, ways: readonly Conjunct[], count: number): readonly Proposal[] {
  const known = additionMemory.get(ways) ?? new Map<number, readonly Proposal[]>();
  additionMemory.set(ways, known);
  const found = known.get(count) ?? easiestAdditions(node, ways, count);
  known.set(count, found);
  return found;
}
const additionMemory = new WeakMap<readonly Conjunct[], Map<number, readonly Proposal[]>>();

function easiestAdditions(node: CountNode | SumNode, ways: readonly Conjunct[], count: number): readonly Proposal[] {
  const easiest = new Map<number, Proposal>();
  for (const needs of ways) {
    const kinds = needs.get('kind')?.constraint;
    const sort = kinds?.form === 'word' ? kinds.allowed : 0;
    const moves = Array.from({ length: count }, (_, index): Move => {
      const key = `add:${node.id}:${sort}#${index}`;
      return { kind: 'add', key, for: [node.id], list: node.list, needs, qualities: node.qualities };
    });
    const one = proposal(new Map(moves.map((move) => [move.key, move])));
    const known = easiest.get(sort);
    if (!known || one.cost < known.cost) easiest.set(sort, one);
  }
  return cheapest(easiest.values());
}

/** The record that lacks a single thing, and why it cannot have it. */
function nearMiss(
  node: CountNode,
  matches: readonly Match[],
  ways: readonly Conjunct[],
  finder: Finder,
): string | null {
  for (const match of matches) {
    const place = { list: node.list, index: match.index };
    const { name } = describeRecord(node.list, match.record, match.index, finder.run);
    const past = match.prepared?.exclusions.find(({ state, rule }) => state === 'unmet' && rule.rule !== 'where');
    for (const way of ways) {
      const one = repair(match.record, way, node.qualities, place, node.id);
      if (one.ok && past) return `${name}：${past.reason}`;
      if (!one.ok && one.stuck && one.others === 0 && one.stuck.field.path[0] !== 'kind') {
        return `${name}：${stuckText(one.stuck, match.record, finder.pack.vocabulary)}`;
      }
    }
  }
  return null;
}

/** The ways of a predicate, limited further by one field. */
export function narrowed(predicate: Predicate, key: string, wanted: Wanted): readonly Conjunct[] {
  return waysOf(predicate).flatMap((way) => both(way, new Map([[key, wanted]])) ?? []);
}
