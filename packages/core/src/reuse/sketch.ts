import { pieces } from './words.ts';

/** Each cluster has `BANDS` bands of `ROWS` minima, behind `LEAD` minima that are the cluster's own. */
const CLUSTERS = 6;
const LEAD = 2;
const BANDS = 2;
const ROWS = 2;
const MINIMA = CLUSTERS * (LEAD + BANDS * ROWS);

/**
 * Band hashes of a plain text, 64 bits each: texts that share six tenths of their pieces share a band in most cases, texts
 * that share a fifth hardly ever. What shares a band is only a candidate; `likeness` decides.
 *
 * The bands of one cluster begin with the same 32 bits, and so do those of texts that are alike: in an index of hashes they
 * lie side by side, and a text is written to and looked up on one page for a cluster instead of one for a band.
 *
 * @param salt keeps bands of titles and of texts apart
 */
export function bandsOf(plain: string, size: number, salt: number): readonly bigint[] {
  const minima = minimaOf(plain, size, salt);
  let at = 0;
  const fold = (count: number, seed: number): number => {
    let folded = mix32(seed ^ salt);
    for (const end = at + count; at < end; at += 1) folded = mix32(folded ^ (minima[at] ?? 0));
    return folded;
  };
  return Array.from({ length: CLUSTERS }, (_, cluster) => {
    const lead = fold(LEAD, 0x51ed270b ^ cluster);
    return Array.from({ length: BANDS }, (__, band) => join64(lead, fold(ROWS, 0x2545f491 ^ band)));
  }).flat();
}

/** The least value that each of `MINIMA` hash functions takes over the pieces of a text. */
function minimaOf(plain: string, size: number, salt: number): Int32Array {
  const minima = new Int32Array(MINIMA).fill(0x7fffffff);
  for (const piece of pieces(plain, size)) {
    const base = hash32(piece, salt);
    for (let at = 0; at < MINIMA; at += 1) {
      const value = mix32(base ^ Math.imul(at + 1, 0x9e3779b1)) & 0x7fffffff;
      if (value < (minima[at] ?? 0)) minima[at] = value;
    }
  }
  return minima;
}

/** One hash of a whole value, 64 bits, signed as a database column holds it. */
export function hash64(value: string, salt: number): bigint {
  return join64(hash32(value, salt), hash32(value, salt ^ 0x5bd1e995));
}

function join64(high: number, low: number): bigint {
  return (BigInt(high | 0) << 32n) | BigInt(low >>> 0);
}

/** FNV-1a over UTF-16 units with a finishing mix; fast, and never used where somebody could gain by a collision. */
function hash32(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix32(hash);
}

function mix32(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
