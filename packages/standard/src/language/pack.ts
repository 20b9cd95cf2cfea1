import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import type { CountingRule, Level, Node } from './node.ts';

/** The document a pack states (P1). Dates are calendar dates in Asia/Shanghai. */
export interface DocumentFacts {
  readonly title: string;
  readonly number: string;
  readonly issuers: readonly string[];
  readonly issuedOn: string;
  readonly inForceFrom: string;
  readonly repealedOn: string | null;
  readonly replaces: readonly string[];
  readonly interpreters: readonly string[];
  /** Present where the pack does not state an official text that was checked; the note is shown wherever the pack is. */
  readonly mark?: DocumentMark;
}

/** `unverified`: the official text was not at hand; `sample`: made up to show something (示例). */
export interface DocumentMark {
  readonly kind: 'unverified' | 'sample';
  readonly note: string;
}

export const MARK_LABELS: Readonly<Record<DocumentMark['kind'], string>> = { unverified: '未经核实', sample: '示例' };

/** 评审专业 of the standard. */
export interface Specialty {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** A defined word (P17): pages mark it where it occurs. */
export interface Definition {
  readonly id: string;
  readonly word: string;
  readonly label: string;
  readonly text: string;
}

/** A text the pack delegates to without containing it (P15). */
export interface OutsideRule {
  readonly id: string;
  readonly document: string;
  readonly note: string;
}

/** An ambiguity, the meanings possible and the one chosen (P7). */
export interface Reading {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly chosen: string;
  readonly because: string;
  readonly meanings: Readonly<Record<string, string>>;
  /** Why another meaning changes what is said and no result (a misprint, a name, a question settled elsewhere). */
  readonly wording?: string;
  /** Why a meaning without effect cannot be put into conditions; the others can be switched. */
  readonly unsupported?: string;
}

/** How years are counted (资历): by the day, or by the difference of calendar years. */
export type TenureRule =
  | { readonly rule: 'ANNIVERSARY_AT'; readonly date: string }
  | { readonly rule: 'YEAR_DIFF'; readonly year: number };

/** What stood before a dated parameter took another value: the same conditions with the values of their time. */
export interface EarlierPeriod {
  /** First day on which it no longer holds, `YYYY-MM-DD`. */
  readonly until: string;
  readonly counting: readonly CountingRule[];
  readonly shared: readonly Node[];
  readonly levels: readonly Level[];
}

/** A standard in checked form: self-contained, plain JSON, what is published, hashed and evaluated. */
export interface StandardPack {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly series: string;
  readonly document: DocumentFacts;
  readonly specialties: readonly Specialty[];
  readonly definitions: readonly Definition[];
  readonly outside: readonly OutsideRule[];
  readonly readings: readonly Reading[];
  /** Without a plan, the rule of the standard itself; its date is the day of evaluation. */
  readonly tenure: 'ANNIVERSARY_AT' | 'YEAR_DIFF';
  /** Present where a reading lets the standard's own rule stand against that of a plan. */
  readonly tenureStands?: true;
  readonly counting: readonly CountingRule[];
  /** Conditions that others refer to, by id. */
  readonly shared: readonly Node[];
  readonly levels: readonly Level[];
  /** Earlier periods in their order, where parameters are dated; `packAt` picks the one of a day. */
  readonly earlier?: readonly EarlierPeriod[];
  readonly vocabulary: Vocabulary;
}

/** A reason for a defence: `node` is met where it applies; null where the route alone decides. */
export interface DefenceTrigger {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Only on these routes; null for all of them. */
  readonly routes: readonly string[] | null;
  readonly node: Node | null;
  /** Who names people for a defence without any fact to go by; null where facts decide. */
  readonly by: string | null;
}

/** Who must defend, at the levels where not everybody does. */
export interface DefenceRules {
  readonly label: string;
  readonly levels: readonly TitleLevel[];
  readonly triggers: readonly DefenceTrigger[];
}

/**
 * What a plan says about evaluation: scope of applicants and the like as conditions in the same language, the tenure
 * rule, the cut-off of achievements, and the day to evaluate at when none is given.
 */
export interface PlanForEvaluation {
  readonly id: string;
  readonly name: string;
  /** Standards its specialties are evaluated by, and those that are not packed; nothing where it names none. */
  readonly standards?: { readonly packs: readonly string[]; readonly byHand: readonly string[] } | null | undefined;
  readonly asOf: string;
  /** Last day for applications; later than that no route is open. */
  readonly closesOn: string;
  readonly closesLabel: string;
  readonly tenure: TenureRule;
  readonly achievementCutOff: string | null;
  /** Where the plan prints that day; left out by plans kept from before. */
  readonly achievementCutOffLabel?: string;
  readonly counting: readonly CountingRule[];
  /** All must hold, for every route and level; may name the routes and levels it is for. */
  readonly conditions: readonly {
    readonly routes: readonly string[] | null;
    readonly levels?: readonly TitleLevel[];
    readonly node: Node;
  }[];
  /** Shown beside the verdict, which it does not change. */
  readonly defence?: DefenceRules;
}
