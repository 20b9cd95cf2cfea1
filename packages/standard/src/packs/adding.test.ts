import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dossier } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { rankOf } from '../language/state.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { exampleNames, loadPack, readDossier, readPolicy, standardFolders } from './testing/pack-files.ts';

// An achievement more never makes a route worse. No document has an upper bound on achievements; a reading that sets one
// (恰好 2 项) is not the chosen one of any pack.

const examplesOf = (folder: string) =>
  exampleNames(folder).map((name) => ({
    dossier: readDossier(folder, name),
    ...(JSON.parse(readPolicy(folder, 'examples', `${name}.expected.json`)) as { level: TitleLevel; asOf: string }),
  }));

test.each(standardFolders())('%s：多一项业绩不会使结论变差', (folder) => {
  const { pack } = loadPack(folder);
  const examples = examplesOf(folder).filter(({ dossier }) => dossier.achievements !== undefined);
  const achievements = examples.flatMap(({ dossier }) => dossier.achievements ?? []);
  const routesOf = (dossier: Dossier, level: TitleLevel, asOf: string) => {
    const answer = evaluate({ pack, dossier, level, asOf });
    if (!answer.ok) throw new Error(answer.refusal.message);
    return answer.evaluation.routes;
  };
  if (achievements.length === 0) return;
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.constantFrom(...achievements), (example, added) => {
      const { dossier, level, asOf } = example;
      const own = dossier.achievements ?? [];
      const more = { ...dossier, achievements: [...own, { ...added, id: 'added' }] };
      const before = routesOf(dossier, level, asOf);
      const after = routesOf(more, level, asOf);
      for (const [index, { route, state }] of before.entries()) {
        const now = after[index];
        expect([route, now !== undefined && rankOf(now.state) >= rankOf(state)]).toEqual([route, true]);
      }
    }),
    { numRuns: 40 },
  );
});
