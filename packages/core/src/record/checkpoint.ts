import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../bytes.ts';
import type { Signer } from '../signer.ts';
import { HASH_PATTERN, type Hash } from './hash.ts';

/** Size and root of a record at one moment, under the name of the installation, e.g. `zhiping.example.gov.cn/record`. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Link of the last entry, so that the chain can be compared without the tree. */
  readonly link: Hash;
}

const ED25519_NOTE = 0x01;
const MARK = '\u2014 ';

/**
 * Text of a checkpoint without its signature, in the form of a transparency-log note: origin, size, root (base64),
 * link, one line each. Fit for printing on minutes and notices.
 */
export function checkpointText({ origin, size, root, link }: Checkpoint): string {
  if (/[\s+]/.test(origin) || origin === '') throw new RangeError('origin must be one word');
  return `${origin}\n${size}\n${toBase64(hexToBytes(root))}\nlink ${link}\n`;
}

/** Signs a checkpoint with the record's key of the installation. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  const text = checkpointText(checkpoint);
  const signature = signer.sign(utf8ToBytes(text));
  const key = keyMark(checkpoint.origin, signer.publicKey);
  return `${text}\n${MARK}${checkpoint.origin} ${toBase64(concatBytes(key, signature))}\n`;
}

/** The checkpoint of a signed note, or null where it is malformed or not signed by `publicKey`. */
export function openCheckpoint(note: string, publicKey: Uint8Array): Checkpoint | null {
  const [text, signatures] = splitNote(note);
  const lines = text.split('\n');
  const [origin = '', size = '', root = '', link = ''] = lines;
  if (lines.length !== 5 || !/^(0|[1-9][0-9]{0,15})$/.test(size) || !link.startsWith('link ')) return null;
  const rootBytes = fromBase64(root);
  if (rootBytes?.length !== 32 || !HASH_PATTERN.test(link.slice(5))) return null;
  const wanted = `${MARK}${origin} `;
  const mark = keyMark(origin, publicKey);
  const signed = signatures
    .filter((line) => line.startsWith(wanted))
    .map((line) => fromBase64(line.slice(wanted.length)))
    .some((bytes) => bytes?.length === 68 && same(bytes.subarray(0, 4), mark) && valid(bytes, text, publicKey));
  return signed ? { origin, size: Number(size), root: bytesToHex(rootBytes), link: link.slice(5) } : null;
}

function splitNote(note: string): readonly [string, readonly string[]] {
  const cut = note.indexOf('\n\n');
  return cut < 0 ? ['', []] : [note.slice(0, cut + 1), note.slice(cut + 2).split('\n')];
}

function valid(bytes: Uint8Array, text: string, publicKey: Uint8Array): boolean {
  return ed25519.verify(bytes.subarray(4), utf8ToBytes(text), publicKey, { zip215: false });
}

function keyMark(origin: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${origin}\n`), Uint8Array.of(ED25519_NOTE), publicKey)).subarray(0, 4);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
