import type { Bundle, Choice } from '../../evaluate/assignment.ts';

/**
 * `assign` of `evaluate/assignment.ts` for at most 31 tokens, without maps: the same search in the same order, so that it finds
 * the same assignment. `owned` says for each item the mask of the tokens it has.
 */
export interface Contest {
  readonly size: number;
  readonly chosen: readonly boolean[];
  readonly owned: readonly number[];
}

const TOKENS = 32;
const FREE = 255;

/** Slots in use, and for each depth of the search which slot holds each token. */
const slotItem: number[] = [];
const slotTokens: (readonly number[])[] = [];
const holders: Uint8Array[] = [];
let slots = 0;
let visited = 0;

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
  const holder = holderAt(depth + 1);
  holder.set(holderAt(depth));
  for (const { tokens, k } of bundle) {
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

/** The largest set of items that can be fulfilled with disjoint tokens, and among those the highest score. */
export function contestOf(items: readonly (readonly Choice[])[]): Contest {
  slots = 0;
  holderAt(0).fill(FREE);
  const possible = items.map((choices) =>
    choices.every(({ bundle }) => bundle.length < 2) ? choices : choices.filter(({ bundle }) => fitsAlone(bundle)),
  );
  const count = items.length;
  const restSize = Array<number>(count + 1).fill(0);
  const restScore = Array<number>(count + 1).fill(0);
  for (let index = count - 1; index >= 0; index -= 1) {
    const choices = possible[index] as readonly Choice[];
    restSize[index] = (restSize[index + 1] as number) + (choices.length > 0 ? 1 : 0);
    restScore[index] = (restScore[index + 1] as number) + (choices.some(({ score }) => score === 1) ? 1 : 0);
  }
  let bestSize = -1;
  let bestScore = -1;
  let bestChosen: readonly boolean[] = [];
  let bestOwned: readonly number[] = [];
  const chosen = Array<boolean>(count).fill(false);

  const search = (index: number, size: number, score: number, depth: number): boolean => {
    const mostSize = size + (restSize[index] as number);
    const mostScore = score + (restScore[index] as number);
    if (mostSize < bestSize || (mostSize === bestSize && mostScore <= bestScore)) return false;
    if (index === count) {
      bestSize = size;
      bestScore = score;
      bestChosen = [...chosen];
      bestOwned = ownedAt(depth, count);
      return size === restSize[0] && score === restScore[0];
    }
    for (const choice of possible[index] as readonly Choice[]) {
      const before = slots;
      if (place(index, choice.bundle, depth)) {
        chosen[index] = true;
        const done = search(index + 1, size + 1, score + choice.score, depth + 1);
        chosen[index] = false;
        if (done) return true;
      }
      slots = before;
    }
    return search(index + 1, size, score, depth);
  };
  search(0, 0, 0, 0);
  return { size: Math.max(0, bestSize), chosen: bestChosen, owned: bestOwned };
}

function fitsAlone(bundle: Bundle): boolean {
  const does = place(0, bundle, 0);
  slots = 0;
  return does;
}

function ownedAt(depth: number, count: number): readonly number[] {
  const owned = Array<number>(count).fill(0);
  const holder = holderAt(depth);
  for (let token = 0; token < TOKENS - 1; token += 1) {
    const slot = holder[token] as number;
    if (slot !== FREE) owned[slotItem[slot] as number] = (owned[slotItem[slot] as number] as number) | (1 << token);
  }
  return owned;
}
