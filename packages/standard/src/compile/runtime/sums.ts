import { smallestSums } from '../../evaluate/bundles.ts';
import type { Cells } from '../../intake/population.ts';
import type { Bundle, Floor } from './ways.ts';
import { JUDGE, MET, MISSING, UNMET } from '../thermometer.ts';

const MAX = 32;

/** The records of one list that a sum runs over, for the dossier at hand: value, amount (−1 unknown) and token of each. */
export class SumState {
  /** Values of the records, filled while the list is passed over; shared by sums with the same predicate. */
  readonly codes: Uint8Array;
  readonly tokens: Uint8Array;
  readonly amounts = new Int32Array(MAX);
  readonly min: number;
  count = 0;

  constructor(codes: Uint8Array, tokens: Uint8Array, min: number) {
    this.codes = codes;
    this.tokens = tokens;
    this.min = min;
  }

  /** Takes the amounts of the records `from` to below `end`. */
  load(amounts: Cells, from: number, end: number): void {
    this.count = end - from;
    for (let index = 0; index < this.count; index += 1) this.amounts[index] = amounts[from + index] as number;
  }

  /** Sum of the best amount of each token among records that reach the floor; unknown amounts are endless at the lowest. */
  #total(floor: Floor, free: number): number {
    best.fill(0);
    for (let index = 0; index < this.count; index += 1) {
      const token = this.tokens[index] as number;
      if (((this.codes[index] as number) & floor) === 0 || (free & (1 << token)) === 0) continue;
      const amount = this.amounts[index] as number;
      if (amount < 0 && floor !== 1) continue;
      best[token] = Math.max(best[token] as number, amount < 0 ? Number.POSITIVE_INFINITY : amount);
    }
    return best.reduce((total, amount) => total + amount, 0);
  }

  /** The value of the sum over the tokens in the mask `free`; what certainly counts is left in `answer.have`. */
  value(free: number, answer: { have: number }): number {
    answer.have = this.#total(4, free);
    if (answer.have >= this.min) return MET;
    if (this.#total(2, free) >= this.min) return JUDGE;
    return this.#total(1, free) >= this.min ? MISSING : UNMET;
  }

  /** The smallest sets of records whose amounts add up, as `evaluate/bundles.ts` finds them. */
  ways(floor: Floor): readonly Bundle[] {
    const amounts = new Map<number, number>();
    for (let index = 0; index < this.count; index += 1) {
      const amount = this.amounts[index] as number;
      if (((this.codes[index] as number) & floor) === 0 || (amount < 0 && floor !== 1)) continue;
      const token = this.tokens[index] as number;
      amounts.set(token, Math.max(amounts.get(token) ?? 0, amount < 0 ? this.min : amount));
    }
    return smallestSums(amounts, this.min).map((tokens): Bundle => {
      const mask = tokens.reduce((all, token) => all | (1 << token), 0);
      return [{ tokens, mask, k: tokens.length }];
    });
  }
}

const best = new Float64Array(MAX);

/** Tokens of records that each stand for themselves. */
export const ownTokens = (): Uint8Array => Uint8Array.from({ length: MAX }, (_, index) => index);
