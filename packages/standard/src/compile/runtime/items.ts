import { contestOf, fitsAlone } from './contest.ts';
import type { Contestant } from './contest.ts';
import { bits } from '../thermometer.ts';
import { TIER, waysOf } from './ways.ts';
import type { Bundle, Floor, Ways } from './ways.ts';
import { MAX_ITEMS } from '../program.ts';

export interface ItemSpec {
  readonly slot: number;
  readonly ways: Ways;
  /** Counts whose achievements the item may take. */
  readonly takes: readonly number[];
  /** Counts whose certain or judged achievements are shown under the item. */
  readonly shows: readonly number[];
  /** The item rests on counts alone, so that its ways are the same wherever their masks are. */
  readonly isCounted: boolean;
}

export interface BlockSpec {
  readonly n: number;
  readonly items: readonly ItemSpec[];
}

const NONE: readonly Bundle[] = [];
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
  return decide(n, items, masks, codes, base, disputed, owned, at);
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
  let chosen = 0;
  /** The floor whose contest stands in `owned`; 0 for none. */
  let fought: Floor | 0 = 0;
  for (let floor: Floor = 4; ; floor = floor === 4 ? 2 : 1) {
    let free = 0;
    let contested = 0;
    for (let item = 0; item < items.length; item += 1) {
      if (((codes[base + (items[item] as ItemSpec).slot] as number) & floor) === 0) continue;
      if (((taken[item] as number) & disputed) === 0) free += 1;
      else contested += 1;
    }
    if (floor !== 1 && free + contested < n) continue;
    if (contested === 0) {
      for (let item = 0; item < items.length; item += 1) owned[at + item] = 0;
      chosen = 0;
    } else if (fought === 0 || !isRepeated(items, masks, disputed, fought, floor)) {
      chosen = contest(items, masks, codes, base, disputed, floor, owned, at);
      fought = floor;
    }
    const size = free + bits(chosen);
    if (floor !== 1 && size < n) continue;
    own(items, masks, codes, base, disputed, floor, chosen, owned, at);
    return size < n ? 0 : floor === 4 ? 7 : floor === 2 ? 3 : 1;
  }
}

/**
 * Whether the lower floor allows the disputed items nothing that the higher did not: then the same assignment comes out,
 * for a way that is certain is always preferred to the same way again.
 */
function isRepeated(
  items: readonly ItemSpec[],
  masks: Int32Array,
  disputed: number,
  higher: Floor,
  lower: Floor,
): boolean {
  for (let item = 0; item < items.length; item += 1) {
    if (((taken[item] as number) & disputed) !== 0 && mayDiffer(items[item] as ItemSpec, masks, higher, lower))
      return false;
  }
  return true;
}

/** Whether an item may have ways at the lower floor that it has not at the higher. */
function mayDiffer({ takes, isCounted }: ItemSpec, masks: Int32Array, higher: Floor, lower: Floor): boolean {
  if (!isCounted) return true;
  const [from, to] = [TIER[higher], TIER[lower]];
  for (let index = 0; index < takes.length; index += 1) {
    const group = 3 * (takes[index] as number);
    if (masks[group + from] !== masks[group + to]) return true;
  }
  return false;
}

/** The exact search among the items that share achievements; the others take no part in it. */
function contest(
  items: readonly ItemSpec[],
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  disputed: number,
  floor: Floor,
  owned: Int32Array,
  at: number,
): number {
  const entered: Contestant[] = [];
  for (let item = 0; item < items.length; item += 1) {
    owned[at + item] = 0;
    const spec = items[item] as ItemSpec;
    if (((taken[item] as number) & disputed) === 0 || ((codes[base + spec.slot] as number) & floor) === 0) continue;
    const contestant = contestantOf(item, spec, masks, codes, base, floor);
    if (contestant.ways.length > 0) entered.push(contestant);
  }
  return contestOf(entered, owned, at);
}

/** Certain ways first, then those that the floor allows, unless these are the same again. */
function contestantOf(
  item: number,
  spec: ItemSpec,
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  floor: Floor,
): Contestant {
  const isCertain = ((codes[base + spec.slot] as number) & 4) !== 0;
  const certain = isCertain ? waysOf(spec.ways, masks, codes, base, 4).filter(fitsAlone) : NONE;
  if (floor === 4 || !mayDiffer(spec, masks, 4, floor)) return { item, ways: certain, certain: certain.length };
  const others = waysOf(spec.ways, masks, codes, base, floor).filter(fitsAlone);
  return { item, ways: certain.length === 0 ? others : [...certain, ...others], certain: certain.length };
}

function own(
  items: readonly ItemSpec[],
  masks: Int32Array,
  codes: Uint8Array,
  base: number,
  disputed: number,
  floor: Floor,
  chosen: number,
  owned: Int32Array,
  at: number,
): void {
  let given = 0;
  for (let item = 0; item < items.length; item += 1) given |= owned[at + item] as number;
  for (let item = 0; item < items.length; item += 1) {
    if (((taken[item] as number) & disputed) !== 0) continue;
    owned[at + item] = shown[item] as number;
    // Only at the lowest floor does an undisputed item use what is not even judged, and only when nothing certain serves.
    const spec = items[item] as ItemSpec;
    if (floor !== 1 || taken[item] === shown[item] || ((codes[base + spec.slot] as number) & 5) !== 1) continue;
    const alone = contestantOf(item, spec, masks, codes, base, floor);
    contestOf([alone], owned, at);
  }
  if (disputed === 0) return;
  // What is left over goes to one item each: first to an item that the assignment does not fulfil.
  for (let round = 0; round < 2; round += 1) {
    for (let item = 0; item < items.length; item += 1) {
      if (((taken[item] as number) & disputed) === 0 || ((chosen >>> item) & 1) !== round) continue;
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
