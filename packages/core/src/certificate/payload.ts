import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64Url, toBase64Url } from '../bytes.ts';
import type { Signer } from '../signer.ts';

/** What a certificate says, as signed into its QR code. Dates are `YYYY-MM-DD`. */
export interface CertificateClaim {
  readonly number: string;
  readonly name: string;
  /** e.g. 高级工程师. */
  readonly title: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly organiser: string;
  readonly obtainedOn: string;
  readonly issuedOn: string;
}

/** The order of the fields in the payload: part of the format, never changed within a version. */
const FIELDS = [
  'number',
  'name',
  'title',
  'series',
  'specialty',
  'level',
  'organiser',
  'obtainedOn',
  'issuedOn',
] as const satisfies readonly (keyof CertificateClaim)[];

const VERSION = 1;
const KEY_MARK = 4;
const SIGNATURE = 64;
export const MAX_PAYLOAD = 400;

/**
 * Signed payload: version, first 4 bytes of the SHA-256 of the key, each field as length and UTF-8, Ed25519 signature
 * over all before it. At most 400 bytes.
 * @throws RangeError where a field is longer than 255 bytes or the whole too long
 */
export function signClaim(claim: CertificateClaim, signer: Signer): Uint8Array {
  const fields = FIELDS.flatMap((name) => {
    if (!claim[name].isWellFormed()) throw new RangeError(`${name} is not well-formed text`);
    const bytes = utf8ToBytes(claim[name]);
    if (bytes.length > 255) throw new RangeError(`${name} is too long`);
    return [Uint8Array.of(bytes.length), bytes];
  });
  const body = concatBytes(Uint8Array.of(VERSION), keyMark(signer.publicKey), ...fields);
  const payload = concatBytes(body, signer.sign(body));
  if (payload.length > MAX_PAYLOAD) throw new RangeError('the payload is too long for the code');
  return payload;
}

/** The claim of a payload signed by one of `publicKeys`, or null. Nothing but the exact bytes signed is accepted. */
export function openClaim(payload: Uint8Array, publicKeys: readonly Uint8Array[]): CertificateClaim | null {
  if (payload.length > MAX_PAYLOAD || payload.length < 1 + KEY_MARK + FIELDS.length + SIGNATURE) return null;
  const body = payload.subarray(0, -SIGNATURE);
  const signature = payload.subarray(-SIGNATURE);
  const signed = publicKeys.some(
    (key) =>
      keyMark(key).every((byte, index) => byte === body[1 + index]) &&
      ed25519.verify(signature, body, key, { zip215: false }),
  );
  return signed && body[0] === VERSION ? readFields(body.subarray(1 + KEY_MARK)) : null;
}

function readFields(bytes: Uint8Array): CertificateClaim | null {
  const values: string[] = [];
  let at = 0;
  while (at < bytes.length && values.length < FIELDS.length) {
    const end = at + 1 + (bytes[at] ?? 0);
    if (end > bytes.length) return null;
    values.push(new TextDecoder().decode(bytes.subarray(at + 1, end)));
    at = end;
  }
  if (at !== bytes.length || values.length !== FIELDS.length) return null;
  return Object.fromEntries(FIELDS.map((name, index) => [name, values[index]])) as unknown as CertificateClaim;
}

function keyMark(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).subarray(0, KEY_MARK);
}

/**
 * Text of the QR code: the address of the verification page with the payload as its fragment, which a browser never
 * sends to the server.
 */
export function qrText(address: string, payload: Uint8Array): string {
  if (address.includes('#')) throw new RangeError('the address already has a fragment');
  return `${address}#${toBase64Url(payload)}`;
}

/** The payload of a scanned text (whole address or fragment alone), or null. */
export function readQrText(text: string): Uint8Array | null {
  return fromBase64Url(text.trim().replace(/^[^#]*#/, ''));
}
