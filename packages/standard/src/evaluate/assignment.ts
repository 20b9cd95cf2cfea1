/** `k` different tokens out of `tokens`. */
export interface Demand {
  readonly tokens: readonly number[];
  readonly k: number;
}
/** One way to fulfil an item: all its demands at once, with different tokens. An empty bundle needs nothing. */
export type Bundle = readonly Demand[];
/** A bundle with what choosing it is worth beyond fulfilling the item. */
export interface Choice {
  readonly bundle: Bundle;
  readonly score: 0 | 1;
}

export interface Assignment {
  /** How many items are fulfilled, the most possible. */
  readonly size: number;
  /** The highest total score among the assignments of that size. */
  readonly score: number;
  /** For each item whether it is fulfilled. */
  readonly chosen: readonly boolean[];
  /** The item each token in use serves. */
  readonly owner: ReadonlyMap<number, number>;
}

interface Slot {
  readonly item: number;
  readonly tokens: readonly number[];
}

/** Tokens matched to slots; adding a slot looks for an augmenting path, so that feasibility is exact. */
class Matching {
  readonly slots: readonly Slot[];
  readonly holder: ReadonlyMap<number, number>;

  constructor(slots: readonly Slot[] = [], holder: ReadonlyMap<number, number> = new Map()) {
    this.slots = slots;
    this.holder = holder;
  }

  /** The matching with the bundle's slots added, or null when they do not fit together with those already there. */
  with(item: number, bundle: Bundle): Matching | null {
    if (bundle.length === 0) return this;
    const slots = [...this.slots];
    const holder = new Map(this.holder);
    for (const { tokens, k } of bundle) {
      for (let index = 0; index < k; index += 1) {
        slots.push({ item, tokens });
        if (!augment(slots.length - 1, slots, holder, new Set())) return null;
      }
    }
    return new Matching(slots, holder);
  }
}

function augment(slot: number, slots: readonly Slot[], holder: Map<number, number>, seen: Set<number>): boolean {
  for (const token of slots[slot]?.tokens ?? []) {
    if (seen.has(token)) continue;
    seen.add(token);
    const current = holder.get(token);
    if (current === undefined || augment(current, slots, holder, seen)) {
      holder.set(token, slot);
      return true;
    }
  }
  return false;
}

/**
 * The largest set of items that can be fulfilled at once with disjoint tokens, and among those the highest score. Exact:
 * a search over items and choices in which feasibility is a bipartite matching, cut off by what the rest could still add.
 */
export function assign(items: readonly (readonly Choice[])[]): Assignment {
  const possible = items.map((choices) => choices.filter(({ bundle }) => new Matching().with(0, bundle) !== null));
  const rest = { size: [0], score: [0] };
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const choices = possible[index] ?? [];
    rest.size.unshift((rest.size[0] ?? 0) + (choices.length > 0 ? 1 : 0));
    rest.score.unshift((rest.score[0] ?? 0) + (choices.some(({ score }) => score === 1) ? 1 : 0));
  }
  let best = { size: -1, score: -1, chosen: items.map(() => false), matching: new Matching() };
  const chosen = items.map(() => false);

  function search(index: number, size: number, score: number, matching: Matching): boolean {
    const mostSize = size + (rest.size[index] ?? 0);
    const mostScore = score + (rest.score[index] ?? 0);
    if (mostSize < best.size || (mostSize === best.size && mostScore <= best.score)) return false;
    if (index === items.length) {
      best = { size, score, chosen: [...chosen], matching };
      return size === rest.size[0] && score === rest.score[0];
    }
    for (const choice of possible[index] ?? []) {
      const next = matching.with(index, choice.bundle);
      if (!next) continue;
      chosen[index] = true;
      const done = search(index + 1, size + 1, score + choice.score, next);
      chosen[index] = false;
      if (done) return true;
    }
    return search(index + 1, size, score, matching);
  }

  search(0, 0, 0, new Matching());
  const owner = new Map<number, number>();
  for (const [token, slot] of best.matching.holder) owner.set(token, best.matching.slots[slot]?.item ?? -1);
  return { size: Math.max(0, best.size), score: Math.max(0, best.score), chosen: best.chosen, owner };
}
