import type { AgainNode } from '../kinds/again.ts';
import type { AllNode } from '../kinds/all.ts';
import type { AnyNode } from '../kinds/any.ts';
import type { AtLeastNode } from '../kinds/at-least.ts';
import type { CountNode } from '../kinds/count.ts';
import type { ElapsedNode } from '../kinds/elapsed.ts';
import type { EveryNode } from '../kinds/every.ts';
import type { FactNode } from '../kinds/fact.ts';
import type { JudgeNode } from '../kinds/judge.ts';
import type { NotNode } from '../kinds/not.ts';
import type { OutsideNode } from '../kinds/outside.ts';
import type { RefNode } from '../kinds/ref.ts';
import type { SumNode } from '../kinds/sum.ts';
import type { TenureNode } from '../kinds/tenure.ts';
import type { YearlyNode } from '../kinds/yearly.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import type { Predicate } from './predicate.ts';

/** What every condition carries, whatever its kind. */
export interface NodeBase {
  /** Stable, unique in the pack; decisions and judgements refer to it. */
  readonly id: string;
  /** The printed label kept as text, e.g. 五(四)4(3); empty for a part that has no label of its own. */
  readonly label: string;
  /** Our own short wording. */
  readonly text: string;
  /** Readings this condition rests on (ids in readings.yaml). */
  readonly readings: readonly string[];
  readonly note?: string;
}

/** A condition in checked form; each kind stands with its parser and evaluation in `kinds/`. */
export type Node =
  | AgainNode
  | AllNode
  | AnyNode
  | AtLeastNode
  | CountNode
  | ElapsedNode
  | EveryNode
  | FactNode
  | JudgeNode
  | NotNode
  | OutsideNode
  | RefNode
  | SumNode
  | TenureNode
  | YearlyNode;

export type NodeKind = Node['kind'];

/** How many years must lie in the span of a yearly condition for it to be fulfilled. */
export const leastYears = ({ min }: YearlyNode): number => min ?? 0;

/** What decides whether an achievement counts at all (P3); `reason` is shown when it does not. */
export type CountingRule = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly reason: string;
  readonly readings: readonly string[];
} & (
  | { readonly rule: 'after-current-title'; readonly inclusive: boolean; readonly when?: Predicate }
  | { readonly rule: 'until-cut-off' }
  | { readonly rule: 'where'; readonly when: Predicate | null; readonly where: Predicate }
  | {
      readonly rule: 'one-per-project';
      readonly sameKind: readonly (readonly string[])[];
      /** The kinds the rule is for; every kind where it is left out. */
      readonly kinds?: readonly string[];
    }
  | { readonly rule: 'one-item-each' }
  /** Excludes what is said to lack its evidence, by whoever writes or by whom it is judged; unsaid, it counts. */
  | { readonly rule: 'unless-unproven' }
);

export const ROUTES = [
  'normal',
  'exception',
  'green',
  'skilled',
  'self-score',
  'landmark',
  'direct',
  'conversion',
  'initial',
] as const;
export type RouteId = (typeof ROUTES)[number];

export interface Route {
  readonly route: RouteId;
  readonly name: string;
  readonly node: Node;
}

export interface Level {
  readonly level: TitleLevel;
  readonly name: string;
  readonly label: string;
  readonly routes: readonly Route[];
}

/** The conditions that stand inside one; a reference has none of its own. */
export const partsOf = (node: Node): readonly Node[] =>
  node.kind === 'not' ? [node.of] : 'of' in node && Array.isArray(node.of) ? node.of : [];
