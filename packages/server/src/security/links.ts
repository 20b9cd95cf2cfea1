import { createHash } from 'node:crypto';
import { secretText } from './random.ts';

/** A link of one use: the secret goes to its holder once, only its hash is stored. */
export function newLink(): { readonly token: string; readonly hash: Buffer } {
  const token = secretText();
  return { token, hash: linkHash(token) };
}

export function linkHash(token: string): Buffer {
  return createHash('sha256').update(`link\0${token}`).digest();
}
