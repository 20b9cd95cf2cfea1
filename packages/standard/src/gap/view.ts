import type { RouteEvaluation, Verdict } from '../evaluate/evaluate.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { rankOn } from '../evaluate/predicate.ts';
import type { StandardPack } from '../language/pack.ts';
import { applyMoves } from './apply.ts';
import type { Situation } from './apply.ts';
import type { Blocked } from './finder.ts';
import type { Gaps, Way } from './find-gaps.ts';
import type { Move } from './moves.ts';
import { MoveWriter, waitText } from './move-text.ts';

/** Who brings a move about. */
export type MoveBy = 'applicant' | 'expert' | 'judge' | 'time';

export const MOVE_BY_LABELS: Readonly<Record<MoveBy, string>> = {
  applicant: '本人',
  expert: '专家',
  judge: '评审人员',
  time: '时间',
};

export interface GapMoveView {
  readonly kind: Move['kind'];
  readonly by: MoveBy;
  readonly text: string;
  /** How many equal records are meant. */
  readonly times: number;
  /** The day until which to wait; null for other moves. */
  readonly until: string | null;
  /** The conditions it serves. */
  readonly for: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  /** What the dossier says after it, where the dossier changes: the records as they were evaluated again. */
  readonly change: { readonly list: string; readonly records: readonly unknown[] } | null;
}

export interface GapWayView {
  readonly acts: number;
  readonly moves: readonly GapMoveView[];
}

export interface RouteGapView {
  readonly route: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly ways: readonly GapWayView[];
  /** The first day on which time alone brings it, with the assumption in words; null when time alone does not. */
  readonly earliest: { readonly on: string; readonly text: string } | null;
  readonly blocked: readonly Blocked[];
}

/** What is lacking (P5) as plain data for printing, pages and the API. */
export interface GapsView {
  readonly alternatives: readonly (GapWayView & { readonly route: string; readonly name: string })[];
  readonly routes: readonly RouteGapView[];
}

/** The gaps of the evaluated routes in words. */
export function gapsView(gaps: Gaps, routes: readonly RouteEvaluation[], pack: StandardPack): GapsView {
  const writer = new MoveWriter(pack, gaps.situation);
  const shown = new Map<Way, GapWayView>();
  const views = gaps.routes.map((gap): RouteGapView => {
    const tree = routes.find(({ route }) => route === gap.route)?.tree;
    const named = tree ? conditionsOf(tree) : new Map<string, Named>();
    const ways = sensible(gap.ways, gaps.situation).map((way) => {
      const view = wayView(way, writer, gaps.situation, named);
      shown.set(way, view);
      return view;
    });
    const { route, name, verdict, earliest } = gap;
    const judged = ways.some(({ moves }) => moves.some(({ by }) => by === 'judge')) || (tree && leavesOpen(tree));
    const still = judged ? '；须由人判断的条件，到时仍须判断' : '';
    const on = earliest === null ? null : { on: earliest, text: `${waitText(gaps.situation, earliest)}${still}` };
    // A part without a label is named by the condition it belongs to.
    const blocked = gap.blocked.map((one) => ({ ...one, label: one.label || (named.get(one.id)?.label ?? '') }));
    return { route, name, verdict, ways, blocked, earliest: on };
  });
  const alternatives = gaps.alternatives.flatMap(({ route, way }) => {
    const view = shown.get(way);
    const name = views.find((one) => one.route === route)?.name ?? route;
    return view ? [{ route, name, ...view }] : [];
  });
  return { alternatives, routes: views };
}

/** Whether a way is nothing but waiting for a day, apart from judgements. */
export const isWaitingFor = (moves: readonly GapMoveView[], on: string): boolean =>
  moves.every(({ kind, until }) => kind === 'judge' || (kind === 'wait' && until === on));

/** The ways but those that ask for education below what the person has (技工院校 of a bachelor), as long as others are left. */
function sensible(ways: readonly Way[], { dossier }: Situation): readonly Way[] {
  const held = (dossier.educations ?? []).map(({ level }) => (level === undefined ? -1 : rankOn('education', level)));
  const asksLess = (move: Move): boolean => {
    if (move.kind !== 'add' || move.list !== 'educations') return false;
    const level = move.needs.get('level')?.constraint;
    return level?.form === 'word' && held.some((rank) => level.allowed < 1 << rank);
  };
  const others = ways.filter(({ moves }) => !moves.some(asksLess));
  return others.length > 0 ? others : ways;
}

/** Whether a condition waits for a person's judgement. */
const leavesOpen = ({ state, children }: Outcome): boolean =>
  state === 'judge' || (state !== 'met' && children.some(leavesOpen));

type Named = GapMoveView['for'][number];

/** Every condition of a tree, a part without a label under the label of the condition it belongs to. */
function conditionsOf(tree: Outcome): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  const visit = (outcome: Outcome, owner: string): void => {
    const { id, label, text } = outcome.node;
    const own = label === '' ? owner : label;
    if (!found.has(id)) found.set(id, { id, label: own, text });
    for (const child of outcome.children) visit(child, own);
  };
  visit(tree, '');
  return found;
}

function wayView(way: Way, writer: MoveWriter, situation: Situation, named: ReadonlyMap<string, Named>): GapWayView {
  const groups = new Map<string, Move[]>();
  for (const move of way.moves) {
    const text = writer.text(move);
    groups.set(text, [...(groups.get(text) ?? []), move]);
  }
  const moves = [...groups.values()].flatMap((same): readonly GapMoveView[] => {
    const [move] = same;
    if (!move) return [];
    const ids = new Set(same.flatMap((one) => one.for));
    return [
      {
        kind: move.kind,
        by: byOf(move),
        text: writer.text(move, same.length),
        times: same.length,
        until: move.kind === 'wait' ? move.until : null,
        for: [...ids].flatMap((id) => named.get(id) ?? []),
        change: changeBy(same, situation),
      },
    ];
  });
  return { acts: way.acts, moves };
}

function byOf(move: Move): MoveBy {
  switch (move.kind) {
    case 'wait':
      return 'time';
    case 'confirm':
    case 'judge':
      return 'judge';
    case 'add':
      return move.list === 'recommendations' ? 'expert' : 'applicant';
    case 'mend':
      return move.constraint.form === 'experts' ? 'expert' : 'applicant';
    case 'supply':
    case 'assess':
      return 'applicant';
    default:
      return move satisfies never;
  }
}

/** The records that the moves add or change, as they then stand. */
function changeBy(moves: readonly Move[], situation: Situation): GapMoveView['change'] {
  const [first] = moves;
  if (!first || first.kind === 'wait') return null;
  const after = applyMoves(situation, moves).dossier;
  if (first.kind === 'add') return { list: first.list, records: (after[first.list] ?? []).slice(-moves.length) };
  if (first.kind === 'assess')
    return { list: 'assessments', records: (after.assessments ?? []).slice(-first.years.length) };
  if (first.kind === 'judge') return { list: 'judgements', records: [after.judgements?.[first.id]] };
  if (first.place) return { list: first.place.list, records: [after[first.place.list]?.[first.place.index]] };
  const keys = 'field' in first ? [first.field.path] : [...first.needs.values()].map(({ field }) => field.path);
  const parts = [...new Set(keys.map(([part = '']) => part))];
  return { list: parts[0] ?? '', records: parts.map((part) => (after as Record<string, unknown>)[part]) };
}
