import { MAX_BUNDLES } from '../../evaluate/bundles.ts';
import type { SumState } from './sums.ts';

/** `Demand` of `evaluate/assignment.ts` with its tokens as mask too: `k` of them, tried in the order of `tokens`. */
export interface Demand {
  readonly tokens: readonly number[];
  readonly mask: number;
  readonly k: number;
}
export type Bundle = readonly Demand[];

/** How an item is fulfilled, by the masks of its counts: the same ways as `evaluate/bundles.ts` finds. */
export type Ways =
  | { readonly op: 'count'; readonly group: number; readonly min: number; readonly slot: number }
  | { readonly op: 'sum'; readonly sum: SumState }
  | { readonly op: 'all' | 'any'; readonly of: readonly Ways[] }
  | { readonly op: 'atLeast'; readonly n: number; readonly of: readonly Ways[] }
  /** Reached or not, whatever achievements there are. */
  | { readonly op: 'slot'; readonly slot: number };

/** Bit of the thermometer that says a floor is reached: met, met or judge, these or missing. */
export type Floor = 4 | 2 | 1;

const NONE: readonly Bundle[] = [];
const FREE: readonly Bundle[] = [[]];

/**
 * The ways to reach a floor. `masks` holds three masks for each count: met, judged, open; `codes` the values of the places
 * from `base`.
 */
export function waysOf(
  ways: Ways,
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  floor: Floor,
): readonly Bundle[] {
  switch (ways.op) {
    case 'slot':
      return ((codes[base + ways.slot] as number) & floor) === 0 ? NONE : FREE;
    case 'count': {
      if (((codes[base + ways.slot] as number) & floor) === 0) return NONE;
      const tokens = tokensOf(masks, 3 * ways.group, floor);
      return [[{ tokens, mask: masks[3 * ways.group + TIER[floor]] as number, k: ways.min }]];
    }
    case 'sum':
      return ways.sum.ways(floor);
    case 'all':
      return product(ways.of.map((part) => waysOf(part, masks, codes, base, floor)));
    case 'any': {
      const found: Bundle[] = [];
      for (const part of ways.of) {
        for (const bundle of waysOf(part, masks, codes, base, floor)) {
          if (found.length < MAX_BUNDLES) found.push(bundle);
        }
      }
      return found;
    }
    case 'atLeast':
      return choose(ways.of, 0, ways.n, masks, codes, base, floor);
    default:
      return ways satisfies never;
  }
}

/** All parts at once, each in each of its ways. */
export function product(parts: readonly (readonly Bundle[])[]): readonly Bundle[] {
  if (parts.some((part) => part.length === 0)) return NONE;
  let result: readonly Bundle[] = FREE;
  for (const part of parts) {
    const longer: Bundle[] = [];
    for (const left of result) for (const right of part) conjoin(left, right, longer);
    result = longer.length > MAX_BUNDLES ? longer.slice(0, MAX_BUNDLES) : longer;
  }
  return result;
}

/** `conjoin` of `evaluate/bundles.ts` on masks: the ways to fulfil two bundles of one item at once. */
function conjoin(left: Bundle, right: Bundle, into: Bundle[]): void {
  let ways: readonly Bundle[] = [left];
  for (const demand of right) {
    const next: Bundle[] = [];
    for (const way of ways) share(way, demand, 0, demand.k, [], next);
    ways = next;
  }
  into.push(...ways);
}

function share(bundle: Bundle, demand: Demand, index: number, left: number, shared: Bundle, into: Bundle[]): void {
  const one = bundle[index];
  if (!one) {
    into.push(left > 0 ? [...shared, { tokens: demand.tokens, mask: demand.mask, k: left }] : shared);
    return;
  }
  const mask = one.mask & demand.mask;
  if (mask === 0) return share(bundle, demand, index + 1, left, [...shared, one], into);
  const tokens = mask === one.mask ? one.tokens : one.tokens.filter((token) => (mask & (1 << token)) !== 0);
  const most = Math.min(one.k, left, tokens.length);
  // Where one set holds the other, taking as many as possible is never worse.
  const least = mask === one.mask || mask === demand.mask ? most : 0;
  for (let taken = most; taken >= least; taken -= 1) {
    const parts: Demand[] = [];
    if (taken > 0) parts.push({ tokens, mask, k: taken });
    if (one.k > taken) parts.push({ tokens: one.tokens, mask: one.mask, k: one.k - taken });
    share(bundle, demand, index + 1, left - taken, [...shared, ...parts], into);
  }
}

function choose(
  parts: readonly Ways[],
  from: number,
  n: number,
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  floor: Floor,
): readonly Bundle[] {
  if (n === 0) return FREE;
  const first = parts[from];
  if (!first || parts.length - from < n) return NONE;
  const rest = choose(parts, from + 1, n - 1, masks, codes, base, floor);
  const withFirst = product([waysOf(first, masks, codes, base, floor), rest]);
  return [...withFirst, ...choose(parts, from + 1, n, masks, codes, base, floor)].slice(0, MAX_BUNDLES);
}

/** Which of a count's three masks a floor reads. */
export const TIER: Readonly<Record<Floor, number>> = { 4: 0, 2: 1, 1: 2 };

/** Those that are certain first, so that an assignment does not lean on open ones without need. */
function tokensOf(masks: Int32Array, at: number, floor: Floor): readonly number[] {
  const met = masks[at] as number;
  const judged = floor === 4 ? met : (masks[at + 1] as number);
  const open = floor === 1 ? (masks[at + 2] as number) : judged;
  if (open === met) return tokensIn(met);
  return [...tokensIn(met), ...tokensIn(judged & ~met), ...tokensIn(open & ~judged)];
}

/** Lists of tokens that were asked before; a dossier has a dozen achievements, so most masks are small. */
const SMALL = 1 << 14;
const listed: (readonly number[] | undefined)[] = [];

/** The tokens in a mask, in ascending order. */
export function tokensIn(mask: number): readonly number[] {
  const known = mask >= 0 && mask < SMALL ? listed[mask] : undefined;
  if (known) return known;
  const tokens: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) tokens.push(31 - Math.clz32(left & -left));
  if (mask >= 0 && mask < SMALL) listed[mask] = tokens;
  return tokens;
}
