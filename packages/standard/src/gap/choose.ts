import { NOTHING, join, joinSharing, overlap } from './moves.ts';
import type { Proposal } from './moves.ts';

/** So many proposals are carried from part to whole. */
const KEPT = 10;

/** The cheapest different proposals, cheapest first. */
export class Shortlist {
  readonly #kept: Proposal[] = [];

  /** What a further proposal must cost less than to be of use. */
  get limit(): number {
    return this.#kept.length < KEPT ? Number.POSITIVE_INFINITY : (this.#kept.at(-1)?.cost ?? 0);
  }

  add(proposal: Proposal): void {
    if (proposal.cost >= this.limit) return;
    let at = this.#kept.length;
    while (at > 0 && (this.#kept[at - 1]?.cost ?? 0) > proposal.cost) at -= 1;
    for (let index = at - 1; index >= 0; index -= 1) {
      const before = this.#kept[index];
      if (!before || before.cost < proposal.cost) break;
      if (isSame(before, proposal)) return;
    }
    this.#kept.splice(at, 0, proposal);
    if (this.#kept.length > KEPT) this.#kept.pop();
  }

  list(): readonly Proposal[] {
    return this.#kept;
  }
}

/** Equal moves: those under one key are. */
function isSame(a: Proposal, b: Proposal): boolean {
  if (a.moves.size !== b.moves.size) return false;
  for (const key of a.moves.keys()) if (!b.moves.has(key)) return false;
  return true;
}

export function cheapest(proposals: Iterable<Proposal>): readonly Proposal[] {
  const shortlist = new Shortlist();
  for (const proposal of proposals) shortlist.add(proposal);
  return shortlist.list();
}

/** Every part at once. With `sharing`, one new record may serve several parts. */
export function combineAll(parts: readonly (readonly Proposal[])[], sharing: boolean): readonly Proposal[] {
  let whole: readonly Proposal[] = [NOTHING];
  // Parts with fewer proposals first, so that dead ends show early.
  for (const part of parts.toSorted((a, b) => a.length - b.length)) {
    if (part.length === 0) return [];
    if (part.length === 1 && part[0]?.moves.size === 0) continue;
    whole = combinePair(whole, part, sharing);
  }
  return whole;
}

function combinePair(left: readonly Proposal[], right: readonly Proposal[], sharing: boolean): readonly Proposal[] {
  const shortlist = new Shortlist();
  // Only what both name can make the whole cheaper than its parts.
  for (const a of left) {
    for (const b of right) {
      if (a.cost + b.cost < shortlist.limit || overlap(a, b)) {
        const joined = join(a, b);
        if (joined) shortlist.add(joined);
      }
      if (sharing) for (const shared of joinSharing(a, b, shortlist.limit)) shortlist.add(shared);
    }
  }
  return shortlist.list();
}

/** Any `n` of the parts. */
export function combineSome(parts: readonly (readonly Proposal[])[], n: number, sharing: boolean): readonly Proposal[] {
  if (n <= 0) return [NOTHING];
  const reached: (readonly Proposal[])[] = [[NOTHING]];
  for (const part of parts) {
    if (part.length === 0) continue;
    for (let count = Math.min(reached.length, n); count >= 1; count -= 1) {
      const before = reached[count - 1] ?? [];
      reached[count] = cheapest([...(reached[count] ?? []), ...combinePair(before, part, sharing)]);
    }
  }
  return reached[n] ?? [];
}
