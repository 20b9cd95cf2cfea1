import { bestByPerson, compilePredicate, readClaim, readField } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { isAtom } from '../language/predicate.ts';
import type { Comparison, Predicate, PredicateAtom } from '../language/predicate.ts';
import { atMost, quantity } from './quantity.ts';
import type { ScaleId } from '../vocabulary/values.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Why a record does not (yet) fulfil a predicate. `offTopic`: it is of another kind, not worth a word. */
export interface Reasons {
  readonly offTopic: boolean;
  readonly reasons: readonly string[];
}

const SIGNS: Readonly<Record<Comparison, string>> = {
  '=': '',
  '>=': '以上',
  '<=': '以下',
  '>': '以上（不含）',
  '<': '以下（不含）',
};

/** Whether a record is of another kind than the predicate speaks of; cheap, and true of most records. */
export function isOffTopic(predicate: Predicate, record: RecordData): boolean {
  if (isAtom(predicate)) {
    const { path } = predicate.field;
    return path.length === 1 && path[0] === 'kind' && compilePredicate(predicate)(record) === 'unmet';
  }
  if (predicate.op === 'and') return predicate.of.some((part) => isOffTopic(part, record));
  return predicate.op === 'or' && predicate.of.every((part) => isOffTopic(part, record));
}

/** `predicate` gave less than met on `record`; says for each deciding part what is there and what is needed. */
export function reasonsFor(predicate: Predicate, record: RecordData, vocabulary: Vocabulary): Reasons {
  const state = compilePredicate(predicate)(record);
  if (state === 'met') return { offTopic: false, reasons: [] };
  if (isAtom(predicate)) {
    const offTopic = predicate.field.path[0] === 'kind' && predicate.field.path.length === 1;
    return { offTopic, reasons: [describeAtom(predicate, record, vocabulary)] };
  }
  switch (predicate.op) {
    case 'and': {
      // Only what decides: beside a part that fails, one that is merely open says nothing.
      const deciding = predicate.of.filter((part) => compilePredicate(part)(record) === state);
      const parts = deciding.map((part) => reasonsFor(part, record, vocabulary));
      return {
        offTopic: parts.some((part) => part.offTopic),
        reasons: [...new Set(parts.flatMap((part) => part.reasons))],
      };
    }
    case 'or': {
      // Of several ways the one that came furthest is worth explaining; off topic only when all are.
      const furthest = predicate.of.filter((part) => compilePredicate(part)(record) === state);
      const parts = furthest.map((part) => reasonsFor(part, record, vocabulary));
      const near = parts.filter((part) => !part.offTopic);
      const reasons = [...new Set(near.map((part) => part.reasons.join('，')))];
      return { offTopic: near.length === 0, reasons: near.length === 0 ? [] : [reasons.join('，或')] };
    }
    case 'not':
      return { offTopic: false, reasons: [describeNegation(predicate.of, record, vocabulary)] };
    default:
      return predicate satisfies never;
  }
}

/** A written value: text, number or yes/no. */
const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const shownWord = (vocabulary: Vocabulary, scale: ScaleId, id: string): string => wordLabel(vocabulary, scale, id);

/** 需市（厅）级以上 / 需一等 … */
function needed(atom: PredicateAtom, vocabulary: Vocabulary): string {
  switch (atom.op) {
    case 'word':
    case 'claim':
      return `${shownWord(vocabulary, atom.scale, atom.value)}${SIGNS[atom.comparison]}`;
    case 'wordIn':
      return atom.values.map((id) => shownWord(vocabulary, atom.scale, id)).join('或');
    case 'number':
      if (atom.comparison === '<=') return atMost(atom.value, atom.field.unit ?? '');
      return `${quantity(atom.value, atom.field.unit ?? '')}${SIGNS[atom.comparison]}`;
    case 'date':
      return `${atom.value}${SIGNS[atom.comparison]}`;
    case 'text':
      return atom.value;
    case 'yes':
      return '是';
    case 'experts':
      return `${atom.min} 名（${describeNeed(atom.where, vocabulary)}）`;
    default:
      return atom satisfies never;
  }
}

/** What a predicate asks for, in a few words: used for experts and for the gap of a count. */
export function describeNeed(predicate: Predicate, vocabulary: Vocabulary): string {
  if (isAtom(predicate)) {
    return predicate.op === 'yes' ? predicate.field.name : `${predicate.field.name}${needed(predicate, vocabulary)}`;
  }
  switch (predicate.op) {
    case 'and':
      return predicate.of.map((part) => describeNeed(part, vocabulary)).join('，');
    case 'or':
      return predicate.of.map((part) => describeNeed(part, vocabulary)).join('或');
    case 'not':
      return `不为${describeNeed(predicate.of, vocabulary)}`;
    default:
      return predicate satisfies never;
  }
}

function describeAtom(atom: PredicateAtom, record: RecordData, vocabulary: Vocabulary): string {
  const value = readField(record, atom.field.path);
  const { name } = atom.field;
  if (value === undefined) return `未填${name}${atom.op === 'yes' ? '' : `（需${needed(atom, vocabulary)}）`}`;
  switch (atom.op) {
    case 'yes':
      return `${name}：否`;
    case 'word':
    case 'wordIn':
      return `${name}为${shownWord(vocabulary, atom.scale, shownValue(value))}，需${needed(atom, vocabulary)}`;
    case 'claim': {
      const claim = readClaim(value);
      const { claimed = '', confirmed } = claim ?? {};
      if (confirmed !== undefined) {
        return `${name}经确认为${shownWord(vocabulary, atom.scale, confirmed)}，需${needed(atom, vocabulary)}`;
      }
      const isClaimed = compilePredicate(atom)(record) === 'judge';
      const shown = shownWord(vocabulary, atom.scale, claimed);
      return isClaimed ? `${name}自报${shown}，待确认` : `${name}自报${shown}，需${needed(atom, vocabulary)}`;
    }
    case 'number': {
      const have = typeof value === 'number' ? quantity(value, atom.field.unit ?? '') : shownValue(value);
      return `${name}为 ${have}，需 ${needed(atom, vocabulary)}`;
    }
    case 'date':
    case 'text':
      return `${name}为 ${shownValue(value)}，需 ${needed(atom, vocabulary)}`;
    case 'experts': {
      const test = compilePredicate(atom.where);
      const met = bestByPerson(value as readonly RecordData[], test).filter((state) => state === 'met').length;
      return `${name}符合的有 ${met} 名，需 ${needed(atom, vocabulary)}`;
    }
    default:
      return atom satisfies never;
  }
}

function describeNegation(predicate: Predicate, record: RecordData, vocabulary: Vocabulary): string {
  if (isAtom(predicate)) return describeUnwanted(predicate, record, vocabulary);
  switch (predicate.op) {
    case 'and':
    case 'or':
      return predicate.of
        .filter((part) => compilePredicate(part)(record) !== 'unmet')
        .map((part) => describeNegation(part, record, vocabulary))
        .join('，');
    case 'not':
      return reasonsFor(predicate.of, record, vocabulary).reasons.join('，');
    default:
      return predicate satisfies never;
  }
}

function describeUnwanted(atom: PredicateAtom, record: RecordData, vocabulary: Vocabulary): string {
  const { name, path } = atom.field;
  const value = readField(record, path);
  if (value === undefined) return `未填${name}`;
  if (atom.op === 'word' || atom.op === 'wordIn')
    return `${name}为${wordLabel(vocabulary, atom.scale, shownValue(value))}`;
  return atom.op === 'yes' ? name : `${name}为 ${shownValue(value)}`;
}
