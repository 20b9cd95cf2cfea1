import type { State } from '../language/state.ts';

/**
 * The four values as thermometers of three bits, so that `all` is AND and `any` is OR: bit 0 at least missing, bit 1 at
 * least judge, bit 2 met.
 */
export const UNMET = 0;
export const MISSING = 1;
export const JUDGE = 3;
export const MET = 7;

const NAMES: readonly (State | undefined)[] = [
  'unmet',
  'missing',
  undefined,
  'judge',
  undefined,
  undefined,
  undefined,
  'met',
];

/** The value a thermometer stands for. Throws on numbers that are none. */
export function stateOf(code: number): State {
  const state = NAMES[code];
  if (state === undefined) throw new RangeError(`${code} is no value`);
  return state;
}

const CODES: Readonly<Record<State, number>> = { unmet: UNMET, missing: MISSING, judge: JUDGE, met: MET };
export const codeOf = (state: State): number => CODES[state];

/** `not` on thermometers. */
export const NEGATED = Uint8Array.of(MET, MISSING, 0, JUDGE, 0, 0, 0, UNMET);

/** How many bits of a mask of records are set. */
export function bits(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x5555_5555);
  left = (left & 0x3333_3333) + ((left >>> 2) & 0x3333_3333);
  return (((left + (left >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}

/** A value from what is certain, what is certain or judged, and these or missing; 0 is nothing. */
export const level = (met: number, judged: number, open: number): number =>
  open === 0 ? UNMET : met !== 0 ? MET : judged !== 0 ? JUDGE : MISSING;

/** A mask without its lowest bit: `n − 1` times, something is left where `n` bits were set. */
export const drop = (mask: number): number => mask & (mask - 1);

/** At least `n` records, given masks of those met, met or judge, and these or missing. */
export const reach = (met: number, judged: number, open: number, n: number): number =>
  level(bits(met) >= n ? 1 : 0, bits(judged) >= n ? 1 : 0, bits(open) >= n ? 1 : 0);
