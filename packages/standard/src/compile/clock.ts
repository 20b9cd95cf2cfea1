import type { EvaluationContext } from '../evaluate/run.ts';
import { dayOf, firstDay } from '../intake/days.ts';

/** What an evaluation depends on besides the dossier, in numbers. */
export interface Clock {
  readonly asOf: number;
  readonly year: number;
  /** Last day to which work counts. */
  readonly end: number;
  /** The calendar year of `end`. */
  readonly endYear: number;
  /** Years are counted by calendar years. */
  readonly byYear: boolean;
  /** Last day for achievements. */
  readonly cutOff: number;
  /** The plan's window has not closed. */
  readonly isOpen: boolean;
}

/** The context of an evaluation in the numbers compiled code reads. */
export function clockOf({ asOf, tenure, achievementCutOff, plan }: EvaluationContext): Clock {
  return {
    asOf: firstDay(asOf),
    year: Number(asOf.slice(0, 4)),
    end: tenure.rule === 'YEAR_DIFF' ? dayOf(tenure.year, 12, 31) : firstDay(tenure.date),
    endYear: tenure.rule === 'YEAR_DIFF' ? tenure.year : Number(tenure.date.slice(0, 4)),
    byYear: tenure.rule === 'YEAR_DIFF',
    cutOff: firstDay(achievementCutOff ?? asOf),
    isOpen: plan === null || asOf <= plan.closesOn,
  };
}
