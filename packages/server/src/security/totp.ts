import { Secret, TOTP } from 'otpauth';

const ISSUER = '职评';
const PERIOD_S = 30;
/** One step early or late: clocks of phones are not exact. */
const WINDOW = 1;

/** Secret bytes for an authenticator: 160 bits, as RFC 4226 recommends. */
export const TOTP_SECRET_BYTES = 20;

/** What an authenticator scans: `otpauth://totp/…`, and the secret as people type it. */
export function totpUri(secret: Buffer, username: string): { readonly uri: string; readonly secret: string } {
  const totp = totpOf(secret, username);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/** The time step of a right code, to be kept so that it counts once; null where the code is wrong or from before `after`. */
export function totpStep(secret: Buffer, code: string, nowMs: number, after: bigint): bigint | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret, '').validate({ token: code, timestamp: nowMs, window: WINDOW });
  if (delta === null) return null;
  const step = BigInt(Math.floor(nowMs / 1000 / PERIOD_S) + delta);
  return step > after ? step : null;
}

function totpOf(secret: Buffer, username: string): TOTP {
  const bytes = new Secret({ buffer: Uint8Array.from(secret).buffer });
  return new TOTP({ issuer: ISSUER, label: username, secret: bytes, period: PERIOD_S, digits: 6, algorithm: 'SHA1' });
}
