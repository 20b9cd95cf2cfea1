import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A SHA-256 value in lower-case hexadecimal, 64 characters. */
export type Hash = string;

/** First byte of everything hashed, so that no hash of one kind can pass for another (RFC 6962 fixes 0 and 1). */
const LEAF = 0x00;
const NODE = 0x01;
const LINK = 0x02;

export const HASH_PATTERN = /^[0-9a-f]{64}$/;

export function sha256Hex(text: string): Hash {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** RFC 6962 leaf hash of the canonical text of an event. */
export function leafHash(canonicalText: string): Hash {
  return bytesToHex(sha256(concatBytes(Uint8Array.of(LEAF), utf8ToBytes(canonicalText))));
}

/** RFC 6962 inner node. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return bytesToHex(sha256(concatBytes(Uint8Array.of(NODE), hexToBytes(left), hexToBytes(right))));
}

/** Link of entry `seq`: binds its number and leaf to everything before it. */
export function linkHash(seq: number, previousLink: Hash, leaf: Hash): Hash {
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(seq));
  return bytesToHex(sha256(concatBytes(Uint8Array.of(LINK), number, hexToBytes(previousLink), hexToBytes(leaf))));
}

/** HMAC-SHA-256 of a text under a key given in hexadecimal. */
export function hmacHex(keyHex: string, text: string): Hash {
  return bytesToHex(hmac(sha256, hexToBytes(keyHex), utf8ToBytes(text)));
}
