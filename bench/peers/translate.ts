// The senior standard put into each peer's own language, mechanically from the checked pack, so that none is misunderstood.
import type { Program, Slot } from '@zhiping/standard/compile/program';
import { isAtom, type Predicate, type PredicateAtom } from '@zhiping/standard';
import { rankOn } from '@zhiping/standard/evaluate/predicate';

/** How a peer writes expressions. */
export interface Dialect {
  readonly field: (name: string) => string;
  readonly number: (value: number) => string;
  readonly equal: string;
  readonly and: string;
  readonly or: string;
}

export const CEL: Dialect = {
  field: (name) => `a.${name}`,
  number: (value) => `${value}.0`,
  equal: '==',
  and: '&&',
  or: '||',
};
export const ZEN: Dialect = { field: (name) => `#.${name}`, number: String, equal: '==', and: 'and', or: 'or' };
export const SQL: Dialect = { field: (name) => name, number: String, equal: '=', and: 'AND', or: 'OR' };

export const columnName = (field: string): string => `f_${field.replaceAll(/\W/gu, '_')}`;

/** What a count asks of one achievement: its predicate and the qualities a person confirmed. */
export function whereOf({ node }: Slot): Predicate {
  if (node.kind !== 'count') throw new Error('no count');
  const qualities = node.qualities.map(
    (quality): Predicate => ({ op: 'yes', field: { path: ['q', quality], name: '' } }),
  );
  return { op: 'and', of: [node.where, ...qualities] };
}

/** A predicate on one achievement. What is unknown does not hold; nothing in this route negates. */
export function translate(predicate: Predicate, dialect: Dialect): string {
  if (isAtom(predicate)) return atom(predicate, dialect);
  if (predicate.op === 'not') throw new Error('nothing here negates');
  const sign = predicate.op === 'and' ? dialect.and : dialect.or;
  return `(${predicate.of.map((part) => translate(part, dialect)).join(` ${sign} `)})`;
}

function atom(one: PredicateAtom, d: Dialect): string {
  const field = d.field(columnName(one.field.path.join('_')));
  const compared = (sign: string, value: number): string =>
    `${field} ${sign === '=' ? d.equal : sign} ${d.number(value)}`;
  switch (one.op) {
    case 'yes':
      return compared('=', 2);
    case 'word':
      return one.comparison === '<' || one.comparison === '<='
        ? `(${compared('>', 0)} ${d.and} ${compared(one.comparison, 1 + rankOn(one.scale, one.value))})`
        : compared(one.comparison, 1 + rankOn(one.scale, one.value));
    case 'wordIn':
      return `(${one.values.map((value) => compared('=', 1 + rankOn(one.scale, value))).join(` ${d.or} `)})`;
    case 'claim':
      return compared(one.comparison, 1 + rankOn(one.scale, one.value));
    case 'number':
      return `(${compared('>=', 0)} ${d.and} ${compared(one.comparison, one.value)})`;
    case 'experts':
      return compared('>=', one.min);
    case 'date':
    case 'text':
      throw new Error(`${one.op} does not occur in this route`);
    default:
      return one satisfies never;
  }
}

/** Fields that some predicate on achievements reads. */
export function fieldsRead(predicate: Predicate): readonly string[] {
  if (isAtom(predicate)) return [predicate.field.path.join('_')];
  return predicate.op === 'not' ? fieldsRead(predicate.of) : predicate.of.flatMap(fieldsRead);
}

/** How the conditions of a route are put together. */
export interface Shape {
  readonly all: (parts: readonly string[]) => string;
  readonly any: (parts: readonly string[]) => string;
  readonly atLeast: (n: number, parts: readonly string[]) => string;
  readonly person: (slot: Slot) => string;
  readonly count: (slot: Slot) => string;
}

export const isAboutAchievements = ({ node }: Slot): boolean => node.kind === 'count' && node.list === 'achievements';
const isWhole = ({ node }: Slot): boolean => ['all', 'any', 'ref', 'atLeast'].includes(node.kind);

export function shaped(slot: Slot, shape: Shape): string {
  const parts = (): readonly string[] => slot.children.map((child) => shaped(child, shape));
  if (slot.node.kind === 'all') return shape.all(parts());
  if (slot.node.kind === 'any') return shape.any(parts());
  if (slot.node.kind === 'ref') return parts().join('');
  if (slot.node.kind === 'atLeast') return shape.atLeast(slot.n, parts());
  return isAboutAchievements(slot) ? shape.count(slot) : shape.person(slot);
}

/** Leaves on the person and leaves on achievements. */
export const leavesOf = ({ slots }: Program) => ({
  person: slots.filter((slot) => !isWhole(slot) && !isAboutAchievements(slot)),
  counts: slots.filter(isAboutAchievements),
});
