import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../record/canonical.ts';
import {
  commitDraw,
  commitSecret,
  completeDraw,
  drawFaults,
  type DrawInput,
  type DrawTranscript,
  type PoolEntry,
  substitute,
  walk,
} from './index.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

function pool(size: number, employers = 9, strata = 3): PoolEntry[] {
  return Array.from({ length: size }, (_, n) => ({
    code: `k${String(n).padStart(3, '0')}`,
    identity: sha(`who ${n}`),
    employer: `u${n % employers}`,
    stratum: `s${n % strata}`,
    level: n % 4 === 0 ? 'full-senior' : 'senior',
    termEnds: '2026-12-31',
  }));
}

const RULES = {
  members: 11,
  reserves: 8,
  heldOn: '2024-09-10',
  levels: ['senior', 'full-senior'],
  quotas: [
    { stratum: 's0', min: 3, max: 5 },
    { stratum: 's1', min: 3, max: null },
  ],
  employerCap: 2,
} as const;

function draw(seed: string, input: DrawInput): DrawTranscript {
  const [officeSecret, supervisorSecret] = [sha(`office ${seed}`), sha(`supervisor ${seed}`)];
  const number = `2024-${seed}`;
  const commitment = commitDraw(input, {
    number,
    officeCommitment: commitSecret(number, 'office', officeSecret),
    supervisorCommitment: commitSecret(number, 'supervisor', supervisorSecret),
    publicSource: { kind: 'lottery', name: '福彩双色球 2024105 期' },
  });
  return completeDraw(input, commitment, { publicValue: '02 08 11 19 25 30 + 07', officeSecret, supervisorSecret });
}

const INPUT: DrawInput = {
  pool: pool(33),
  rules: RULES,
  recusals: [{ code: 'k004', kinds: ['same-unit'] }],
};

describe('draw', () => {
  it('fills the committee in the drawn order and says why others were passed over', () => {
    const transcript = draw('1', INPUT);
    expect(transcript.members).toHaveLength(11);
    expect(transcript.reserves).toHaveLength(8);
    expect(transcript.short).toBe(0);
    expect(transcript.passed).toContainEqual({ code: 'k004', reason: 'recused' });
    expect(drawFaults(transcript)).toEqual([]);
  });

  it('passes over ended terms and levels that may not sit', () => {
    const old = pool(14).map((e, n) => ({
      ...e,
      termEnds: n === 0 ? '2024-09-09' : n === 1 ? '2024-09-10' : e.termEnds,
      level: n === 2 ? 'engineer' : e.level,
    }));
    const { members, reserves, passed } = draw('2', {
      pool: old,
      rules: { ...RULES, quotas: [], employerCap: null },
      recusals: [],
    });
    expect(passed).toEqual(
      expect.arrayContaining([
        { code: 'k000', reason: 'term' },
        { code: 'k002', reason: 'level' },
      ]),
    );
    expect([...members, ...reserves]).toContain('k001');
    expect([...members, ...reserves]).toHaveLength(12);
  });

  it('says how many are missing rather than bending a rule', () => {
    const { members, short } = draw('3', { ...INPUT, pool: pool(33, 3) });
    expect([members.length, short]).toEqual([6, 5]);
  });

  it('refuses codes twice, unknown recusals and rules that contradict themselves', () => {
    const announced = {
      number: '1',
      officeCommitment: sha('a'),
      supervisorCommitment: sha('b'),
      publicSource: { kind: 'none', name: '' },
    } as const;
    const wrong: DrawInput[] = [
      { ...INPUT, pool: [...INPUT.pool, ...pool(1)] },
      { ...INPUT, recusals: [{ code: 'nobody', kinds: ['declared'] }] },
      { ...INPUT, rules: { ...RULES, quotas: [{ stratum: 's0', min: 12, max: null }] } },
      { ...INPUT, rules: { ...RULES, quotas: [{ stratum: 's0', min: 3, max: 2 }] } },
      { ...INPUT, rules: { ...RULES, members: 1.5 } },
    ];
    for (const input of wrong) expect(() => commitDraw(input, announced)).toThrow(RangeError);
  });

  it('cannot be completed with another secret, pool or public value than announced', () => {
    const { commitment, reveal } = draw('4', INPUT);
    expect(() => completeDraw(INPUT, commitment, { ...reveal, officeSecret: sha('other') })).toThrow('office-secret');
    expect(() => completeDraw(INPUT, commitment, { ...reveal, supervisorSecret: '' })).toThrow('supervisor-secret');
    expect(() => completeDraw(INPUT, commitment, { ...reveal, publicValue: '' })).toThrow('public-value');
    expect(() => completeDraw({ ...INPUT, pool: pool(32) }, commitment, reveal)).toThrow('commitment');
    expect(() => completeDraw({ ...INPUT, recusals: [] }, commitment, reveal)).toThrow('commitment');
  });

  it('finds every change of one bit, also where the closing hash was made anew', () => {
    const text = canonicalJson(draw('5', INPUT));
    fc.assert(
      fc.property(fc.nat({ max: Buffer.byteLength(text) - 1 }), fc.nat({ max: 7 }), fc.boolean(), (at, bit, rehash) => {
        const bytes = Buffer.from(text);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        expect(foundWrong(bytes.toString(), text, rehash)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('refuses a field that nobody knows, hashed anew or not', () => {
    const { hash: _, ...open } = draw('5', INPUT);
    const smuggled = { ...open, remark: 'x' };
    expect(drawFaults({ ...smuggled, hash: sha(canonicalJson(smuggled)) })).toEqual(['format']);
    const inReveal = { ...open, reveal: { ...open.reveal, remark: 'x' } };
    expect(drawFaults({ ...inReveal, hash: sha(canonicalJson(inReveal)) })).toEqual(['format']);
  });

  it('never takes anybody recused, over quota or over the cap, nor reorders', () => {
    const arbitrary = fc.record({
      size: fc.integer({ min: 1, max: 40 }),
      employers: fc.integer({ min: 1, max: 10 }),
      strata: fc.integer({ min: 1, max: 4 }),
      cap: fc.option(fc.integer({ min: 1, max: 3 })),
      min: fc.integer({ min: 0, max: 3 }),
      max: fc.integer({ min: 3, max: 6 }),
      recused: fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 8 }),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(arbitrary, ({ size, employers, strata, cap, min, max, recused, seed }) => {
        const entries = pool(size, employers, strata);
        const recusals = entries
          .filter((_, n) => recused.includes(n))
          .map(({ code }) => ({ code, kinds: ['declared'] as const }));
        const rules = { ...RULES, members: 9, quotas: [{ stratum: 's0', min, max }], employerCap: cap };
        const t = draw(seed, { pool: entries, rules, recusals });
        const seated = t.members.map((code) => entries.find((e) => e.code === code));
        const counts = (key: 'employer' | 'stratum') => Object.groupBy(seated, (e) => e?.[key] ?? '');
        expect(recusals.some(({ code }) => [...t.members, ...t.reserves].includes(code))).toBe(false);
        for (const group of Object.values(counts('employer')))
          expect(group?.length ?? 0).toBeLessThanOrEqual(cap ?? 99);
        expect(counts('stratum')['s0']?.length ?? 0).toBeLessThanOrEqual(max);
        if (t.short === 0) expect(counts('stratum')['s0']?.length ?? 0).toBeGreaterThanOrEqual(min);
        expect(t.members).toEqual(t.order.filter((code) => t.members.includes(code)));
        expect(t.reserves).toEqual(t.order.filter((code) => t.reserves.includes(code)));
        expect(drawFaults(t)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('substitution', () => {
  const t = draw('6', INPUT);
  const employerOf = (code: string) => t.pool.find((e) => e.code === code)?.employer;

  it('takes the next in the same order who fits, and keeps the seat', () => {
    const [first = '', second = ''] = t.members;
    const { members, substitutions } = substitute(t, [first, second]);
    expect(substitutions.map(({ out }) => out)).toEqual([first, second]);
    expect(members).toHaveLength(11);
    expect(members).not.toContain(first);
    for (const employer of new Set(members.map(employerOf))) {
      expect(members.filter((code) => employerOf(code) === employer).length).toBeLessThanOrEqual(2);
    }
  });

  it('never offers a reserve who declined, and says when nobody is left', () => {
    const [first = ''] = t.members;
    const [reserve = ''] = substitute(t, [first]).substitutions.map((s) => s.in ?? '');
    const again = substitute(t, [first, reserve]);
    expect(again.substitutions[0]?.in).not.toBe(reserve);
    expect(substitute({ ...t, reserves: [] }, [first]).substitutions).toEqual([{ out: first, in: null }]);
  });

  it('follows a chain of substitutes who leave in turn', () => {
    const [first = ''] = t.members;
    const one = substitute(t, [first]).substitutions[0]?.in ?? '';
    // The reserve took the seat and fell ill afterwards.
    const two = substitute({ ...t, members: substitute(t, [first]).members }, [one]);
    expect(two.members).not.toContain(one);
    expect(two.members).toHaveLength(11);
  });
});

describe('odds', () => {
  it('are those of walking all orders, not uniform: a cap shifts them', () => {
    // Three of one employer, one of another, two seats, cap one: the lone one sits in every full committee.
    const entries = pool(4).map((e, n) => ({ ...e, employer: n < 3 ? 'big' : 'small', stratum: 's' }));
    const rules = { ...RULES, members: 2, quotas: [], employerCap: 1 };
    const exact = new Map<string, number>();
    const orders = permutations(entries);
    for (const order of orders) for (const code of walk(order, rules, []).members) bump(exact, code, 1 / orders.length);
    expect([...exact.values()].map((p) => Math.round(p * 300)).toSorted((a, b) => a - b)).toEqual([100, 100, 100, 300]);
    const drawn = new Map<string, number>();
    const trials = 600;
    for (let n = 0; n < trials; n += 1) {
      for (const code of draw(`odds ${n}`, { pool: entries, rules, recusals: [] }).members)
        bump(drawn, code, 1 / trials);
    }
    // Five standard deviations of a share of 1/3 over 600 trials are 0.096.
    for (const [code, p] of exact) expect(Math.abs((drawn.get(code) ?? 0) - p)).toBeLessThan(0.1);
  });
});

function bump(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** True where a changed transcript does not parse, is not canonical, does not compute or shows a fault. */
function foundWrong(changed: string, original: string, rehash: boolean): boolean {
  try {
    const parsed = JSON.parse(changed) as DrawTranscript;
    if (canonicalJson(parsed) !== changed) return true;
    const { hash: _, ...open } = parsed;
    const subject = rehash ? { ...parsed, hash: sha(canonicalJson(open)) } : parsed;
    // With a new hash over an unchanged rest the change was in the hash alone, and is undone.
    if (canonicalJson(subject) === original) return true;
    return drawFaults(subject).length > 0;
  } catch (error) {
    if (error instanceof Error) return true;
    throw error;
  }
}
