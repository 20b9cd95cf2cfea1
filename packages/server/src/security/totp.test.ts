import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { totpStep, totpUri } from './totp.ts';

// RFC 6238 appendix B, SHA-1, cut to six digits.
const SECRET = Buffer.from('12345678901234567890');
const AT = [
  [59_000, '287082'],
  [1_111_111_109_000, '081804'],
  [1_234_567_890_000, '005924'],
  [20_000_000_000_000, '353130'],
] as const;

describe('time-based codes', () => {
  it.each(AT)('takes the code of the standard at %d', (now, code) => {
    expect(totpStep(SECRET, code, now, 0n)).toBe(BigInt(Math.floor(now / 30_000)));
  });

  it('takes one step early or late, no more, and none twice', () => {
    const [now, code] = AT[1];
    expect(totpStep(SECRET, code, now + 30_000, 0n)).not.toBeNull();
    expect(totpStep(SECRET, code, now - 30_000, 0n)).not.toBeNull();
    expect(totpStep(SECRET, code, now + 90_000, 0n)).toBeNull();
    const step = totpStep(SECRET, code, now, 0n) ?? 0n;
    expect(totpStep(SECRET, code, now, step)).toBeNull();
  });

  it('refuses what is no code', () => {
    for (const code of ['', '12345', '1234567', 'abcdef', '００５９２４']) {
      expect(totpStep(SECRET, code, 1_234_567_890_000, 0n)).toBeNull();
    }
  });

  it('gives authenticators an address they read back to the same secret', () => {
    const { uri, secret } = totpUri(SECRET, 'u123456789');
    expect(uri).toContain(encodeURIComponent('职评'));
    expect(new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 59_000 })).toBe('287082');
  });
});
