import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import type { Signer } from '../signer.ts';
import { HASH_PATTERN, type Hash } from './hash.ts';

export const RECEIPT_FORMAT = 'zhiping-receipt/1';

/** What the person who acted takes home: the platform's word that this event is in the record. */
export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT;
  readonly eventId: string;
  readonly leaf: Hash;
  readonly at: string;
  /** Ed25519 public key, hexadecimal. */
  readonly key: string;
  /** Ed25519 signature over the canonical JSON of everything else, hexadecimal. */
  readonly signature: string;
}

/** Signs that `leaf` was accepted, with the record's key of the installation. */
export function signReceipt(
  event: { readonly eventId: string; readonly leaf: Hash; readonly at: string },
  signer: Signer,
): Receipt {
  const { eventId, leaf, at } = event;
  const open = { format: RECEIPT_FORMAT, eventId, leaf, at, key: bytesToHex(signer.publicKey) } as const;
  return { ...open, signature: bytesToHex(signer.sign(message(open))) };
}

/** True where the receipt was signed by `publicKey` (hexadecimal, from a place the reader trusts). */
export function checkReceipt(receipt: Receipt, publicKey: string): boolean {
  const { signature, ...open } = receipt;
  if (receipt.format !== RECEIPT_FORMAT || receipt.key !== publicKey || !HASH_PATTERN.test(publicKey)) return false;
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  return ed25519.verify(hexToBytes(signature), message(open), hexToBytes(publicKey), { zip215: false });
}

function message(open: Omit<Receipt, 'signature'>): Uint8Array {
  return utf8ToBytes(canonicalJson({ ...open }));
}
