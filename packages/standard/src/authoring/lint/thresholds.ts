import { usesOf } from '../../intake/uses.ts';
import type { StandardPack } from '../../language/pack.ts';
import { isAtom } from '../../language/predicate.ts';
import type { Predicate, PredicateAtom } from '../../language/predicate.ts';
import { VALUES } from '../../vocabulary/values.ts';
import type { Finding } from './finding.ts';

/** Comparisons that hold for every word of their scale, or for none: the threshold lies outside it. */
export function thresholds(pack: StandardPack): readonly Finding[] {
  const findings = usesOf([pack]).atoms.flatMap(({ table, atom }): readonly Finding[] => {
    const message = isAtom(atom satisfies Predicate) ? outside(atom) : null;
    return message === null ? [] : [{ lint: 'threshold', where: `${table}.${atom.field.path.join('.')}`, message }];
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
