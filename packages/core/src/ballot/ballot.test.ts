import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeast,
  CHOICES,
  type Choice,
  decideItem,
  envelopeSize,
  handOver,
  hasQuorum,
  holderKeys,
  holderShare,
  keyPairOf,
  leastCount,
  openRound,
  openVote,
  type RoundContext,
  readSecret,
  sealVote,
  secretText,
  takeOver,
  TWO_THIRDS,
  unwrapRoundKey,
  wrapRoundKey,
} from './index.ts';

const bytes = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
const RULES = { quorum: TWO_THIRDS, pass: TWO_THIRDS, recusedCountsInN: true };
const ROUND: RoundContext = { roundId: 'r1', items: ['a', 'b', 'c'] };
const KEY = keyPairOf(bytes('round'));

describe('thresholds', () => {
  it('agree with rational arithmetic for every part and whole up to 300', () => {
    let differsFromDecimal = 0;
    for (let whole = 1; whole <= 300; whole += 1) {
      // Oracle: compare with 2/3 by cross-cutting the fraction in thirds of a vote, without multiplication of the part.
      const least = [...Array(whole + 1).keys()].find((part) => part + part + part >= whole + whole) ?? -1;
      expect(leastCount(whole, TWO_THIRDS)).toBe(least);
      for (let part = 0; part <= whole; part += 1) {
        const exact = part >= least;
        if (atLeast(part, whole, TWO_THIRDS) !== exact) throw new Error(`${part} of ${whole}`);
        if (part / whole >= 0.67 !== exact) differsFromDecimal += 1;
      }
    }
    // What a decimal would have got wrong: the reason why the plan holds fractions.
    expect(differsFromDecimal).toBeGreaterThan(100);
  });

  it.each([
    [11, 8, 6, 8],
    [15, 10, 7, 10],
    [17, 12, 8, 12],
    [25, 17, 12, 17],
    [27, 18, 12, 18],
  ])('of a committee of %i are those of the table', (members, quorum, passAtQuorum, passWithAll) => {
    expect(leastCount(members, TWO_THIRDS)).toBe(quorum);
    expect(hasQuorum(quorum, members, RULES)).toBe(true);
    expect(hasQuorum(quorum - 1, members, RULES)).toBe(false);
    expect(leastCount(quorum, TWO_THIRDS)).toBe(passAtQuorum);
    expect(leastCount(members, TWO_THIRDS)).toBe(passWithAll);
  });

  it('keep abstentions and missing votes in the denominator', () => {
    const counts = { yes: 5, no: 0, abstain: 2, recused: 0, missing: 1 };
    expect(decideItem(counts, 8, RULES)).toMatchObject({ n: 8, needed: 6, passed: false });
    expect(decideItem({ ...counts, yes: 6, abstain: 1 }, 8, RULES).passed).toBe(true);
  });

  it('count a recused expert in N or not, as the plan says', () => {
    const counts = { yes: 7, no: 3, abstain: 0, recused: 1, missing: 0 };
    expect(decideItem(counts, 11, RULES)).toMatchObject({ n: 11, needed: 8, passed: false });
    expect(decideItem(counts, 11, { ...RULES, recusedCountsInN: false })).toMatchObject({
      n: 10,
      needed: 7,
      passed: true,
    });
  });

  it('pass nobody with nobody, and refuse counts that do not add up', () => {
    const none = { yes: 0, no: 0, abstain: 0, recused: 3, missing: 0 };
    expect(decideItem(none, 3, { ...RULES, recusedCountsInN: false }).passed).toBe(false);
    expect(() => decideItem(none, 4, RULES)).toThrow(RangeError);
    expect(() => hasQuorum(12, 11, RULES)).toThrow(RangeError);
    expect(() => atLeast(1.5, 3, TWO_THIRDS)).toThrow(RangeError);
  });
});

describe('envelope', () => {
  const choices: readonly Choice[] = ['yes', 'no', 'abstain'];

  it('opens to what was sealed, and has one size whatever was chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHOICES), { minLength: 1, maxLength: 90 }), fc.string(), (vote, seed) => {
        const context = { roundId: 'r', items: vote.map((_, n) => `i${n}`) };
        const sealed = sealVote(context, vote, KEY.publicKey, bytes(seed));
        expect(sealed.length).toBe(envelopeSize(context));
        expect(openVote(context, sealed, KEY)).toEqual(vote);
      }),
      { numRuns: 40 },
    );
  });

  it('fits no other round, list or key, and no changed bit', () => {
    const sealed = sealVote(ROUND, choices, KEY.publicKey, bytes('x'));
    expect(openVote({ ...ROUND, roundId: 'r2' }, sealed, KEY)).toBeNull();
    expect(openVote({ ...ROUND, items: ['b', 'a', 'c'] }, sealed, KEY)).toBeNull();
    expect(openVote(ROUND, sealed, keyPairOf(bytes('other')))).toBeNull();
    expect(openVote(ROUND, sealed.subarray(0, 40), KEY)).toBeNull();
    expect(openVote(ROUND, new Uint8Array(sealed.length), KEY)).toBeNull();
    for (let at = 0; at < sealed.length; at += 7) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openVote(ROUND, changed, KEY)).toBeNull();
    }
  });

  it('refuses a choice missing or unknown', () => {
    expect(() => sealVote(ROUND, ['yes'], KEY.publicKey, bytes('x'))).toThrow(RangeError);
    expect(() => sealVote(ROUND, ['yes', 'no', 'maybe' as Choice], KEY.publicKey, bytes('x'))).toThrow(RangeError);
  });
});

describe('round key', () => {
  const chair = holderKeys(bytes('chair'), 'r1', 'chair');
  const supervisor = holderKeys(bytes('supervisor'), 'r1', 'supervisor');
  const wrapped = wrapRoundKey('r1', KEY.secretKey, chair.publicKey, supervisor.publicKey, bytes('wrap'));
  const shares = { chair: holderShare(chair, wrapped), supervisor: holderShare(supervisor, wrapped) };

  it('opens with both shares and with no less', () => {
    expect(unwrapRoundKey('r1', wrapped, shares)).toEqual(KEY);
    expect(unwrapRoundKey('r1', wrapped, { chair: shares.chair, supervisor: shares.chair })).toBeNull();
    expect(unwrapRoundKey('r1', wrapped, { chair: new Uint8Array(32), supervisor: shares.supervisor })).toBeNull();
    expect(unwrapRoundKey('r1', wrapped, { chair: shares.supervisor, supervisor: shares.chair })).toBeNull();
    expect(unwrapRoundKey('r2', wrapped, shares)).toBeNull();
  });

  it('lets the chair hand the share to the supervisor and to nobody else', () => {
    const sealed = handOver('r1', shares.chair, supervisor.publicKey, bytes('hand'));
    expect(takeOver('r1', supervisor, sealed)).toEqual(shares.chair);
    expect(takeOver('r1', chair, sealed)).toBeNull();
    expect(takeOver('r2', supervisor, sealed)).toBeNull();
  });

  it('makes other keys for other rounds and holders of one secret, and refuses a short one', () => {
    expect(holderKeys(bytes('chair'), 'r2', 'chair').publicKey).not.toEqual(chair.publicKey);
    expect(holderKeys(bytes('chair'), 'r1', 'supervisor').publicKey).not.toEqual(chair.publicKey);
    expect(() => holderKeys(new Uint8Array(8), 'r1', 'chair')).toThrow(RangeError);
  });

  it('has secrets that can be written down and typed again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (secret) => {
        const text = secretText(secret);
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readSecret(text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(
          secret,
        );
      }),
    );
    expect(readSecret('short')).toBeNull();
    expect(readSecret('U'.repeat(32))).toBeNull();
  });
});

describe('opening', () => {
  it('counts what was cast, each attending expert once on each application', () => {
    const votes = fc.array(fc.array(fc.constantFrom(...CHOICES), { minLength: 3, maxLength: 3 }), { maxLength: 9 });
    const recusals = fc.array(fc.subarray(['a', 'b', 'c']), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(votes, recusals, fc.nat({ max: 3 }), (cast, recused, absent) => {
        const envelopes = cast.map((choices, n) => ({
          sealed: sealVote(ROUND, choices, KEY.publicKey, bytes(`v${n}`)),
          recusedFrom: recused[n] ?? [],
        }));
        const counts = openRound(ROUND, KEY, envelopes, recused.slice(9, 9 + absent));
        for (const [index, item] of ROUND.items.entries()) {
          const free = cast.filter((_, n) => !recused[n]?.includes(item));
          const expected = Object.fromEntries(CHOICES.map((c) => [c, free.filter((v) => v[index] === c).length]));
          expect(counts.get(item)).toMatchObject(expected);
          const { yes, no, abstain, recused: out, missing } = counts.get(item) ?? decideItemNever();
          expect(yes + no + abstain + out + missing).toBe(cast.length + absent);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps an unreadable envelope in the denominator', () => {
    const counts = openRound(ROUND, KEY, [{ sealed: new Uint8Array(112), recusedFrom: ['c'] }], []);
    expect(counts.get('a')).toEqual({ yes: 0, no: 0, abstain: 0, recused: 0, missing: 1 });
    expect(counts.get('c')).toEqual({ yes: 0, no: 0, abstain: 0, recused: 1, missing: 0 });
  });
});

function decideItemNever(): never {
  throw new Error('an application without counts');
}
