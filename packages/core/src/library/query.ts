import type { SearchWords } from './words.ts';

/** One thing asked for: any of the words will do. */
export interface SearchTerm {
  /** The word as typed first, then the words that mean the same. */
  readonly words: readonly string[];
  /** A piece of a text that no dictionary knows; helps the order, is never required. */
  readonly piece: boolean;
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** The question looks like a printed label: 五(四)4; compared with the beginnings of labels. */
  readonly label: string | null;
}

const PUNCTUATION = /[\s，。、；：？！“”‘’（）()〔〕《》【】,.;:?!"'/\\|+*%_\-—…]/u;
const LABEL =
  /^(?:[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2})(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}|[①-⑳])*$/u;
const MAX_QUESTION = 100;

/** The words of a dictionary, longest first; built once for many questions. */
export function dictionaryOf(words: SearchWords, others: Iterable<string>): readonly string[] {
  const all = new Set([...words.groups.flat(), ...others].map(fold).filter((word) => Array.from(word).length >= 2));
  return [...all].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** One form for upper and lower case, full and half width. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * Takes a question apart: known words by longest match, each with its synonyms; what is left between them as pieces of
 * two characters. Words that only ask (怎么、多少) are dropped.
 */
export function searchQuery(question: string, words: SearchWords, dictionary: readonly string[]): SearchQuery {
  const typed = fold(question).slice(0, MAX_QUESTION).trim();
  if (LABEL.test(typed)) return { terms: [], label: typed };
  const synonyms = new Map(
    words.groups.flatMap((group) => group.map((word) => [fold(word), group.map(fold)] as const)),
  );
  const ignored = words.ignored.map(fold).toSorted((a, b) => b.length - a.length);
  const terms = new Map<string, SearchTerm>();
  const add = (word: string, piece: boolean): void => {
    if (terms.has(word)) return;
    const others = piece ? [] : (synonyms.get(word) ?? []);
    terms.set(word, { words: [...new Set([word, ...others])], piece });
  };
  let rest = '';
  const flush = (): void => {
    for (const piece of piecesOf(rest)) add(piece, Array.from(rest).length > 2);
    rest = '';
  };
  for (let at = 0; at < typed.length; ) {
    // Known words first: some have brackets inside, as 省(部)级.
    const known = dictionary.find((word) => typed.startsWith(word, at));
    const char = String.fromCodePoint(typed.codePointAt(at) ?? 0);
    const empty = known ?? (PUNCTUATION.test(char) ? char : ignored.find((word) => typed.startsWith(word, at)));
    if (empty === undefined) {
      rest += char;
      at += char.length;
      continue;
    }
    flush();
    if (known !== undefined) add(known, false);
    at += empty.length;
  }
  flush();
  return { terms: [...terms.values()], label: null };
}

/** 继续教育 → 继续、续教、教育; two characters or a foreign word stay whole, a single character says nothing. */
function piecesOf(text: string): readonly string[] {
  const chars = Array.from(text);
  if (chars.length < 2) return [];
  if (chars.length === 2 || /^[\x21-\x7e]+$/.test(text)) return [text];
  return chars.slice(0, -1).map((char, index) => `${char}${chars[index + 1] ?? ''}`);
}
