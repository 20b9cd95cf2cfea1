import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierSchema } from '../dossier/dossier.ts';
import { evaluate, indexNodes } from '../evaluate/evaluate.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import type { StandardPack } from '../language/pack.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { exampleNames, loadPack, readPolicy } from './testing/pack-files.ts';
import { statesById } from './testing/states.ts';

// A value once known, of a condition or of a route, is never contradicted by filling in what was missing.

const FOLDERS = ['liaoning/ln-cyb-2024', 'liaoning/ln-sec-2024', 'tianjin/tj-eng-2019'];
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where leaving out is an answer, not a hole; ids and names only identify. */
const ANSWERS = new Set([
  'project',
  'to',
  'appointedUntil',
  'current',
  'judgements',
  'qualities',
  'id',
  'name',
  'kind',
  'format',
  'note',
  'claimed',
  'confirmed',
]);

const examplesOf = (folder: string) =>
  exampleNames(folder).map((name) => ({
    dossier: JSON.parse(readPolicy(folder, 'examples', `${name}.dossier.json`)) as Json,
    ...(JSON.parse(readPolicy(folder, 'examples', `${name}.expected.json`)) as { level: TitleLevel; asOf: string }),
  }));

/** The value with about one field in `every` taken away, chosen by the bits of `seed`. */
function pierce(value: Json, every: number, next: () => number): Json {
  if (Array.isArray(value)) return value.map((part: Json) => pierce(part, every, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      if (ANSWERS.has(key)) return [[key, part]];
      return next() % every === 0 ? [] : [[key, pierce(part, every, next)]];
    }),
  );
}

function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function evaluated(pack: StandardPack, dossier: Json, level: TitleLevel, asOf: string): Evaluation {
  const answer = evaluate({ pack, dossier: dossierSchema.parse(dossier), level, asOf });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.evaluation;
}

const known = (state: string | undefined): boolean => state === 'met' || state === 'unmet';

test.each(FOLDERS)('%s：已知的结论不因补齐不明的事实而改变', (folder) => {
  const { pack } = loadPack(folder);
  const inside = insideItems(pack);
  let pierced = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...examplesOf(folder)),
      fc.nat(),
      fc.constantFrom(3, 8, 20),
      ({ dossier, level, asOf }, seed, every) => {
        const full = evaluated(pack, dossier, level, asOf);
        const holed = evaluated(pack, pierce(dossier, every, numbersFrom(seed)), level, asOf);
        for (const { route, state } of holed.routes) {
          const whole = full.routes.find((one) => one.route === route);
          if (known(state)) expect([route, whole?.state]).toEqual([route, state]);
          else pierced += 1;
        }
        const states = statesById(full);
        for (const [id, state] of statesById(holed)) {
          // What an item shows depends on which achievements the assignment gives it; the blocks and routes do not.
          if (known(state) && !inside.has(id)) expect([id, states.get(id)]).toEqual([id, state]);
        }
      },
    ),
    // So many that chance alone does not leave the property empty.
    { numRuns: 300 },
  );
  expect(pierced).toBeGreaterThan(50);
});

/** Ids of all conditions below blocks of items that compete for achievements. */
function insideItems(pack: StandardPack): ReadonlySet<string> {
  const routes = pack.levels.flatMap((level) => level.routes.map(({ node }) => node));
  const blocks = [...indexNodes([...pack.shared, ...routes]).values()].flatMap((node) =>
    node.kind === 'atLeast' && node.compete ? node.of : [],
  );
  return new Set(indexNodes(blocks).keys());
}
