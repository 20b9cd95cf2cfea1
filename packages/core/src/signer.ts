import { ed25519 } from '@noble/curves/ed25519.js';

/** Signs with one Ed25519 key (RFC 8032, so that every implementation gives the same signature). */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** A signer from its 32 byte seed, in plain JavaScript: for places without a faster one. */
export function seedSigner(seed: Uint8Array): Signer {
  return { publicKey: ed25519.getPublicKey(seed), sign: (message) => ed25519.sign(message, seed) };
}
