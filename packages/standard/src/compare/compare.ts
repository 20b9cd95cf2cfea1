import type { Dossier } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { packAt } from '../evaluate/pack-at.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Node, RouteId } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import { atLeastState } from '../language/state.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { boundsFor, fewestAchievements, usesOfAchievements } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import type { Owners } from './encoder.ts';
import { queryFor } from './query.ts';
import type { Question } from './query.ts';
import { dossierOf, parseModel } from './read-model.ts';
import type { Model } from './read-model.ts';
import { shrink } from './shrink.ts';
import { judgedNodes, judgementNames, sideOf } from './sides.ts';
import type { Judged, Named, Side } from './sides.ts';
import type { World } from './world.ts';

/** Answers the output of an SMT-LIB script. */
export type Solve = (script: string) => Promise<string>;

export interface ComparisonRequest {
  /** The floor. */
  readonly lower: StandardPack;
  /** Of which it is asked whether it stays at or above the floor. */
  readonly upper: StandardPack;
  readonly level: TitleLevel;
  readonly route: RouteId;
  /** Day of evaluation for both, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * Whether everybody who meets the upper standard meets the lower one, on one route. `holds` is a proof: for dossiers of any
 * size when `complete`, else for dossiers within `bounds`. `fails` shows a dossier that was evaluated.
 */
export type RouteComparison = {
  readonly level: TitleLevel;
  readonly route: RouteId;
  readonly name: string;
  /** Conditions of the lower standard that a person judges and the upper one does not have: taken as given. */
  readonly assumed: readonly Named[];
  readonly bounds: Bounds;
} & (
  | { readonly result: 'holds'; readonly complete: boolean }
  | {
      readonly result: 'fails';
      readonly dossier: Dossier;
      readonly failing: readonly (Named & { readonly why: string })[];
      /** Only people whom a text outside the pack lets in fall below. */
      readonly byOutsideRule: boolean;
    }
  | { readonly result: 'undecided'; readonly why: string }
);

/** So many ways to share achievements among items are learnt from dossiers that turned out to meet the lower standard. */
const MOST_ROUNDS = 40;

/**
 * Asks the solver whether the upper standard can be met while the lower one is not; both must have the level and route. First
 * for people whom the upper standard's own words let in, then for those whom a text outside the pack lets in.
 */
export async function compareRoute(request: ComparisonRequest, solve: Solve): Promise<RouteComparison> {
  const upper = sideOf(packAt(request.upper, request.asOf), request.level, request.route);
  const lower = sideOf(packAt(request.lower, request.asOf), request.level, request.route);
  const { bounds, complete } = boundsFor(upper.route.node, upper.index, lower.route.node, lower.index);
  const judged = judgementNames(upper, lower);
  const search: Search = { request, asOf: request.asOf, upper, lower, bounds, judged, solve };
  const own = await searchRoute(search, false);
  const found = own.result === 'holds' && judged.outside.length > 0 ? await searchRoute(search, true) : own;
  const { level, route } = request;
  const about = { level, route, name: upper.route.name, bounds, assumed: judged.assumed };
  switch (found.result) {
    case 'holds':
      return { ...about, result: 'holds', complete: complete && upper.pack.tenure === lower.pack.tenure };
    case 'fails':
      return { ...about, ...found, byOutsideRule: found !== own };
    case 'undecided':
      return { ...about, ...found };
    default:
      return found satisfies never;
  }
}

interface Search extends Question {
  readonly request: ComparisonRequest;
  readonly solve: Solve;
}

type Found =
  | { readonly result: 'holds' }
  | {
      readonly result: 'fails';
      readonly dossier: Dossier;
      readonly failing: readonly (Named & { readonly why: string })[];
    }
  | { readonly result: 'undecided'; readonly why: string };

const INCONSISTENT: Found = { result: 'undecided', why: '求解器找到的材料与评估结果不一致，有条件没有完全表达' };

/**
 * Cheap questions first: whether the lower standard follows without a word on achievements, where it has none; then whether
 * few achievements show that it does not; then the whole.
 */
async function searchRoute(search: Search, byOutsideRule: boolean): Promise<Found> {
  const { upper, lower, bounds } = search;
  if (
    usesOfAchievements(lower.route.node, lower.index) === 'none' &&
    usesOfAchievements(upper.route.node, upper.index) === 'positive'
  ) {
    const { script } = queryFor(search, new Map(), { byOutsideRule, takesAchievements: true });
    if ((await search.solve(script)).startsWith('unsat')) return { result: 'holds' };
  }
  const few = fewestAchievements(upper.route.node, upper.index);
  if (few > 0 && few < bounds.achievements) {
    const found = await searchWithin({ ...search, bounds: { ...bounds, achievements: few } }, byOutsideRule);
    if (found.result === 'fails') return found;
  }
  return searchWithin(search, byOutsideRule);
}

/** Asks until the answer is certain; each round learns one more way to share achievements among items. */
async function searchWithin(search: Search, byOutsideRule: boolean): Promise<Found> {
  const { request, upper, lower, judged, solve } = search;
  const learnt = new Map<string, Owners[]>();
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    const query = queryFor(search, learnt, { byOutsideRule });
    const output = await solve(query.script);
    if (output.startsWith('unsat')) return { result: 'holds' };
    if (!output.startsWith('sat')) return { result: 'undecided', why: '求解器在限定时间内没有得出结论' };
    const model = parseModel(output);
    const dossier = dossierOf(query.world, model, judgementsOf(query.world, model, upper, lower, judged));
    if (!dossier || stateOf(upper, dossier, request) !== 'met') return INCONSISTENT;
    const state = stateOf(lower, dossier, request);
    if (state === 'unmet') {
      const shows = (less: Dossier): boolean =>
        stateOf(upper, less, request) === 'met' && stateOf(lower, less, request) === 'unmet';
      const least = shrink(dossier, shows);
      return { result: 'fails', dossier: least, failing: failingOf(lower, least, request) };
    }
    if (state !== 'met' || !learnSharing(lower, dossier, request, learnt)) return INCONSISTENT;
  }
  return { result: 'undecided', why: '条目之间的分配方式过多，没有逐一排除' };
}

const evaluated = ({ pack, level, route }: Side, dossier: Dossier, { asOf }: ComparisonRequest) => {
  const answer = evaluate({ pack, dossier, level: level.level, route: route.route, asOf });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.evaluation.routes[0];
};
const stateOf = (side: Side, dossier: Dossier, request: ComparisonRequest) => evaluated(side, dossier, request)?.state;

function judgementsOf(
  world: World,
  model: Model,
  upper: Side,
  lower: Side,
  judged: Judged,
): ReadonlyMap<string, boolean> {
  const values = new Map(
    world
      .unknowns()
      .flatMap(({ role, path, symbol }) =>
        role === 'judgement' ? [[String(path[0]), model.get(symbol) === 1] as const] : [],
      ),
  );
  const said = (node: Node, name: string | null): readonly [string, boolean] => [
    node.id,
    name === null || (values.get(name) ?? true),
  ];
  return new Map([
    ...[...judgedNodes(lower).values()].map((node) => said(node, judged.lower(node))),
    ...[...judgedNodes(upper).values()].map((node) => said(node, judged.upper(node))),
  ]);
}

/** How the evaluation shared the achievements among the items of each block, as a further way to try; false when known. */
function learnSharing(
  lower: Side,
  dossier: Dossier,
  request: ComparisonRequest,
  learnt: Map<string, Owners[]>,
): boolean {
  const tree = evaluated(lower, dossier, request)?.tree;
  const slots = new Map((dossier.achievements ?? []).map(({ id }, slot) => [id, slot]));
  let isNew = false;
  const visit = (outcome: Outcome): void => {
    const { node } = outcome;
    if (node.kind === 'again' || (node.kind === 'atLeast' && node.compete)) {
      const items = new Map<number, number>();
      for (const [item, child] of outcome.children.entries())
        for (const id of countedIds(child)) items.set(slots.get(id) ?? -1, item);
      const fixed: Owners = Array.from(
        { length: slots.size },
        (_, slot) => (item: number) => String(items.get(slot) === item),
      );
      learnt.set(node.id, [...(learnt.get(node.id) ?? []), fixed]);
      isNew = true;
    }
    for (const child of outcome.children) visit(child);
  };
  if (tree) visit(tree);
  return isNew;
}

const countedIds = (outcome: Outcome): readonly string[] => [
  ...outcome.matches.flatMap(({ state, prepared }) =>
    prepared && atLeastState(state, 'judge') ? [prepared.record.id] : [],
  ),
  ...outcome.children.flatMap(countedIds),
];

/** The conditions of the lower standard that the dossier fails: the labelled ones nearest to the facts. */
function failingOf(lower: Side, dossier: Dossier, request: ComparisonRequest) {
  const found = new Map<string, Named & { readonly why: string }>();
  // A part without a label stands under that of the condition it belongs to.
  const visit = (outcome: Outcome, owner: string): void => {
    if (outcome.state !== 'unmet') return;
    const { node } = outcome;
    const label = node.label || owner;
    const inner = outcome.children.filter(({ state }) => state === 'unmet');
    if ((node.kind === 'all' || node.kind === 'ref') && inner.length > 0) {
      for (const child of inner) visit(child, label);
      return;
    }
    const { id, text } = node;
    found.set(id, { id, label, text, why: outcome.notes.join('；') });
  };
  const tree = evaluated(lower, dossier, request)?.tree;
  if (tree) visit(tree, '');
  return [...found.values()];
}
