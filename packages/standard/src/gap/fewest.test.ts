import { expect, test } from 'vitest';
import { evaluate, startRun } from '../evaluate/evaluate.ts';
import type { EvaluationRequest } from '../evaluate/evaluate.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Node } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import { nodesOf } from '../authoring/pack-labels.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { DossierSource } from '../random/dossiers.ts';
import { Numbers } from '../random/numbers.ts';
import { applyMoves } from './apply.ts';
import { closureEvaluator, findGaps } from './find-gaps.ts';
import { Finder } from './finder.ts';
import { isAct, joinSharing, single } from './moves.ts';
import type { Move } from './moves.ts';
import { proposalsFor } from './proposals.ts';

// On small trees every smaller set of moves is tried: none may do what the set found does.

const AS_OF = '2024-07-15';
const { pack } = loadPack('liaoning/ln-sec-2024');
const leaves = [...nodesOf(pack).values()].filter(
  (node) => ['count', 'fact', 'tenure'].includes(node.kind) && node.id.startsWith('senior'),
);

/** A tree of two or three parts of real conditions. */
function tree(numbers: Numbers): Node {
  const base = (id: string) => ({ id, label: '', text: id, readings: [] });
  const leaf = (): Node => leaves[numbers.below(leaves.length)] as Node;
  const part = (id: string): Node => {
    switch (numbers.below(4)) {
      case 0:
        return { ...base(id), kind: 'any', of: [leaf(), leaf()] };
      case 1:
        return { ...base(id), kind: 'all', of: [leaf(), leaf()] };
      case 2:
        return { ...base(id), kind: 'atLeast', compete: true, n: 2, of: [leaf(), leaf(), leaf()] };
      default:
        return leaf();
    }
  };
  return { ...base('root'), kind: 'all', of: [part('p'), part('q')] };
}

/** Every move that the leaves of the tree suggest, and new records that serve two of them. */
function universe(outcome: Outcome, finder: Finder): readonly Move[] {
  const found = new Map<string, Move>();
  const visit = (one: Outcome): void => {
    if (one.children.length === 0) {
      for (const { moves } of proposalsFor(one, finder)) for (const move of moves.values()) found.set(move.key, move);
    }
    for (const child of one.children) visit(child);
  };
  visit(outcome);
  const added = [...found.values()].filter(({ kind }) => kind === 'add').map(single);
  for (const a of added) {
    for (const b of added) {
      for (const { moves } of joinSharing(a, b)) for (const move of moves.values()) found.set(move.key, move);
    }
  }
  return [...found.values()];
}

function* subsets(moves: readonly Move[], size: number, from = 0): Generator<readonly Move[]> {
  if (size === 0) yield [];
  else
    for (let index = from; index < moves.length; index += 1)
      for (const rest of subsets(moves, size - 1, index + 1)) yield [moves[index] as Move, ...rest];
}

test('no smaller set of moves does it', () => {
  const numbers = new Numbers(11);
  const source = new DossierSource({ packs: [pack], asOf: AS_OF, level: 'senior', achievements: 4 }, 5);
  const compared: number[] = [];
  for (let trial = 0; trial < 60; trial += 1) {
    const node = tree(numbers);
    const levels: StandardPack['levels'] = [
      { level: 'senior', name: '', label: '', routes: [{ route: 'normal', name: '', node }] },
    ];
    const small: StandardPack = { ...pack, levels };
    const request: EvaluationRequest = { pack: small, dossier: source.dossier(), level: 'senior', asOf: AS_OF };
    const answer = evaluate(request);
    if (!answer.ok) throw new Error(answer.refusal.message);
    const { routes } = answer.evaluation;
    const { situation, routes: gaps } = findGaps(request, routes);
    const acts = gaps[0]?.ways[0]?.acts ?? 0;
    if (acts === 0 || acts > 3) continue;
    const outcome = routes[0]?.tree as Outcome;
    const all = universe(outcome, new Finder(small, situation, startRun(request)));
    const judged = all.filter((move) => !isAct(move));
    const holds = closureEvaluator(request);
    for (let size = 0; size < acts; size += 1) {
      for (const some of subsets(all.filter(isAct), size)) {
        const state = holds('normal', applyMoves(situation, [...some, ...judged]));
        expect([trial, some.map(({ key }) => key), state === 'met']).toEqual([
          trial,
          some.map(({ key }) => key),
          false,
        ]);
      }
    }
    compared.push(acts);
  }
  expect(compared.filter((acts) => acts > 1).length).toBeGreaterThan(5);
});
