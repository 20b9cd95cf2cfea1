import { type Hash, nodeHash, sha256Hex } from './hash.ts';

/** Root of RFC 6962 over leaf hashes, in order. The empty tree has the hash of nothing. */
export function rootOf(leaves: readonly Hash[]): Hash {
  return frontierRoot(leaves.reduce(extend, EMPTY_FRONTIER));
}

/**
 * Roots of the full subtrees that a tree of `size` leaves falls into, largest first: all that is needed to go on, so a
 * sequencer keeps a few hashes instead of reading everything again.
 */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Hash[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

/** Adds one leaf. */
export function extend(frontier: Frontier, leaf: Hash): Frontier {
  const roots = [...frontier.roots];
  let joined = leaf;
  // Every trailing 1 bit of the size is a full subtree as large as what is being added.
  for (let rest = frontier.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = roots.pop();
    if (left === undefined) throw new RangeError('frontier does not fit its size');
    joined = nodeHash(left, joined);
  }
  return { size: frontier.size + 1, roots: [...roots, joined] };
}

export function frontierRoot({ roots }: Frontier): Hash {
  const last = roots.at(-1);
  if (last === undefined) return sha256Hex('');
  return roots.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** Sibling hashes that prove leaf `index` is in the tree of all `leaves` (RFC 6962 audit path, lowest first). */
export function inclusionPath(index: number, leaves: readonly Hash[]): readonly Hash[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const split = splitAt(leaves.length);
  return index < split
    ? [...inclusionPath(index, leaves.slice(0, split)), rootOf(leaves.slice(split))]
    : [...inclusionPath(index - split, leaves.slice(split)), rootOf(leaves.slice(0, split))];
}

/** True where `path` proves that `leaf` stands at `index` in a tree of `size` leaves with `root`. */
export function checkInclusion(leaf: Hash, index: number, size: number, path: readonly Hash[], root: Hash): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  return climb(leaf, index, size, path) === root;
}

function climb(leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | null {
  if (size === 1) return path.length === 0 ? leaf : null;
  const sibling = path.at(-1);
  if (sibling === undefined) return null;
  const split = splitAt(size);
  const rest = path.slice(0, -1);
  if (index < split) {
    const below = climb(leaf, index, split, rest);
    return below === null ? null : nodeHash(below, sibling);
  }
  const below = climb(leaf, index - split, size - split, rest);
  return below === null ? null : nodeHash(sibling, below);
}

/** Largest power of two below `size`. */
function splitAt(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
