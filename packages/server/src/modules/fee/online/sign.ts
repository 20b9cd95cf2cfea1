import { NONCE, type Signed, SIGNED_FOR_SECONDS, signedText } from '@zhiping/core';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Headers of a signed message, in both directions (docs/支付接口.md). */
export const TIMESTAMP_HEADER = 'zhiping-timestamp';
export const NONCE_HEADER = 'zhiping-nonce';
export const SIGNATURE_HEADER = 'zhiping-signature';

/** `v1=` and the HMAC-SHA-256 of the message, hexadecimal. */
export function signatureOf(key: string, message: Signed): string {
  return `v1=${createHmac('sha256', key).update(signedText(message)).digest('hex')}`;
}

export function signedHeaders(key: string, message: Signed): Record<string, string> {
  return {
    [TIMESTAMP_HEADER]: String(message.timestamp),
    [NONCE_HEADER]: message.nonce,
    [SIGNATURE_HEADER]: signatureOf(key, message),
  };
}

export interface Claimed {
  readonly timestamp: string | null;
  readonly nonce: string | null;
  readonly signature: string | null;
}

/**
 * The nonce of a message that is signed with the key and of now; null otherwise. The signature is compared in constant time
 * and before anything else of the message is believed.
 */
export function verified(
  key: string,
  claimed: Claimed,
  message: Pick<Signed, 'what' | 'path' | 'body'>,
  nowMs: number,
): string | null {
  const { timestamp, nonce, signature } = claimed;
  if (timestamp === null || nonce === null || signature === null) return null;
  if (!/^\d{1,12}$/.test(timestamp) || !NONCE.test(nonce)) return null;
  const expected = Buffer.from(signatureOf(key, { ...message, timestamp: Number(timestamp), nonce }));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Math.abs(nowMs / 1000 - Number(timestamp)) <= SIGNED_FOR_SECONDS ? nonce : null;
}
