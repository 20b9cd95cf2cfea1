import type { CalendarDate, Instant } from '../calendar/index.ts';
import type { PlanLevel, PlanRoute, ProcessActor } from '../plan/index.ts';

/** What an application is about; fixed when it is created. */
export interface Subject {
  readonly specialty: string;
  readonly level: PlanLevel;
  readonly route: PlanRoute;
}

/** One line of a correction notice: where, under which clause, what is wrong, what to do. */
export interface CorrectionItem {
  /** Machine-readable place of the field to jump to, e.g. `rows.0192…` or `selfReport`. */
  readonly place: string;
  /** Printed label of the clause. */
  readonly label: string;
  readonly problem: string;
  readonly whatToDo: string;
}

export interface Step {
  readonly action: string;
  readonly by: ProcessActor;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
}

/** A period that runs while the application stays in its stage. */
export interface Period {
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly endsAt: Instant;
  readonly provisional: boolean;
}

export interface Returned {
  readonly from: string;
  readonly at: Instant;
  readonly items: readonly CorrectionItem[];
}

/** Everything the interpreter knows of one application. Stored as it is; plain JSON. */
export interface CaseState {
  readonly subject: Subject;
  readonly stage: string;
  /** When the stage was entered. */
  readonly since: Instant;
  /** Submissions so far; the stamped page is not one. */
  readonly submissions: number;
  /** Submissions the office granted beyond the plan's limit. */
  readonly granted: number;
  /** The last return that was not answered yet. */
  readonly returned: Returned | null;
  /** When the office opened its check of this submission. */
  readonly openedAt: Instant | null;
  readonly period: Period | null;
  readonly held: { readonly since: Instant; readonly reason: string } | null;
  readonly overdueSince: Instant | null;
  readonly steps: readonly Step[];
}

/** What comes with a command. Facts the interpreter cannot see are looked up by the server and passed in here. */
export interface ActionInput {
  readonly reason?: string;
  readonly items?: readonly CorrectionItem[];
  /** Places that still lack a decision of the check. */
  readonly undecided?: readonly string[];
  readonly recommended?: boolean;
  /** First day of a publicity; must not lie in the past. */
  readonly startsOn?: CalendarDate;
  readonly openObjections?: number;
  /** Bodies of the chain that have still to act after this one. */
  readonly sealsRemaining?: number;
  /** Committee the submitting authority chose. */
  readonly committee?: string;
  /** Whether the unit has still to say which post the application takes. */
  readonly postMissing?: boolean;
  /** Consents the case still needs, in words. */
  readonly consentsMissing?: readonly string[];
  /** What the content still lacks, in Chinese; empty when it is complete. */
  readonly contentProblems?: readonly string[];
}
