import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '../record/hash.ts';
import { poolLeaf } from './commit.ts';
import { framedHash } from './framed.ts';
import { DRAW_FORMAT, type DrawCommitment, type DrawReveal, type PoolEntry } from './types.ts';

/**
 * Seed of the draw: format, number, pool root, rules hash, recusal root, kind, name and value of the public source, both
 * secrets, in this order. The name of the source is bound too, or a different lottery could be claimed afterwards.
 */
export function drawSeed(commitment: DrawCommitment, reveal: DrawReveal): Hash {
  return framedHash([
    DRAW_FORMAT,
    commitment.number,
    commitment.poolRoot,
    commitment.rulesHash,
    commitment.recusalRoot,
    commitment.publicSource.kind,
    commitment.publicSource.name,
    reveal.publicValue,
    reveal.officeSecret,
    reveal.supervisorSecret,
  ]);
}

/** The pool in the drawn order: ascending HMAC-SHA-256(seed, leaf of the entry). */
export function drawnOrder(seed: Hash, pool: readonly PoolEntry[]): readonly PoolEntry[] {
  const key = hexToBytes(seed);
  return pool
    .map((entry) => ({ entry, rank: bytesToHex(hmac(sha256, key, hexToBytes(poolLeaf(entry)))) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ entry }) => entry);
}
