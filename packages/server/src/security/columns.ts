import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Keys } from './keys.ts';
import { secretBytes } from './random.ts';

/** Where a sealed value stands. Bound into the seal: a value copied to another row or column does not open. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}
const NONCE = 12;
const TAG = 16;

/** Seals bytes with AES-256-GCM. Out: nonce, tag, ciphertext. */
export function seal(key: Buffer, plain: Buffer, place: Place): Buffer {
  const nonce = secretBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(placeBytes(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made; throws where key, place or a bit differs. */
export function open(key: Buffer, sealed: Buffer, place: Place): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** Closes anew under another key what stands at a place; `to` where it is to stand elsewhere. */
export function reseal(before: Buffer, now: Buffer, sealed: Buffer, place: Place, to: Place = place): Buffer {
  return seal(now, open(before, sealed, place), to);
}

function placeBytes({ table, column, row }: Place): Buffer {
  return Buffer.from(`${table}/${column}/${row}`);
}

/** A new data key for a person, wrapped by the master key; destroying the wrapped key erases what it sealed. */
export function newWrappedKey(keys: Keys, personId: string): Buffer {
  return seal(keys.master, secretBytes(32), { table: 'person', column: 'wrapped_key', row: personId });
}

export function unwrapKey(keys: Keys, personId: string, wrapped: Buffer): Buffer {
  return open(keys.master, wrapped, { table: 'person', column: 'wrapped_key', row: personId });
}

/** Equal values give equal indexes, which tell nothing else without the key. `kind` keeps columns apart. */
export function blindIndex(keys: Keys, kind: string, value: string): Buffer {
  return createHmac('sha256', keys.index).update(`${kind}\0${value}`).digest();
}
