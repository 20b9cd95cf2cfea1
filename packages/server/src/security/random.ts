import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';

/** The one door to chance. UUIDv7: sorts by time; for rows whose order is no secret. */
export function newId(): string {
  return v7();
}

/** UUIDv4 with 122 random bits: for ids that must not tell order or time (ballots, packets). */
export function newSecretId(): string {
  return randomUUID();
}

/** Random bytes, 16 unless told: keys, salts, nonces. */
export function secretBytes(length = 16): Buffer {
  return randomBytes(length);
}

/** 128 random bits as text fit for addresses and cookies. */
export function secretText(): string {
  return randomBytes(16).toString('base64url');
}

/** A whole number from `min` up to but not including `max`, evenly. */
export function randomWhole(min: number, max: number): number {
  return randomInt(min, max);
}
