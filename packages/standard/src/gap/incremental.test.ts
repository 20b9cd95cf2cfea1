import { expect, test } from 'vitest';
import { evaluate, startRun } from '../evaluate/evaluate.ts';
import type { EvaluationRequest } from '../evaluate/evaluate.ts';
import type { RouteId } from '../language/node.ts';
import { loadPack, standardFolders } from '../packs/testing/pack-files.ts';
import { LN_2024_ENG } from '../packs/testing/plans.ts';
import { DossierSource } from '../random/dossiers.ts';
import { Numbers } from '../random/numbers.ts';
import { afterWaiting, applyMoves } from './apply.ts';
import type { Situation } from './apply.ts';
import { compiledEvaluator } from './compiled.ts';
import { closureEvaluator } from './find-gaps.ts';
import { Finder } from './finder.ts';
import { proposalsFor } from './proposals.ts';

// An evaluator reads of each proposal only what it changes. Whatever was asked before, it must say what the evaluation of
// the changed dossier from the start says.

const AS_OF = '2024-07-15';

/** What a search asks one after the other: the proposals, some of their moves left out, later days. */
function situationsOf(request: EvaluationRequest, numbers: Numbers): readonly (readonly [RouteId, Situation])[] {
  const answer = evaluate(request);
  if (!answer.ok) throw new Error(answer.refusal.message);
  const before: Situation = { dossier: request.dossier, asOf: request.asOf, plan: request.plan ?? null };
  return answer.evaluation.routes.flatMap(({ route, tree }) => {
    const proposals = proposalsFor(tree, new Finder(request.pack, before, startRun(request)));
    const changed = proposals.slice(0, 5).flatMap(({ moves }) => {
      const some = [...moves.values()].filter(() => numbers.chance(600));
      return [applyMoves(before, moves.values()), applyMoves(before, some)];
    });
    const later = [1, 4].map((years) => afterWaiting(before, `${2024 + years}-08-31`));
    return [before, ...changed, ...later, before].map((one) => [route, one] as const);
  });
}

function expectSame(request: EvaluationRequest, numbers: Numbers): number {
  const compiled = compiledEvaluator(request);
  const closure = closureEvaluator(request);
  const situations = situationsOf(request, numbers);
  for (const [route, situation] of situations) {
    const fromTheStart = structuredClone(situation.dossier);
    const expected = closure(route, { ...situation, dossier: fromTheStart });
    expect([route, compiled(route, situation)]).toEqual([route, expected]);
  }
  return situations.length;
}

test.each(standardFolders())('evaluating a proposal again equals evaluating it from the start: %s', (folder) => {
  const { pack } = loadPack(folder);
  const numbers = new Numbers(5);
  let compared = 0;
  for (const [seed, { level }] of pack.levels.entries()) {
    const source = new DossierSource({ packs: [pack], asOf: AS_OF, level, achievements: 6 }, seed + 31);
    for (let index = 0; index < 1; index += 1) {
      compared += expectSame({ pack, dossier: source.dossier(), level, asOf: AS_OF }, numbers);
    }
  }
  expect(compared).toBeGreaterThan(10);
});

test('under a plan, and under the plan of a later year', () => {
  const { pack } = loadPack('liaoning/ln-sec-2024');
  const asOf = LN_2024_ENG.asOf;
  const numbers = new Numbers(9);
  const source = new DossierSource({ packs: [pack], plans: [LN_2024_ENG], asOf, level: 'senior', strong: true }, 3);
  for (let index = 0; index < 2; index += 1) {
    expectSame({ pack, dossier: source.dossier(), level: 'senior', asOf, plan: LN_2024_ENG }, numbers);
  }
});
