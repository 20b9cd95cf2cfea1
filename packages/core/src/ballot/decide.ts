import { atLeast, type Fraction, leastCount } from './fraction.ts';

/** What may be voted on one application. `abstain` and a vote not cast both stay in the denominator. */
export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** Rules of the vote, from the plan (人社部令第40号 Articles 19 and 20). */
export interface VoteRules {
  /** Attending members needed, of all members. */
  readonly quorum: Fraction;
  /** Yes votes needed, of those attending. */
  readonly pass: Fraction;
  /** Whether an attending expert recused from an application still counts among its N. */
  readonly recusedCountsInN: boolean;
}

export const TWO_THIRDS: Fraction = { numerator: 2, denominator: 3 };

export interface ItemCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Attending experts who are recused from this application. */
  readonly recused: number;
  /** Attending experts whose envelope is missing or cannot be read. */
  readonly missing: number;
}

export interface ItemResult extends ItemCounts {
  /** The denominator used. */
  readonly n: number;
  readonly needed: number;
  readonly passed: boolean;
}

export function hasQuorum(present: number, members: number, rules: VoteRules): boolean {
  if (present > members) throw new RangeError('more present than members');
  return atLeast(present, members, rules.quorum);
}

/**
 * Decides one application.
 * @param present attendance frozen at check-in
 * @throws RangeError where the counts do not add up to the attendance: then nothing may be announced
 */
export function decideItem(counts: ItemCounts, present: number, rules: VoteRules): ItemResult {
  const { yes, no, abstain, recused, missing } = counts;
  if (yes + no + abstain + recused + missing !== present)
    throw new RangeError('counts do not add up to the attendance');
  const n = rules.recusedCountsInN ? present : present - recused;
  // With nobody left to decide, zero of zero would pass; that must not be.
  const passed = n > 0 && yes > 0 && atLeast(yes, n, rules.pass);
  return { ...counts, n, needed: leastCount(n, rules.pass), passed };
}
