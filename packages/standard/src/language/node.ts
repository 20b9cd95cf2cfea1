import type { DossierList } from '../dossier/dossier.ts';
import type { Quality, TitleLevel } from '../vocabulary/values.ts';
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

export interface AllNode extends NodeBase {
  readonly kind: 'all';
  readonly of: readonly Node[];
}
export interface AnyNode extends NodeBase {
  readonly kind: 'any';
  readonly of: readonly Node[];
}
/** At least n of the conditions; with `compete` they are items that compete for achievements (P3). */
export interface AtLeastNode extends NodeBase {
  readonly kind: 'atLeast';
  readonly n: number;
  readonly compete: boolean;
  readonly of: readonly Node[];
}
export interface NotNode extends NodeBase {
  readonly kind: 'not';
  readonly of: Node;
}
/** At least `min` records of a list fulfil `where`, and a person confirms each named quality of each of them. */
export interface CountNode extends NodeBase {
  readonly kind: 'count';
  readonly list: DossierList;
  readonly where: Predicate;
  readonly min: number;
  readonly qualities: readonly Quality[];
}
/** The sum of a number over the records that fulfil `where` reaches `min`. */
export interface SumNode extends NodeBase {
  readonly kind: 'sum';
  readonly list: DossierList;
  readonly field: readonly string[];
  readonly where: Predicate;
  readonly min: number;
  readonly qualities: readonly Quality[];
}
/** Every record of the list for which `when` holds fulfils `must`. */
export interface EveryNode extends NodeBase {
  readonly kind: 'every';
  readonly list: DossierList;
  readonly when: Predicate | null;
  readonly must: Predicate;
}
/** A predicate on the dossier itself. */
export interface FactNode extends NodeBase {
  readonly kind: 'fact';
  readonly test: Predicate;
}
/** `years` of work that fulfils `work`, since a title that fulfils `since` (obtained or appointed), by the tenure rule. */
export interface TenureNode extends NodeBase {
  readonly kind: 'tenure';
  readonly since: Predicate | null;
  readonly base: 'obtained' | 'appointed';
  readonly work: Predicate;
  readonly years: number;
}
/** A person decides. */
export interface JudgeNode extends NodeBase {
  readonly kind: 'judge';
}
/** The condition stands in a text that is not in the pack: a person decides, with the document named (P15). */
export interface OutsideNode extends NodeBase {
  readonly kind: 'outside';
  readonly slot: string;
}
/** The same condition once more. */
export interface RefNode extends NodeBase {
  readonly kind: 'ref';
  readonly to: string;
}
/** The items of an `atLeast` once more, with another n. */
export interface AgainNode extends NodeBase {
  readonly kind: 'again';
  readonly to: string;
  readonly n: number;
}

export type Node =
  | AllNode
  | AnyNode
  | AtLeastNode
  | NotNode
  | CountNode
  | SumNode
  | EveryNode
  | FactNode
  | TenureNode
  | JudgeNode
  | OutsideNode
  | RefNode
  | AgainNode;

export type NodeKind = Node['kind'];

/** What decides whether an achievement counts at all (P3); `reason` is shown when it does not. */
export type CountingRule = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly reason: string;
  readonly readings: readonly string[];
} & (
  | { readonly rule: 'after-current-title'; readonly inclusive: boolean }
  | { readonly rule: 'until-cut-off' }
  | { readonly rule: 'where'; readonly when: Predicate | null; readonly where: Predicate }
  | { readonly rule: 'one-per-project'; readonly sameKind: readonly (readonly string[])[] }
  | { readonly rule: 'one-item-each' }
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
