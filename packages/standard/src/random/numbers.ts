const RANGE = 4_294_967_296;

/** A stream of numbers that the same seed always gives again (sfc32). Nothing here reads a clock or true chance. */
export class Numbers {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    [this.#a, this.#b, this.#c] = [0, 0, 0];
    this.restart(seed | 0, (seed / RANGE) | 0, 0);
  }

  /** Goes on as the stream of these two whole numbers of 32 bits; they have a stream of their own for each `branch`. */
  restart(low: number, high: number, branch: number): void {
    this.#a = low;
    this.#b = high;
    this.#c = (0x9e3779b9 + branch) | 0;
    this.#counter = 1;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A whole number of 32 bits, not negative. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 to below `bound`. */
  below(bound: number): number {
    return Math.floor((this.next() / RANGE) * bound);
  }

  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in `thousandths` of 1,000 cases. */
  chance(thousandths: number): boolean {
    return this.next() * 1000 < thousandths * RANGE;
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.below(from.length)] ?? from[0];
  }
}
