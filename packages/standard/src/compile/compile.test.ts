import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.ts';
import { evaluationView } from '../explain/view.ts';
import { Population } from '../intake/population.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { DossierSource } from '../random/dossiers.ts';
import { explain } from './explain.ts';
import { compileLevel } from './vector.ts';

const ASOF = '2024-07-15';

describe.each(['liaoning/ln-sec-2024'])('%s', (folder) => {
  const { pack } = loadPack(folder);
  test.each(pack.levels.map((level) => [level.level, level] as const))(
    '%s：编译形式与闭包形式对随机材料逐字节相同',
    (name, level) => {
      const source = new DossierSource({ packs: [pack], asOf: ASOF, level: name }, 11);
      const population = new Population(source.layout, 64);
      for (let index = 0; index < 60; index += 1) source.draw(population);
      const compiled = compileLevel(pack, level, undefined, source.layout);
      const vectors = compiled.room(population.size);
      compiled.run(population, 0, population.size, ASOF, vectors);
      for (let index = 0; index < population.size; index += 1) {
        const dossier = population.dossier(index);
        const answer = evaluate({ pack, dossier, level: name, asOf: ASOF });
        if (!answer.ok) throw new Error(answer.refusal.message);
        const told = explain(compiled.program, vectors, index, dossier, ASOF);
        expect(evaluationView(told, pack)).toEqual(evaluationView(answer.evaluation, pack));
      }
    },
  );
});
