import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type KeyPair, keyPairOf, openSealed, seal } from './sealed-box.ts';

export type Holder = 'chair' | 'supervisor';

/** Key pair of a holder, from the secret made in that person's browser (at least 16 random bytes) and never sent. */
export function holderKeys(secret: Uint8Array, roundId: string, holder: Holder): KeyPair {
  if (secret.length < 16) throw new RangeError('a holder secret has at least 16 bytes');
  return keyPairOf(hkdf(sha256, secret, utf8ToBytes(roundId), utf8ToBytes(`zhiping-ballot/1 ${holder}`), 32));
}

/** The private key of a round, readable only with the shares of both holders. */
export interface WrappedKey {
  readonly ephemeral: Uint8Array;
  readonly box: Uint8Array;
}

/** Wraps the private key of a round under both holders. `fresh` is 32 random bytes used for nothing else. */
export function wrapRoundKey(
  roundId: string,
  roundSecret: Uint8Array,
  chairKey: Uint8Array,
  supervisorKey: Uint8Array,
  fresh: Uint8Array,
): WrappedKey {
  const ephemeral = x25519.getPublicKey(fresh);
  const shares = {
    chair: x25519.getSharedSecret(fresh, chairKey),
    supervisor: x25519.getSharedSecret(fresh, supervisorKey),
  };
  return { ephemeral, box: cipher(roundId, ephemeral, shares).encrypt(roundSecret) };
}

/** One holder's half. It opens nothing alone and, other than the secret, is good for this one round only. */
export function holderShare(holder: KeyPair, wrapped: WrappedKey): Uint8Array {
  return x25519.getSharedSecret(holder.secretKey, wrapped.ephemeral);
}

/** The round's key pair, or null where one of the shares is not right. */
export function unwrapRoundKey(
  roundId: string,
  wrapped: WrappedKey,
  shares: { readonly chair: Uint8Array; readonly supervisor: Uint8Array },
): KeyPair | null {
  try {
    return keyPairOf(cipher(roundId, wrapped.ephemeral, shares).decrypt(wrapped.box));
  } catch (error) {
    // A wrong tag; there is nothing else to tell.
    if (error instanceof Error) return null;
    throw error;
  }
}

/**
 * The chair hands the share over by sealing it to the supervisor, so that the platform holds at no time one share in
 * the open while it waits for the other.
 */
export function handOver(roundId: string, share: Uint8Array, supervisorKey: Uint8Array, fresh: Uint8Array): Uint8Array {
  return seal(supervisorKey, share, `zhiping-ballot/1 share ${roundId}`, fresh);
}

export function takeOver(roundId: string, supervisor: KeyPair, sealed: Uint8Array): Uint8Array | null {
  return openSealed(supervisor, sealed, `zhiping-ballot/1 share ${roundId}`);
}

function cipher(
  roundId: string,
  ephemeral: Uint8Array,
  { chair, supervisor }: { readonly chair: Uint8Array; readonly supervisor: Uint8Array },
) {
  const info = utf8ToBytes(`zhiping-ballot/1 key ${roundId}`);
  const bytes = hkdf(sha256, concatBytes(chair, supervisor), ephemeral, info, 56);
  return xchacha20poly1305(bytes.subarray(0, 32), bytes.subarray(32), info);
}
