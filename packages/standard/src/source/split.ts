import { normaliseClause } from './normalise.ts';

/** One numbered item of an official text: the label built from the printed numbers, and its own words without its parts. */
export interface SourceClause {
  readonly label: string;
  /** Normalised text, printed number included, up to the next printed number. */
  readonly text: string;
}

/** Label of everything printed before the first numbered item: the letter of issue, the title, the preamble. */
export const FRONT_MATTER = '文前';

/** A line of its own that begins an annex: 附件1, 附件 2. */
const ANNEX = /^(附件\d{0,2})$/u;

/** A line of its own that begins questions and answers: each question is one clause, the numbers of its answer included. */
const ANSWERS = '政策问答';

/** The five ranks of numbering in official documents, from 一、 to ①, each with the form it takes inside a label. */
const RANKS: readonly { readonly pattern: RegExp; readonly show: (number: string) => string }[] = [
  { pattern: /^([一二三四五六七八九十]+)、/u, show: (number) => number },
  { pattern: /^[（(]([一二三四五六七八九十]+)[）)]/u, show: (number) => `(${number})` },
  { pattern: /^-?(\d{1,2})[.．、](?!\d)/u, show: (number) => number },
  { pattern: /^[（(](\d{1,2})[）)]/u, show: (number) => `(${number})` },
  { pattern: /^([①-⑳])/u, show: (number) => number },
];

/**
 * Splits an official text by its printed numbers. The label of an item is the chain of the numbers above it, brackets
 * narrowed, as people quote it: 四(一), 五(四)4(3), 五(四)4(9)①. A paragraph without number belongs to the item before
 * it. A label printed twice gets 〔2〕 on its second appearance, so that misnumbering shows instead of hiding a clause.
 * An annex starts its own numbering: 附件1二3; a plain number right under it is set apart as 附件2之6. Questions and answers
 * (政策问答) are labelled by question: 政策问答十四.
 */
export function splitClauses(text: string): readonly SourceClause[] {
  const clauses: { label: string; text: string }[] = [{ label: FRONT_MATTER, text: '' }];
  const numbers: string[] = [];
  let annex = '';
  const seen = new Map<string, number>();
  for (const line of text.split(/\r?\n/u)) {
    const words = normaliseClause(line);
    const begun = words === ANSWERS ? ANSWERS : ANNEX.exec(words)?.[1];
    const printed = begun === undefined ? printedNumber(words) : undefined;
    const number = annex === ANSWERS && printed?.rank !== 0 ? undefined : printed;
    if (begun !== undefined || number) {
      annex = begun ?? annex;
      numbers.length = number?.rank ?? 0;
      if (number) numbers[number.rank] = number.shown;
      const chain = Array.from(numbers, (part) => part ?? '').join('');
      const label = `${annex}${annex !== '' && /^\d/u.test(chain) ? '之' : ''}${chain}`;
      const times = (seen.get(label) ?? 0) + 1;
      seen.set(label, times);
      clauses.push({ label: times === 1 ? label : `${label}〔${times}〕`, text: '' });
    }
    const current = clauses.at(-1);
    if (current) current.text += words;
  }
  return clauses.filter((clause) => clause.text !== '');
}

function printedNumber(words: string): { rank: number; shown: string } | undefined {
  for (const [rank, { pattern, show }] of RANKS.entries()) {
    const number = pattern.exec(words)?.[1];
    if (number !== undefined) return { rank, shown: show(number) };
  }
  return undefined;
}
