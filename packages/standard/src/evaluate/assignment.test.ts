import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from './assignment.ts';
import type { Bundle, Demand } from './assignment.ts';
import { conjoin } from './bundles.ts';

const TOKENS = 6;
const demand: fc.Arbitrary<Demand> = fc.record({
  tokens: fc.uniqueArray(fc.nat(TOKENS - 1), { minLength: 1, maxLength: TOKENS }),
  k: fc.integer({ min: 1, max: 3 }),
});
/** An item: alternatives, each a list of demands that may share tokens. */
const item = fc.array(fc.array(demand, { maxLength: 3 }), { minLength: 1, maxLength: 2 });

/** The most items fulfilled by any way to give each token to at most one item. */
function bruteForce(items: readonly (readonly (readonly Demand[])[])[]): number {
  const owner = Array<number>(TOKENS).fill(-1);
  let best = 0;
  const fulfilled = (index: number): boolean =>
    (items[index] ?? []).some((demands) =>
      demands.every(({ tokens, k }) => tokens.filter((token) => owner[token] === index).length >= k),
    );
  const search = (token: number): void => {
    if (token === TOKENS) {
      best = Math.max(best, items.filter((_, index) => fulfilled(index)).length);
      return;
    }
    for (let index = -1; index < items.length; index += 1) {
      owner[token] = index;
      search(token + 1);
    }
  };
  search(0);
  return best;
}

const bundlesOfAll = (demands: readonly Demand[]): readonly Bundle[] =>
  demands.reduce<readonly Bundle[]>((ways, one) => ways.flatMap((way) => conjoin(way, [one])), [[]]);

test('finds the largest set of items with disjoint achievements, as brute force does', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 3 }), (items) => {
      const choices = items.map((ways) => ways.flatMap(bundlesOfAll).map((bundle) => ({ bundle, score: 0 as const })));
      expect(assign(choices).size).toBe(bruteForce(items));
    }),
    { numRuns: 600 },
  );
});

test('gives every fulfilled item its own achievements', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      const choices = items.map((ways) => ways.flatMap(bundlesOfAll).map((bundle) => ({ bundle, score: 1 as const })));
      const { chosen, owner, size } = assign(choices);
      expect(chosen.filter(Boolean).length).toBe(size);
      for (const [index, ways] of items.entries()) {
        if (!chosen[index]) continue;
        const own = (tokens: readonly number[]) => tokens.filter((token) => owner.get(token) === index).length;
        expect(ways.some((demands) => demands.every(({ tokens, k }) => own(tokens) >= k))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
