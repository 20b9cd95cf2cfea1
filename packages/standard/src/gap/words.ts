import { describeNeed } from '../explain/reasons.ts';
import { atMost, PLACE, quantity } from '../explain/quantity.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { ScaleId } from '../vocabulary/values.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Conjunct, Wanted } from './conjunct.ts';
import { FIRST_DAY, LAST_DAY } from './constraint.ts';

/** The words of a scale that are allowed: 市（厅）级以上, 本专业或相近专业. */
function allowedText(scale: ScaleId, allowed: number, vocabulary: Vocabulary): string {
  const words = VALUES[scale].flatMap((word, rank) => ((allowed & (1 << rank)) === 0 ? [] : [{ word, rank }]));
  const [first] = words;
  if (!first) return '';
  const label = (word: string): string => wordLabel(vocabulary, scale, word);
  const isTail = words.length === VALUES[scale].length - first.rank && words.length > 1;
  if (isTail && vocabulary.scales[scale].ordered && words.length > 2) return `${label(first.word)}以上`;
  return words.map(({ word }) => label(word)).join('或');
}

/** What one field must be, without its name. */
export function wantedText({ constraint, field }: Wanted, vocabulary: Vocabulary): string {
  switch (constraint.form) {
    case 'word':
      return allowedText(constraint.scale, constraint.allowed, vocabulary);
    case 'claim': {
      const top = VALUES[constraint.scale].length - 1;
      const label = wordLabel(vocabulary, constraint.scale, VALUES[constraint.scale][constraint.least] ?? '');
      return constraint.least === top ? label : `${label}以上`;
    }
    case 'number': {
      const { least, most } = constraint;
      const unit = field.unit ?? '';
      if (least === most || (unit === PLACE && most === 1)) return quantity(most, unit);
      if (!Number.isFinite(most)) return `${quantity(least, unit)}${unit === '' ? ' ' : ''}以上`;
      if (Number.isFinite(least)) return `${quantity(least, unit)} 至 ${quantity(most, unit)}`;
      return unit === '' ? `${most} 以下` : atMost(most, unit);
    }
    case 'date': {
      const { first, last } = constraint;
      if (first === FIRST_DAY) return `不晚于 ${last}`;
      return last === LAST_DAY ? `不早于 ${first}` : `${first} 至 ${last} 间`;
    }
    case 'text':
      return constraint.is ?? `不是${constraint.not.map((text) => `“${text}”`).join('或')}`;
    case 'yes':
      return constraint.is ? '是' : '否';
    case 'experts':
      return constraint.needs.map(({ min, where }) => `${min} 名（${describeNeed(where, vocabulary)}）`).join('，');
    default:
      return constraint satisfies never;
  }
}

/** What one field must be, with its name: 级别市（厅）级以上, 已完成, 经济效益较高以上（须经确认）. */
export function fieldText(wanted: Wanted, vocabulary: Vocabulary): string {
  const { name } = wanted.field;
  const { constraint } = wanted;
  if (constraint.form === 'yes') return constraint.is ? name : `不属于“${name}”`;
  const text = wantedText(wanted, vocabulary);
  if (constraint.form === 'word')
    return vocabulary.scales[constraint.scale].ordered ? `${name}${text}` : `${name}为${text}`;
  if (constraint.form === 'claim') return `${name}${text}（由评审确认）`;
  return constraint.form === 'number' || constraint.form === 'experts' ? `${name} ${text}` : `${name}${text}`;
}

/** All fields of a way in words, its kind left out. */
export const needsText = (needs: Conjunct, vocabulary: Vocabulary): string =>
  [...needs]
    .filter(([key]) => key !== 'kind')
    .map(([, wanted]) => fieldText(wanted, vocabulary))
    .join('，');
