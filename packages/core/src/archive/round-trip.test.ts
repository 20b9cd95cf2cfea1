import { evaluate, type TitleLevel } from '@zhiping/standard';
import { describe, expect, it } from 'vitest';
import { exampleNames, loadPack, readDossier, readPolicy } from '@zhiping/standard/packs/testing/pack-files';
import { dossierOf } from './dossier-of.ts';
import { rowsOf } from './testing/rows-of.ts';

/** Examples whose facts an archive cannot hold, each with the reason. */
const BEYOND: readonly (readonly [RegExp, string])[] = [
  [/(^|-)unknown$/, 'An archive is all there is: its achievements, skills and recommendations are never unknown.'],
  [/^education-not-recognised$/, 'That the state recognises an education is what the verification of its row means.'],
];
/** Every so many examples are taken: all of them together take three seconds. */
const STEP = 4;

describe.each(['liaoning/ln-sec-2024', 'liaoning/ln-cyb-2024', 'zhejiang/zj-sec-2022', 'tianjin/tj-eng-2019'])(
  'the examples of %s',
  (folder) => {
    it('have the same verdicts when their facts come out of an archive', () => {
      const { pack } = loadPack(folder);
      const names = exampleNames(folder).filter((name) => !BEYOND.some(([pattern]) => pattern.test(name)));
      const different = names
        .filter((_, at) => at % STEP === 0)
        .flatMap((name) => {
          const { level, asOf } = JSON.parse(readPolicy(folder, 'examples', `${name}.expected.json`)) as {
            readonly level: TitleLevel;
            readonly asOf: string;
          };
          const stated = readDossier(folder, name);
          const { rows, facts } = rowsOf(stated);
          const kept = dossierOf(rows, facts, { basis: 'verified', chosen: 'all', asOf });
          const [before, after] = [stated, kept].map((dossier) => {
            const answer = evaluate({ pack, dossier, level, asOf });
            if (!answer.ok) throw new Error(`${name}: ${answer.refusal.message}`);
            return answer.evaluation.routes.map(({ route, verdict }) => `${route} ${verdict}`).join();
          });
          return before === after ? [] : [`${name}: ${before} -> ${after}`];
        });
      expect(different).toEqual([]);
    });
  },
);
