import { headingOf, kindSpec, type RowFacts } from '../archive/index.ts';
import { bandsOf, hash64 } from './sketch.ts';
import { likeness, plainNumber, plainWords } from './words.ts';

/** One achievement as an application uses it: what is compared, and the part its person states. */
export interface Use {
  readonly title: string;
  /** The own part as stated, blank where the row states none. */
  readonly part: string;
  /** Longer descriptions together. */
  readonly text: string;
  /** Numbers as compared. */
  readonly numbers: readonly string[];
  /** Equal for equal files, as hexadecimal. */
  readonly files: readonly string[];
}

/** Fields that hold the number of a certificate, a patent, a document or a book. */
const NUMBER_FIELDS = ['number', 'certificateNumber', 'registration', 'isbn'];
/** Titles with fewer characters say too little to be compared. */
const SHORTEST_TITLE = 6;
const SHORTEST_TEXT = 30;
const LONGEST_TEXT = 1000;
const PIECE = { title: 2, text: 4 } as const;
/** Hundredths of pieces in common from which two are nearly the same. */
const ALIKE = { title: 60, text: 60, part: 60 } as const;
const SALT = { number: 1, file: 2, title: 3, text: 4 } as const;

/** What an achievement row uses. `files` are the fingerprints of its files. */
export function useOf(row: Pick<RowFacts, 'kind' | 'fields'>, files: readonly string[]): Use {
  const texts = kindSpec(row.kind)
    .fields.filter((field) => field.type === 'long-text')
    .map((field) => textOf(row.fields[field.name]));
  // The ISBN of proceedings is that of everybody in them.
  const named = NUMBER_FIELDS.filter((name) => !(row.kind === 'paper' && name === 'isbn'));
  return {
    title: headingOf(row),
    part: textOf(row.fields.myPart),
    text: texts.join('\n').slice(0, LONGEST_TEXT),
    numbers: named.map((name) => plainNumber(textOf(row.fields[name]))).filter((number) => number !== null),
    files,
  };
}

/** A self-report, compared like the description of an achievement. */
export function useOfSelfReport(text: string): Use {
  return { title: '', part: '', text: text.slice(0, LONGEST_TEXT), numbers: [], files: [] };
}

/** Marks under which a use is found: two uses with a mark in common may be the same. Signed 64 bits each. */
export function marksOf(use: Use): readonly bigint[] {
  const title = plainWords(use.title);
  const text = plainWords(use.text);
  return [
    ...new Set([
      ...use.numbers.map((number) => hash64(number, SALT.number)),
      ...use.files.map((file) => hash64(file, SALT.file)),
      ...(title.length < SHORTEST_TITLE ? [] : bandsOf(title, PIECE.title, SALT.title)),
      ...(text.length < SHORTEST_TEXT ? [] : bandsOf(text, PIECE.text, SALT.text)),
    ]),
  ];
}

export const LIKENESSES = ['number', 'file', 'title', 'text'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** In what two uses are the same or nearly so; empty where they are not. */
export function likenessesOf(a: Use, b: Use): readonly Likeness[] {
  const common = (one: readonly string[], other: readonly string[]) => one.some((value) => other.includes(value));
  const long = (text: string, least: number) => plainWords(text).length >= least;
  const found: Likeness[] = [];
  if (common(a.numbers, b.numbers)) found.push('number');
  if (common(a.files, b.files)) found.push('file');
  if (long(a.title, SHORTEST_TITLE) && likeness(a.title, b.title, PIECE.title) >= ALIKE.title) found.push('title');
  if (long(a.text, SHORTEST_TEXT) && likeness(a.text, b.text, PIECE.text) >= ALIKE.text) found.push('text');
  return found;
}

/**
 * What the stated parts say of a use by two people (LN-2024 五(二)3): sharing is fine where each states the own part and the
 * parts differ. The same person's earlier application is a matter of its own.
 */
export type PartsStanding = 'own-earlier' | 'part-missing' | 'parts-alike' | 'parts-differ';

export function partsStanding(samePerson: boolean, a: string, b: string): PartsStanding {
  if (samePerson) return 'own-earlier';
  if (plainWords(a) === '' || plainWords(b) === '') return 'part-missing';
  return likeness(a, b, PIECE.title) >= ALIKE.part ? 'parts-alike' : 'parts-differ';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
