import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../dossier/dossier.ts';
import { addYears } from '../evaluate/dates.ts';
import { afterWaiting } from '../gap/apply.ts';
import type { Situation } from '../gap/apply.ts';
import { compiledEvaluator } from '../gap/compiled.ts';
import { rankOf } from '../language/state.ts';
import { DossierSource } from '../random/dossiers.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { exampleNames, loadPack, readDossier, readPolicy, standardFolders } from './testing/pack-files.ts';

interface Case {
  readonly dossier: Dossier;
  readonly level: TitleLevel;
  readonly asOf: string;
}

const RUNS = { numRuns: 150 };

describe.each(standardFolders())('%s', (folder) => {
  const { pack } = loadPack(folder);
  const examples = exampleNames(folder).map(
    (name): Case => ({
      ...(JSON.parse(readPolicy(folder, 'examples', `${name}.expected.json`)) as Omit<Case, 'dossier'>),
      dossier: readDossier(folder, name),
    }),
  );
  const drawn = pack.levels.flatMap(({ level }): readonly Case[] => {
    const asOf = '2024-07-15';
    const source = new DossierSource({ packs: [pack], asOf, level }, 7);
    return Array.from({ length: 20 }, () => ({ dossier: source.dossier(), level, asOf }));
  });

  /** No route comes out worse later than before. */
  const expectNoneLower = ({ dossier, level, asOf }: Case, later: Situation): void => {
    const stateOf = compiledEvaluator({ pack, dossier, level, asOf });
    for (const { route } of pack.levels.find((one) => one.level === level)?.routes ?? []) {
      const before = stateOf(route, { dossier, asOf, plan: null });
      const after = stateOf(route, later);
      if (before === null || after === null) continue;
      expect([route, before, after, rankOf(after) >= rankOf(before)]).toEqual([route, before, after, true]);
    }
  };

  // No document has an upper bound on achievements; a reading that sets one (恰好 2 项) is not the chosen one of any pack.
  test('多一项业绩不会使结论变差', () => {
    const cases = [...examples, ...drawn].filter(({ dossier }) => dossier.achievements !== undefined);
    const achievements = cases.flatMap(({ dossier }) => dossier.achievements ?? []);
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.constantFrom(...achievements), (example, added) => {
        const { dossier, asOf } = example;
        const more = [...(dossier.achievements ?? []), { ...added, id: 'added' }];
        expectNoneLower(example, { dossier: { ...dossier, achievements: more }, asOf, plan: null });
      }),
      RUNS,
    );
  });

  // The year that passes asks for an assessment of its own: it is there where assessments are stated, and not known where
  // they are not. Windows of a plan close, so the standard alone is asked.
  test('多过几年（照常工作、年度考核合格）不会使结论变差', () => {
    const cases = [...examples, ...drawn].filter(({ dossier }) => dossier.assessments !== undefined);
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.integer({ min: 1, max: 6 }), (example, years) => {
        const { dossier, asOf } = example;
        expectNoneLower(example, afterWaiting({ dossier, asOf, plan: null }, addYears(asOf, years)));
      }),
      RUNS,
    );
  });
});
