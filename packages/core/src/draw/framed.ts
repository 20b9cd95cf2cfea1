import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '../record/hash.ts';

/**
 * SHA-256 over the parts, each preceded by its length in bytes (4 bytes, big endian). Without the lengths `ab‖c` and
 * `a‖bc` would be the same, and a holder could move a digit from one part to the next.
 */
export function framedHash(parts: readonly string[]): Hash {
  const framed = parts.flatMap((part) => {
    const bytes = utf8ToBytes(part);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes.length);
    return [length, bytes];
  });
  return bytesToHex(sha256(concatBytes(...framed)));
}
