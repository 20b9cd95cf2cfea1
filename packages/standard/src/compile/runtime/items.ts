import type { Bundle, Choice } from '../../evaluate/assignment.ts';
import { conjoin, MAX_BUNDLES } from '../../evaluate/bundles.ts';
import { contestOf } from './contest.ts';
import type { Contest } from './contest.ts';
import type { SumState } from './sums.ts';

/** How an item is fulfilled, by the masks of its counts: the same ways as `evaluate/bundles.ts` finds. */
export type Ways =
  | { readonly op: 'count'; readonly group: number; readonly min: number; readonly slot: number }
  | { readonly op: 'sum'; readonly sum: SumState }
  | { readonly op: 'all' | 'any'; readonly of: readonly Ways[] }
  | { readonly op: 'atLeast'; readonly n: number; readonly of: readonly Ways[] }
  /** Reached or not, whatever achievements there are. */
  | { readonly op: 'slot'; readonly slot: number };

export interface ItemSpec {
  readonly slot: number;
  readonly ways: Ways;
  /** Counts whose achievements the item may take. */
  readonly takes: readonly number[];
  /** Counts whose certain or judged achievements are shown under the item. */
  readonly shows: readonly number[];
}

export interface BlockSpec {
  readonly n: number;
  readonly items: readonly ItemSpec[];
}

/** Bit of the thermometer that says a floor is reached: met, met or judge, these or missing. */
type Floor = 4 | 2 | 1;

const MAX_ITEMS = 64;
const taken = new Int32Array(MAX_ITEMS);
const shown = new Int32Array(MAX_ITEMS);

/**
 * Shares the achievements of one dossier out among the items of a block (`evaluate/items.ts`), writes into `owned` the
 * mask of those each item has, and answers the block's value. Items that no other item disputes are settled by masks
 * alone; only the disputed ones are searched. `masks` holds three masks for each count: met, judged, open; `codes` the
 * values of the items with every achievement, from `base`.
 */
export function shareOut(
  { n, items }: BlockSpec,
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  owned: Int32Array,
  at: number,
): number {
  let [seen, disputed] = [0, 0];
  for (let item = 0; item < items.length; item += 1) {
    const { takes, shows } = items[item] as ItemSpec;
    let [may, shows2] = [0, 0];
    for (let index = 0; index < takes.length; index += 1) may |= masks[3 * (takes[index] as number) + 2] as number;
    for (let index = 0; index < shows.length; index += 1) shows2 |= masks[3 * (shows[index] as number) + 1] as number;
    taken[item] = may | shows2;
    shown[item] = shows2;
    disputed |= seen & (may | shows2);
    seen |= may | shows2;
  }
  const value = decide(n, items, masks, codes, base, disputed, owned, at);
  return value;
}

function decide(
  n: number,
  items: readonly ItemSpec[],
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  disputed: number,
  owned: Int32Array,
  at: number,
): number {
  for (let floor: Floor = 4; ; floor = floor === 4 ? 2 : 1) {
    let free = 0;
    let contested = 0;
    for (let item = 0; item < items.length; item += 1) {
      if (((codes[base + (items[item] as ItemSpec).slot] as number) & floor) === 0) continue;
      if (((taken[item] as number) & disputed) === 0) free += 1;
      else contested += 1;
    }
    if (floor !== 1 && free + contested < n) continue;
    const found = contested === 0 ? null : contest(items, masks, codes, base, disputed, floor);
    if (floor !== 1 && free + (found?.size ?? 0) < n) continue;
    own(items, masks, codes, base, disputed, floor, found, owned, at);
    return free + (found?.size ?? 0) < n ? 0 : floor === 4 ? 7 : floor === 2 ? 3 : 1;
  }
}

/** The exact search among the items that share achievements; the others take no part in it. */
function contest(
  items: readonly ItemSpec[],
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  disputed: number,
  floor: Floor,
): Contest {
  return contestOf(
    items.map((item, index) =>
      ((taken[index] as number) & disputed) === 0 ? [] : choices(item, masks, codes, base, floor),
    ),
  );
}

function choices(item: ItemSpec, masks: Int32Array, codes: Uint8Array, base: number, floor: Floor): readonly Choice[] {
  if (((codes[base + item.slot] as number) & floor) === 0) return [];
  const certain = waysOf(item.ways, masks, codes, base, 4).map((bundle): Choice => ({ bundle, score: 1 }));
  if (floor === 4) return certain;
  return [...certain, ...waysOf(item.ways, masks, codes, base, floor).map((bundle): Choice => ({ bundle, score: 0 }))];
}

const FREE: readonly Bundle[] = [[]];

function waysOf(ways: Ways, masks: Int32Array, codes: Uint8Array, base: number, floor: Floor): readonly Bundle[] {
  switch (ways.op) {
    case 'slot':
      return ((codes[base + ways.slot] as number) & floor) === 0 ? [] : FREE;
    case 'count': {
      const tokens = tokensOf(masks, 3 * ways.group, floor);
      return tokens.length >= ways.min ? [[{ tokens, k: ways.min }]] : [];
    }
    case 'sum':
      return ways.sum.ways(floor);
    case 'all':
      return product(ways.of.map((part) => waysOf(part, masks, codes, base, floor)));
    case 'any':
      return ways.of.flatMap((part) => waysOf(part, masks, codes, base, floor)).slice(0, MAX_BUNDLES);
    case 'atLeast':
      return choose(ways.of, 0, ways.n, masks, codes, base, floor);
    default:
      return ways satisfies never;
  }
}

/** All parts at once, each in each of its ways. */
export function product(parts: readonly (readonly Bundle[])[]): readonly Bundle[] {
  let result: readonly Bundle[] = FREE;
  for (const part of parts) {
    result = result.flatMap((left) => part.flatMap((right) => conjoin(left, right))).slice(0, MAX_BUNDLES);
  }
  return result;
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
  if (!first || parts.length - from < n) return [];
  const rest = choose(parts, from + 1, n - 1, masks, codes, base, floor);
  const withFirst = product([waysOf(first, masks, codes, base, floor), rest]);
  return [...withFirst, ...choose(parts, from + 1, n, masks, codes, base, floor)].slice(0, MAX_BUNDLES);
}

/** Those that are certain first, so that an assignment does not lean on open ones without need. */
function tokensOf(masks: Int32Array, at: number, floor: Floor): readonly number[] {
  const met = masks[at] as number;
  const judged = masks[at + 1] as number;
  const tokens: number[] = [];
  collect(met, tokens);
  if (floor <= 2) collect(judged & ~met, tokens);
  if (floor === 1) collect((masks[at + 2] as number) & ~judged, tokens);
  return tokens;
}

function collect(mask: number, into: number[]): void {
  for (let left = mask; left !== 0; left &= left - 1) into.push(31 - Math.clz32(left & -left));
}

function own(
  items: readonly ItemSpec[],
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  disputed: number,
  floor: Floor,
  found: Contest | null,
  owned: Int32Array,
  at: number,
): void {
  let given = 0;
  for (let item = 0; item < items.length; item += 1) {
    owned[at + item] = found?.owned[item] ?? 0;
    given |= owned[at + item] as number;
  }
  for (let item = 0; item < items.length; item += 1) {
    if (((taken[item] as number) & disputed) !== 0) continue;
    owned[at + item] = shown[item] as number;
    // Only at the lowest floor does an undisputed item use what is not even judged.
    if (floor !== 1 || taken[item] === shown[item]) continue;
    const spec = items[item] as ItemSpec;
    const alone = contestOf([choices(spec, masks, codes, base, floor)]);
    owned[at + item] = (owned[at + item] as number) | (alone.owned[0] ?? 0);
  }
  if (disputed === 0) return;
  // What is left over goes to one item each: first to an item that the assignment does not fulfil.
  for (const wanted of [false, true]) {
    for (let item = 0; item < items.length; item += 1) {
      if (((taken[item] as number) & disputed) === 0 || (found?.chosen[item] ?? false) !== wanted) continue;
      const more = (shown[item] as number) & ~given;
      owned[at + item] = (owned[at + item] as number) | more;
      given |= more;
    }
  }
}

/** The same where achievements are not stated at all: there is nothing to share. */
export function shareNone(
  { n, items }: BlockSpec,
  codes: Uint8Array,
  base: number,
  owned: Int32Array,
  at: number,
): number {
  let [met, judged, open] = [0, 0, 0];
  for (let item = 0; item < items.length; item += 1) {
    const code = codes[base + (items[item] as ItemSpec).slot] as number;
    met += code >>> 2;
    judged += (code >>> 1) & 1;
    open += code & 1;
    owned[at + item] = 0;
  }
  return (met >= n ? 4 : 0) | (judged >= n ? 2 : 0) | (open >= n ? 1 : 0);
}
