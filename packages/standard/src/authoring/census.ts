import { compileLevel } from '../compile/vector.ts';
import { MET, UNMET } from '../compile/thermometer.ts';
import { Population } from '../intake/population.ts';
import type { Level } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import type { Predicate, PredicateAtom } from '../language/predicate.ts';
import { isAtom } from '../language/predicate.ts';
import { usesOf } from '../intake/uses.ts';
import { DossierSource } from '../random/dossiers.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { Finding } from './lint.ts';

/** Conditions of a level that random dossiers never meet (dead) or never miss (vacuous): suspect, not proven. */
export function census(
  pack: StandardPack,
  level: Level,
  asOf: string,
  people: number,
  seed: number,
): readonly Finding[] {
  const source = new DossierSource({ packs: [pack], asOf, level: level.level }, seed);
  const compiled = compileLevel(pack, level, undefined, source.layout);
  const population = new Population(source.layout, people);
  for (let index = 0; index < people; index += 1) source.draw(population);
  const vectors = compiled.room(people);
  compiled.run(population, 0, people, asOf, vectors);
  const { slots } = compiled.program;
  return slots.flatMap(({ node, scope, index }): Finding[] => {
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

/** Comparisons that hold for every word of their scale, or for none: the threshold lies outside it. */
export function thresholds(pack: StandardPack): readonly Finding[] {
  const findings = usesOf([pack]).atoms.flatMap(({ table, atom }) => {
    const message = isAtom(atom satisfies Predicate) ? outside(atom) : null;
    return message === null ? [] : [{ where: `${table}.${atom.field.path.join('.')}`, message }];
  });
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function outside(atom: PredicateAtom): string | null {
  if (atom.op === 'number') {
    if (atom.comparison === '>=' && atom.value === 0) return '“0 以上”总是成立';
    return atom.comparison === '<' && atom.value === 0 ? '“小于 0”从不成立' : null;
  }
  if (atom.op !== 'word' && atom.op !== 'claim') return null;
  const words: readonly string[] = VALUES[atom.scale];
  if (atom.comparison === '>=' && atom.value === words[0]) return `“${atom.value} 以上”对量表的每个词都成立`;
  if (atom.comparison === '>' && atom.value === words.at(-1)) return `高于 ${atom.value} 的词不存在`;
  return null;
}
