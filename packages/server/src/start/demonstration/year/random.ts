/** A sequence of numbers that is the same for the same seed: the demonstration is one and the same everywhere. */
export interface Chance {
  /** A whole number from 0 to `below` − 1. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A date between two, both included. */
  readonly date: (from: string, to: string) => string;
}

const DAY_MS = 86_400_000;

/** Mulberry32: small, and good enough for invented data. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    pick: (from) => {
      const one = from[below(from.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    date: (from, to) => {
      const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
      return new Date(Date.parse(from) + below(days + 1) * DAY_MS).toISOString().slice(0, 10);
    },
  };
}
