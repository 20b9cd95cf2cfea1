import type { Verdict } from '../evaluate/evaluate.ts';
import type { TitleLevel } from '../vocabulary/values.ts';

/** One of the two standards a simulation compares. */
export interface SimulatedStandard {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** How many people come to each verdict. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** What became of one condition among the people whose verdict changed. */
export interface ClauseEffect {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** In both standards, only in the newer, or only in the older. */
  readonly change: 'both' | 'added' | 'dropped';
  /** People who gain, and whom this condition holds back less than before. */
  readonly gain: number;
  /** People who lose, and whom this condition holds back more than before. */
  readonly lose: number;
}

/** Who gains and who loses when a newer standard takes the place of an older one (P12); plain JSON. */
export interface SimulationResult {
  readonly older: SimulatedStandard;
  readonly newer: SimulatedStandard;
  readonly level: TitleLevel;
  readonly plan: { readonly id: string; readonly name: string } | null;
  readonly asOf: string;
  readonly people: number;
  /** People whose verdict is better, worse, the same under the newer standard. */
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
  /** How many went from which verdict to which; only those that occur. */
  readonly moves: readonly { readonly from: Verdict; readonly to: Verdict; readonly count: number }[];
  /** Conditions behind the changes, the most felt first. */
  readonly clauses: readonly ClauseEffect[];
}
