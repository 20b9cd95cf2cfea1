import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedSigner } from '../signer.ts';
import { isNumber, makeNumber, openClaim, plainNumber, qrText, readQrText, signClaim } from './index.ts';

const SECRET = new Uint8Array(32).fill(5);
const SIGNER = seedSigner(SECRET);
const KEY = SIGNER.publicKey;
const OTHER = ed25519.getPublicKey(new Uint8Array(32).fill(6));
const PARTS = { region: '210000', year: '2024', series: '08', level: '2', committee: '001' };
const PATTERN = '{region}{year}{series}{level}-{random}-{check}';
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const CLAIM = {
  number: makeNumber(PATTERN, PARTS, new Uint8Array(10).fill(170)),
  name: '王建国',
  title: '高级工程师',
  series: '工程技术',
  specialty: '安防工程',
  level: 'senior',
  organiser: '辽宁省工程系列高级职称评审委员会',
  obtainedOn: '2024-10-26',
  issuedOn: '2024-11-12',
};

describe('certificate number', () => {
  it('follows the pattern and carries all 80 random bits', () => {
    expect(CLAIM.number).toMatch(/^2100002024082-[0-9A-HJKMNP-TV-Z]{16}-[0-9]{2}$/);
    fc.assert(
      fc.property(random, random, (a, b) => {
        fc.pre(a.some((byte, index) => byte !== b[index]));
        expect(makeNumber(PATTERN, PARTS, a)).not.toBe(makeNumber(PATTERN, PARTS, b));
      }),
    );
  });

  it('is recognised however it is typed, and not with one character wrong or two exchanged', () => {
    fc.assert(
      fc.property(
        random,
        fc.nat(),
        fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')),
        (bits, at, char) => {
          const number = plainNumber(makeNumber(PATTERN, PARTS, bits));
          expect(isNumber(` ${number.toLowerCase().slice(0, 9)}-${number.slice(9)}`)).toBe(true);
          const index = at % (number.length - 1);
          const [a = '', b = ''] = [number[index], number[index + 1]];
          if (a !== char) expect(isNumber(number.slice(0, index) + char + number.slice(index + 1))).toBe(false);
          if (a !== b) expect(isNumber(number.slice(0, index) + b + a + number.slice(index + 2))).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('refuses patterns without chance or check, unknown parts and strange characters', () => {
    const bits = new Uint8Array(10);
    for (const pattern of [
      '{year}-{check}',
      '{random}',
      '{random}{check}x',
      '{serial}{random}{check}',
      '证{random}{check}',
    ]) {
      expect(() => makeNumber(pattern, PARTS, bits)).toThrow(RangeError);
    }
    expect(() => makeNumber(PATTERN, PARTS, new Uint8Array(4))).toThrow(RangeError);
  });
});

describe('certificate payload', () => {
  const payload = signClaim(CLAIM, SIGNER);

  it('is short and opens with the right key among several', () => {
    expect(payload.length).toBeLessThanOrEqual(400);
    expect(openClaim(payload, [OTHER, KEY])).toEqual(CLAIM);
    expect(openClaim(payload, [OTHER])).toBeNull();
    expect(openClaim(payload, [])).toBeNull();
  });

  it('is never accepted mutated', () => {
    const change = fc.oneof(
      fc.record({ at: fc.nat({ max: payload.length - 1 }), bit: fc.nat({ max: 7 }) }).map(({ at, bit }) => {
        const bytes = Uint8Array.from(payload);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        return bytes;
      }),
      fc.nat({ max: payload.length - 1 }).map((length) => payload.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((tail) => Uint8Array.from([...payload, ...tail])),
      fc
        .nat({ max: payload.length - 2 })
        .map((at) => Uint8Array.from([...payload.subarray(0, at), ...payload.subarray(at + 1)])),
      fc.uint8Array({ maxLength: 420 }),
    );
    fc.assert(
      fc.property(change, (bytes) => {
        expect(openClaim(bytes, [KEY])).toBeNull();
      }),
      { numRuns: 600 },
    );
  });

  it('refuses what does not fit in the code', () => {
    expect(() => signClaim({ ...CLAIM, name: '长'.repeat(90) }, SIGNER)).toThrow(RangeError);
    expect(() => signClaim({ ...CLAIM, name: '长'.repeat(60), title: '长'.repeat(40) }, SIGNER)).toThrow(RangeError);
    expect(() => signClaim({ ...CLAIM, name: '\ud800' }, SIGNER)).toThrow(RangeError);
  });

  it('travels in the fragment of an address', () => {
    const text = qrText('https://zc.example.gov.cn/verify/certificate', payload);
    expect(readQrText(text)).toEqual(payload);
    expect(readQrText(text.slice(text.indexOf('#') + 1))).toEqual(payload);
    expect(readQrText(`${text}=`)).toBeNull();
    expect(() => qrText('https://x/#y', payload)).toThrow(RangeError);
  });
});
