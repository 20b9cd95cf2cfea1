import { compileLevel } from '../compile/vector.ts';
import { MET, UNMET } from '../compile/thermometer.ts';
import { Population } from '../intake/population.ts';
import type { Level } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import { DossierSource } from '../random/dossiers.ts';

/** What random dossiers say of a condition. */
export interface Suspicion {
  readonly where: string;
  readonly message: string;
}

/** Conditions of a level that random dossiers never meet (dead) or never miss (vacuous): suspect, not proven. */
export function census(
  pack: StandardPack,
  level: Level,
  asOf: string,
  people: number,
  seed: number,
): readonly Suspicion[] {
  const source = new DossierSource({ packs: [pack], asOf, level: level.level }, seed);
  const compiled = compileLevel(pack, level, undefined, source.layout);
  const population = new Population(source.layout, people);
  for (let index = 0; index < people; index += 1) source.draw(population);
  const vectors = compiled.room(people);
  compiled.run(population, 0, people, asOf, vectors);
  const { slots } = compiled.program;
  return slots.flatMap(({ node, scope, index }): Suspicion[] => {
    if (scope !== null || node.kind === 'ref' || node.text === '') return [];
    let [met, unmet] = [0, 0];
    for (let person = 0; person < people; person += 1) {
      const code = vectors.codes[person * slots.length + index];
      if (code === MET) met += 1;
      if (code === UNMET) unmet += 1;
    }
    if (met === 0) return [{ where: node.id, message: `${people} 份随机材料中从未满足，可能无法满足` }];
    return unmet === 0 ? [{ where: node.id, message: `${people} 份随机材料中从未不满足，可能没有作用` }] : [];
  });
}
