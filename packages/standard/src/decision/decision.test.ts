import { expect, test } from 'vitest';
import { VectorMismatch } from '../compile/explain.ts';
import { compileLevel } from '../compile/vector.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { evaluationView } from '../explain/view.ts';
import { Population } from '../intake/population.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { LN_2024_ENG } from '../packs/testing/plans.ts';
import { DossierSource } from '../random/dossiers.ts';
import { replayDecision, storeDecision } from './decision.ts';

const { pack } = loadPack('liaoning/ln-sec-2024');
const level = pack.levels.find((one) => one.level === 'senior');
if (!level) throw new Error('no senior level');
const { asOf } = LN_2024_ENG;
const source = new DossierSource({ packs: [pack], plans: [LN_2024_ENG], asOf, level: 'senior' }, 21);
const compiled = compileLevel(pack, level, LN_2024_ENG, source.layout);
const population = new Population(source.layout, 60);
for (let index = 0; index < 60; index += 1) source.draw(population);
const vectors = compiled.room(population.size);
compiled.run(population, 0, population.size, asOf, vectors);
const names = { packHash: 'a'.repeat(64), planHash: 'b'.repeat(64), snapshotHash: 'c'.repeat(64) };
const stored = (index: number) => storeDecision(compiled, vectors, index, asOf, names);

test('a stored decision is small, and rendering it again gives the same bytes', () => {
  for (let index = 0; index < population.size; index += 1) {
    const decision = stored(index);
    expect(decision.vector.length).toBeLessThan(400);
    const dossier = population.dossier(index);
    const again = JSON.stringify(evaluationView(replayDecision(decision, compiled, dossier), pack));
    const answer = evaluate({ pack, dossier, level: 'senior', plan: LN_2024_ENG, asOf });
    if (!answer.ok) throw new Error(answer.refusal.message);
    expect(again).toBe(JSON.stringify(evaluationView(answer.evaluation, pack)));
  }
});

test('a decision about another dossier, another standard or by another engine is not rendered', () => {
  const dossier = population.dossier(0);
  const other = { ...dossier, conduct: { lawAbiding: dossier.conduct?.lawAbiding !== true } };
  const refused = (decision: ReturnType<typeof stored>, about = dossier) =>
    expect(() => replayDecision(decision, compiled, about)).toThrow(VectorMismatch);
  refused(stored(0), other);
  refused({ ...stored(0), pack: 'other' });
  refused({ ...stored(0), engine: 0 });
  refused({ ...stored(0), vector: stored(0).vector.slice(0, 40) });
});
