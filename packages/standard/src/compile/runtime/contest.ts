import type { Bundle } from './ways.ts';

/** An item that competes, and the ways to fulfil it; the first `certain` of them need nothing that is open. */
export interface Contestant {
  readonly item: number;
  readonly ways: readonly Bundle[];
  readonly certain: number;
}

const TOKENS = 32;
const FREE = 255;

/** Slots in use, and for each depth of the search which slot holds each token. */
const slotItem: number[] = [];
const slotTokens: (readonly number[])[] = [];
const holders: Uint8Array[] = [];
let slots = 0;
let visited = 0;

/** The contest at hand: who takes part, and what those from each place on could still add. */
let contestants: readonly Contestant[] = [];
const restSize: number[] = [];
const restScore: number[] = [];
/** The best assignment so far: its size and score, the mask of the items fulfilled, who holds each token. */
let bestSize = 0;
let bestScore = 0;
let bestChosen = 0;
const bestHolder = new Uint8Array(TOKENS);
const bestItem: number[] = [];

const holderAt = (depth: number): Uint8Array => {
  const known = holders[depth];
  if (known) return known;
  const made = new Uint8Array(TOKENS).fill(FREE);
  holders[depth] = made;
  return made;
};

function augment(slot: number, holder: Uint8Array): boolean {
  const tokens = slotTokens[slot] as readonly number[];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as number;
    if ((visited & (1 << token)) !== 0) continue;
    visited |= 1 << token;
    const current = holder[token] as number;
    if (current === FREE || augment(current, holder)) {
      holder[token] = slot;
      return true;
    }
  }
  return false;
}

/** Adds the bundle's slots to the matching at `depth`, as the matching of the next depth; false when they do not fit. */
function place(item: number, bundle: Bundle, depth: number): boolean {
  const before = holderAt(depth);
  const holder = holderAt(depth + 1);
  for (let token = 0; token < TOKENS; token += 1) holder[token] = before[token] as number;
  for (let part = 0; part < bundle.length; part += 1) {
    const { tokens, k } = bundle[part] as Bundle[number];
    for (let index = 0; index < k; index += 1) {
      slotItem[slots] = item;
      slotTokens[slots] = tokens;
      slots += 1;
      visited = 0;
      if (!augment(slots - 1, holder)) return false;
    }
  }
  return true;
}

/** Whether the demands of one way fit beside each other; one demand alone always does. */
export function fitsAlone(bundle: Bundle): boolean {
  if (bundle.length < 2) return true;
  slots = 0;
  holderAt(0).fill(FREE);
  return place(0, bundle, 0);
}

function search(index: number, size: number, score: number, depth: number, chosen: number): boolean {
  const mostSize = size + (restSize[index] as number);
  const mostScore = score + (restScore[index] as number);
  if (mostSize < bestSize || (mostSize === bestSize && mostScore <= bestScore)) return false;
  const contestant = contestants[index];
  if (!contestant) {
    bestSize = size;
    bestScore = score;
    bestChosen = chosen;
    bestHolder.set(holderAt(depth));
    for (let slot = 0; slot < slots; slot += 1) bestItem[slot] = slotItem[slot] as number;
    return size === restSize[0] && score === restScore[0];
  }
  const { item, ways, certain } = contestant;
  for (let way = 0; way < ways.length; way += 1) {
    const before = slots;
    const gained = way < certain ? 1 : 0;
    if (
      place(item, ways[way] as Bundle, depth) &&
      search(index + 1, size + 1, score + gained, depth + 1, chosen | (1 << item))
    )
      return true;
    slots = before;
  }
  return search(index + 1, size, score, depth, chosen);
}

/**
 * `assign` of `evaluate/assignment.ts` for at most 31 tokens and items: the largest set of items that can be fulfilled with
 * disjoint tokens, and among those the highest score, by the same search in the same order, so that it finds the same
 * assignment. Every way must fit by itself ({@link fitsAlone}) and every contestant have one. Writes the mask of the
 * tokens each item has into `owned` from `at`, and answers the mask of the items fulfilled.
 */
export function contestOf(entered: readonly Contestant[], owned: Int32Array, at: number): number {
  contestants = entered;
  slots = 0;
  holderAt(0).fill(FREE);
  restSize[entered.length] = 0;
  restScore[entered.length] = 0;
  for (let index = entered.length - 1; index >= 0; index -= 1) {
    restSize[index] = (restSize[index + 1] as number) + 1;
    restScore[index] = (restScore[index + 1] as number) + ((entered[index] as Contestant).certain > 0 ? 1 : 0);
  }
  bestSize = -1;
  bestScore = -1;
  bestChosen = 0;
  search(0, 0, 0, 0, 0);
  for (let token = 0; token < TOKENS - 1; token += 1) {
    const slot = bestHolder[token] as number;
    if (slot === FREE) continue;
    const place = at + (bestItem[slot] as number);
    owned[place] = (owned[place] as number) | (1 << token);
  }
  return bestChosen;
}
