import { fieldsOf, leastOfField } from '../dossier/fields.ts';
import { rankOn } from '../evaluate/predicate.ts';
import { dayNumber } from '../evaluate/dates.ts';
import { isAtom } from '../language/predicate.ts';
import type { Comparison, Predicate, PredicateAtom, Subject } from '../language/predicate.ts';
import { VALUES } from '../vocabulary/values.ts';
import { and, atLeast, integer, not, or } from './world.ts';
import type { Meaning, World } from './world.ts';

/** A record of the unknown dossier, the dossier itself, or an expert of a report. */
export interface Place {
  readonly subject: Subject;
  readonly path: readonly (string | number)[];
}

/** So many experts of one report are looked at. */
export const MOST_EXPERTS = 3;

/** That a predicate holds for certain at a place (`holds`), or that it fails for certain. */
export function predicateFormula(world: World, predicate: Predicate, place: Place, holds: boolean): string {
  if (isAtom(predicate)) return atomFormula(world, predicate, place, holds);
  if (predicate.op === 'not') return predicateFormula(world, predicate.of, place, !holds);
  const parts = predicate.of.map((part) => predicateFormula(world, part, place, holds));
  return (predicate.op === 'and') === holds ? and(parts) : or(parts);
}

/** The symbol of a field at a place. */
export function fieldSymbol(world: World, place: Place, path: readonly string[], meaning: Meaning): string {
  const whole = [...place.path, ...path];
  const scale = 'scale' in meaning ? `:${meaning.scale}` : '';
  return world.symbol(`${whole.join('.')}${scale}`, meaning, 'value', whole);
}

const KIND: Meaning = { form: 'word', scale: 'achievement-kind' };

/** That the kind of achievement has the field at all; a field that a kind does not have is never known. */
function hasField(world: World, place: Place, path: readonly string[]): string {
  if (place.subject !== 'achievements' || path[0] === 'kind') return 'true';
  const kinds = new Set(
    fieldsOf('achievements').flatMap((field) => (field.path.join('.') === path.join('.') ? (field.kinds ?? []) : [])),
  );
  if (kinds.size === 0 || kinds.size === VALUES['achievement-kind'].length) return 'true';
  const symbol = fieldSymbol(world, place, ['kind'], KIND);
  return or([...kinds].map((kind) => `(= ${symbol} ${rankOn('achievement-kind', kind)})`));
}

function atomFormula(world: World, atom: PredicateAtom, place: Place, holds: boolean): string {
  const compared = comparisonOf(world, atom, place);
  const has = hasField(world, place, atom.field.path);
  const value = holds ? compared : not(compared);
  return has === 'true' ? value : and([has, value]);
}

function comparisonOf(world: World, atom: PredicateAtom, place: Place): string {
  const { path } = atom.field;
  const symbol = (meaning: Meaning): string => fieldSymbol(world, place, path, meaning);
  switch (atom.op) {
    case 'yes':
      return symbol({ form: 'yes' });
    case 'word':
      return `(${atom.comparison} ${symbol({ form: 'word', scale: atom.scale })} ${rankOn(atom.scale, atom.value)})`;
    case 'wordIn': {
      const field = symbol({ form: 'word', scale: atom.scale });
      return or(atom.values.map((value) => `(= ${field} ${rankOn(atom.scale, value)})`));
    }
    case 'claim':
      return `(${atom.comparison} ${symbol({ form: 'claim', scale: atom.scale })} ${rankOn(atom.scale, atom.value)})`;
    case 'number':
      return numberFormula(
        symbol({ form: 'number', least: leastOfField(place.subject, path) }),
        atom.comparison,
        atom.value,
      );
    case 'date':
      return numberFormula(symbol({ form: 'date' }), atom.comparison, dayNumber(atom.value));
    case 'text':
      return `(= ${symbol({ form: 'text' })} ${world.textNumber(atom.value)})`;
    case 'experts': {
      const experts = Array.from(
        { length: MOST_EXPERTS },
        (_, index): Place => ({
          subject: 'experts',
          path: [...place.path, ...path, index],
        }),
      );
      return atLeast(
        atom.min,
        experts.map((expert) => and([presence(world, expert), predicateFormula(world, atom.where, expert, true)])),
      );
    }
    default:
      return atom satisfies never;
  }
}

const numberFormula = (symbol: string, comparison: Comparison, value: number): string =>
  `(${comparison} ${symbol} ${integer(value)})`;

/** That a record is there. */
export const presence = (world: World, place: Place): string =>
  world.symbol(`${place.path.join('.')}?`, { form: 'yes' }, 'presence', place.path);
