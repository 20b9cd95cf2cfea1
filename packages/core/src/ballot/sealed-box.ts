import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const KEY = 32;
const NONCE = 24;
const TAG = 16;

/** Bytes that a sealed text is longer than the plain one. */
export const SEAL_OVERHEAD = KEY + TAG;

export interface KeyPair {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Key pair of 32 random bytes. */
export function keyPairOf(secretKey: Uint8Array): KeyPair {
  return { secretKey, publicKey: x25519.getPublicKey(secretKey) };
}

/**
 * Seals to a public key: X25519 with a fresh key, HKDF-SHA-256, XChaCha20-Poly1305. Key and nonce come from the fresh
 * secret, so that secret must never be used twice.
 * @param context what the text is for; opening under another context fails
 * @param fresh 32 random bytes
 */
export function seal(publicKey: Uint8Array, plain: Uint8Array, context: string, fresh: Uint8Array): Uint8Array {
  const ephemeral = x25519.getPublicKey(fresh);
  const { key, nonce } = derive(x25519.getSharedSecret(fresh, publicKey), ephemeral, publicKey, context);
  return concatBytes(ephemeral, xchacha20poly1305(key, nonce, utf8ToBytes(context)).encrypt(plain));
}

/** The plain bytes, or null where the text was changed, is for another key or for another context. */
export function openSealed(pair: KeyPair, sealed: Uint8Array, context: string): Uint8Array | null {
  if (sealed.length < SEAL_OVERHEAD) return null;
  const ephemeral = sealed.subarray(0, KEY);
  try {
    const shared = x25519.getSharedSecret(pair.secretKey, ephemeral);
    const { key, nonce } = derive(shared, ephemeral, pair.publicKey, context);
    return xchacha20poly1305(key, nonce, utf8ToBytes(context)).decrypt(sealed.subarray(KEY));
  } catch (error) {
    // The library throws for a low-order key and for a wrong tag; to a reader both mean: not for you.
    if (error instanceof Error) return null;
    throw error;
  }
}

function derive(shared: Uint8Array, ephemeral: Uint8Array, publicKey: Uint8Array, context: string) {
  const bytes = hkdf(sha256, shared, concatBytes(ephemeral, publicKey), utf8ToBytes(context), KEY + NONCE);
  return { key: bytes.subarray(0, KEY), nonce: bytes.subarray(KEY) };
}
