import { readSecret, secretText } from '@zhiping/core';
import { bytesToHex } from '@noble/hashes/utils.js';
import { keep } from '../../shared/device.ts';

/** Random bytes of this device; `getRandomValues` is there on plain http as well. */
export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A draw secret, 32 bytes in hexadecimal. */
export const newDrawSecret = (): string => bytesToHex(randomBytes(32));

/** The key secret of a holder, as the text that is written down. */
export const newHolderSecret = (): string => secretText(randomBytes(20));

/** The 20 bytes of a typed secret, or null. */
export const holderSecret = (text: string): Uint8Array | null => readSecret(text);

/**
 * Secrets stay on the device that made them until they are used. Whoever uses another device types the one that was
 * written down; forgetting it means that a draw is abandoned or a round voided, never that somebody else can open it.
 */
export const keptSecret = {
  read: (name: string): string => keep.read(`zhiping.secret.${name}`) ?? '',
  write: (name: string, secret: string): void => {
    keep.write(`zhiping.secret.${name}`, secret);
  },
  erase: (name: string): void => keep.erase(`zhiping.secret.${name}`),
};
