import { hex, join, sha256, unhex, utf8 } from './bytes.js';
import { canonical } from './canonical.js';

/** Leaf hash of RFC 6962 over the canonical JSON of a value. @param {unknown} value */
export async function leaf(value) {
  return hex(await sha256(join(Uint8Array.of(0), utf8(canonical(value)))));
}

/**
 * Root of RFC 6962, level by level: pairs are joined, one that is left over moves up as it is.
 * @param {readonly string[]} leaves
 */
export async function treeRoot(leaves) {
  if (leaves.length === 0) return hex(await sha256(new Uint8Array()));
  let level = [...leaves];
  while (level.length > 1) {
    /** @type {string[]} */
    const next = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left = '', right] = level.slice(at, at + 2);
      next.push(
        right === undefined ? left : hex(await sha256(join(Uint8Array.of(1), unhex(left, 32), unhex(right, 32)))),
      );
    }
    level = next;
  }
  return level[0] ?? '';
}
