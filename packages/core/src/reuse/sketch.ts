import { pieces } from './words.ts';

const BANDS = 14;
const ROWS = 5;

/**
 * Band hashes of a plain text, 64 bits each: texts that share six tenths of their pieces share a band in most cases, texts
 * that share a tenth hardly ever. What shares a band is only a candidate; `likeness` decides.
 *
 * @param salt keeps bands of titles and of texts apart
 */
export function bandsOf(plain: string, size: number, salt: number): readonly bigint[] {
  const minima = new Int32Array(BANDS * ROWS).fill(0x7fffffff);
  for (const piece of pieces(plain, size)) {
    const base = hash32(piece, salt);
    for (let at = 0; at < minima.length; at += 1) {
      const value = mix32(base ^ Math.imul(at + 1, 0x9e3779b1)) & 0x7fffffff;
      if (value < (minima[at] ?? 0)) minima[at] = value;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const part = minima.subarray(band * ROWS, (band + 1) * ROWS);
    const fold = (seed: number) => part.reduce((folded, value) => mix32(folded ^ value), mix32(seed ^ band ^ salt));
    return join64(fold(0x51ed270b), fold(0x2545f491));
  });
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
