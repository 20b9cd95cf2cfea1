import { sha256Hex } from '@zhiping/core';
import { secretBytes } from '../security/random.ts';

/** Crockford's alphabet: no letter that is mistaken for a digit when read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code printed on a document, 60 bits, e.g. `7K3M-Q2XD-9HPA`. Not a secret, but not to be guessed. */
export function newVerificationCode(): string {
  const letters = Array.from(secretBytes(12), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** The code of a document printed anew each time: the same for the same content, e.g. `3FA9-0C1D-77E2`. */
export function codeFor(content: string): string {
  const digits = sha256Hex(content).slice(0, 12).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}
