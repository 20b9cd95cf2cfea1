import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadStandard, loadVocabulary } from '../authoring/standard.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { rankOf } from '../language/state.ts';
import type { State } from '../language/state.ts';
import type { StandardPack } from '../language/pack.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluate.ts';
import type { Outcome } from './outcome.ts';
import { withHoles } from '../random/holes.ts';
import { fullDossier } from './testing/dossiers.ts';

const POLICIES = join(import.meta.dirname, '../../../../policies');

function loadPack(): StandardPack {
  const text = (...path: string[]) => readFileSync(join(POLICIES, ...path), 'utf8');
  const vocabulary = loadVocabulary('vocabulary.yaml', text('vocabulary.yaml'));
  if (!vocabulary.ok) throw new Error('vocabulary');
  const loaded = loadStandard({
    standard: { file: 'standard.yaml', text: text('liaoning', 'ln-sec-2024', 'standard.yaml') },
    readings: { file: 'readings.yaml', text: text('liaoning', 'ln-sec-2024', 'readings.yaml') },
    vocabulary: vocabulary.value,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.pack;
}

const pack = loadPack();
const level = fc.constantFrom(...VALUES['title-level']);

function answer(dossier: Dossier, of: TitleLevel): Evaluation {
  const result = evaluate({ pack, dossier, level: of, asOf: '2024-07-15' });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.evaluation;
}

/** Every condition with its value; the items of a block are left out, because which of them are met is a choice. */
function knownStates(evaluation: Evaluation): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  const visit = (outcome: Outcome): void => {
    states.set(outcome.node.id, outcome.state);
    if (outcome.node.kind === 'again' || (outcome.node.kind === 'atLeast' && outcome.node.compete)) return;
    for (const child of outcome.children) visit(child);
  };
  for (const { tree } of evaluation.routes) visit(tree);
  return states;
}

describe('a verdict once known', () => {
  test('is never contradicted by filling in what was missing', () => {
    fc.assert(
      fc.property(fullDossier, level, fc.infiniteStream(fc.boolean()), fc.nat(9), (full, of, coins, tenths) => {
        let turn = 0;
        const forget = (): boolean => {
          turn = (turn + 1) % 10;
          return turn < tenths ? coins.next().value === true : false;
        };
        const known = answer(withHoles(full, forget), of);
        const filled = answer(full, of);
        for (const [index, { state }] of known.routes.entries()) {
          const later = filled.routes[index]?.state;
          if (state === 'met' || state === 'unmet') expect(later).toBe(state);
        }
        const later = knownStates(filled);
        for (const [id, state] of knownStates(known)) {
          if (state === 'met' || state === 'unmet') expect([id, later.get(id)]).toEqual([id, state]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('an achievement more', () => {
  test('never lowers any route', () => {
    fc.assert(
      fc.property(fullDossier, fullDossier, level, (dossier, other, of) => {
        const more = (other.achievements ?? []).map((one, index) => ({ ...one, id: `more${index}` }));
        const before = answer(dossier, of);
        const after = answer({ ...dossier, achievements: [...(dossier.achievements ?? []), ...more] }, of);
        for (const [index, { state }] of before.routes.entries()) {
          expect(rankOf(after.routes[index]?.state ?? 'unmet')).toBeGreaterThanOrEqual(rankOf(state));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the explanation', () => {
  test('shows as many items met as the block has, and no achievement in two items', () => {
    fc.assert(
      fc.property(fullDossier, (dossier) => {
        const { routes } = answer(dossier, 'senior');
        const results = routes[0]?.tree.children.find(({ node }) => node.id === 'senior-results');
        const block = results?.children.find(({ node }) => node.id === 'senior-4');
        if (!block) throw new Error('senior-4');
        const met = block.children.filter(({ state }) => state === 'met').length;
        expect(block.have).toBe(met);
        expect(block.state === 'met').toBe(met >= 3);
        const owners = new Map<string, string>();
        const visit = (outcome: (typeof block.children)[number], item: string): void => {
          for (const { id } of outcome.counted) {
            expect([id, owners.get(id) ?? item]).toEqual([id, item]);
            owners.set(id, item);
          }
          for (const child of outcome.children) visit(child, item);
        };
        for (const child of block.children) visit(child, child.node.id);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the day of evaluation', () => {
  test('before the text is in force, and from its repeal on, is refused', () => {
    const ask = (of: StandardPack, asOf: string) => evaluate({ pack: of, dossier: {}, level: 'senior', asOf });
    const repealed = { ...pack, document: { ...pack.document, repealedOn: '2030-01-01' } };
    expect(ask(pack, '2024-06-18')).toMatchObject({ ok: false, refusal: { code: 'NOT_IN_FORCE' } });
    expect(ask(pack, '2024-06-19').ok).toBe(true);
    expect(ask(repealed, '2029-12-31').ok).toBe(true);
    expect(ask(repealed, '2030-01-01')).toMatchObject({ ok: false, refusal: { code: 'REPEALED' } });
  });

  test('a route or level that the text does not have is refused with those it has', () => {
    const green = evaluate({ pack, dossier: {}, level: 'senior', route: 'green', asOf: '2024-07-15' });
    expect(green).toMatchObject({ ok: false, refusal: { code: 'NO_SUCH_ROUTE' } });
    const none = evaluate({ pack: { ...pack, levels: [] }, dossier: {}, level: 'senior', asOf: '2024-07-15' });
    expect(none).toMatchObject({ ok: false, refusal: { code: 'NO_SUCH_LEVEL' } });
  });
});
