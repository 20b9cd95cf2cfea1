import type { RouteId } from '../language/node.ts';
import type { DefenceTrigger } from '../language/pack.ts';
import { isAtom } from '../language/predicate.ts';
import type { Predicate, PredicateAtom } from '../language/predicate.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { complete } from './completion.ts';
import { describeRecord } from './matching.ts';
import type { Outcome } from './outcome.ts';
import type { RecordData } from './predicate.ts';
import type { Run } from './run.ts';

/** A trigger that applies, or of which it is open whether it does. */
export interface DefenceReason {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly state: 'applies' | 'open';
  /** What is not known or not decided yet; empty where it applies. */
  readonly dependsOn: readonly string[];
}

/**
 * Whether a defence is due on a route. `none`: no fact speaks for it, though somebody may still name the person, which
 * stands among the reasons as open.
 */
export interface RouteDefence {
  readonly route: RouteId;
  readonly due: 'required' | 'possible' | 'none';
  readonly reasons: readonly DefenceReason[];
}

/** The reasons for a defence on each route, every one kept; nothing where the plan has no such rule for the level. */
export function defenceOf(
  run: Run,
  level: TitleLevel,
  routes: readonly { readonly route: RouteId }[],
): { readonly defence?: readonly RouteDefence[] } {
  const rules = run.context.plan?.defence;
  if (!rules?.levels.includes(level)) return {};
  const named = new Set(rules.triggers.flatMap(({ id, by }) => (by === null ? [] : [id])));
  const found = rules.triggers.map((trigger) => ({ routes: trigger.routes, reason: reasonOf(trigger, run) }));
  const defence = routes.map(({ route }): RouteDefence => {
    const reasons = found.flatMap((one) =>
      one.reason && (one.routes === null || one.routes.includes(route)) ? [one.reason] : [],
    );
    const open = reasons.some(({ id }) => !named.has(id));
    const due = reasons.some(({ state }) => state === 'applies') ? 'required' : open ? 'possible' : 'none';
    return { route, due, reasons };
  });
  return { defence };
}

/** The trigger as a reason; null where it surely does not apply. */
function reasonOf({ id, label, text, node, by }: DefenceTrigger, run: Run): DefenceReason | null {
  const reason = { id, label, text };
  if (node === null) return { ...reason, state: 'applies', dependsOn: [] };
  const tree = run.evaluate(node);
  const { state } = complete(tree);
  switch (state) {
    case 'met':
      return { ...reason, state: 'applies', dependsOn: [] };
    case 'unmet':
      return null;
    case 'judge':
    case 'missing':
      return { ...reason, state: 'open', dependsOn: by === null ? [...new Set(openOf(tree, run))] : [`${by}的决定`] };
    default:
      return state satisfies never;
  }
}

/** What keeps the tree open: facts that are not known, and conditions that a person decides. */
function openOf({ state, children, unknown, matches, node }: Outcome, run: Run): readonly string[] {
  if (state === 'met' || state === 'unmet') return [];
  if (children.length > 0) return children.flatMap((child) => openOf(child, run));
  if (state === 'judge') return [`由人判断是否“${node.text}”`];
  if (unknown.length > 0 || node.kind !== 'count') return unknown.length > 0 ? unknown : [node.text];
  const { list, where } = node;
  return matches
    .filter((match) => match.state === 'missing')
    .map(({ record, index }) => `${describeRecord(list, record, index, run).name}的${openFields(where, record)}`);
}

/** The fields of a record that are not stated; where all are, a date is not stated to the day. */
function openFields(where: Predicate, record: RecordData): string {
  const atoms = atomsOf(where);
  const unstated = atoms.filter(({ field }) => field.path.length === 1 && record[field.path[0] ?? ''] === undefined);
  const open = unstated.length > 0 ? unstated : atoms.filter(({ op }) => op === 'date');
  const names = [...new Set(open.map(({ field }) => field.name))].join('、');
  return unstated.length > 0 ? names : `${names}（具体到日）`;
}

const atomsOf = (where: Predicate): readonly PredicateAtom[] =>
  isAtom(where) ? [where] : where.op === 'not' ? atomsOf(where.of) : where.of.flatMap(atomsOf);
