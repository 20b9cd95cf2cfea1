import { headingOf, kindSpec, type RowFacts } from '../archive/index.ts';
import { bandsOf, hash64 } from './sketch.ts';
import { distinctWords, likeness, likenessTo, plainNumber, plainWords } from './words.ts';

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
const SALT = { number: 0, file: 1, title: 2, text: 3 } as const;

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

/**
 * Marks under which a use is found: two uses with a mark in common may be the same. Signed 64 bits each; the lowest two say
 * what it is a mark of (`markSort`).
 */
export function marksOf(use: Use): readonly bigint[] {
  const text = plainWords(use.text);
  const tagged = (sort: Likeness, hashes: readonly bigint[]) =>
    hashes.map((hash) => ((hash >> 2n) << 2n) | BigInt(SALT[sort]));
  return [
    ...new Set([
      ...tagged(
        'number',
        use.numbers.map((number) => hash64(number, SALT.number)),
      ),
      ...tagged(
        'file',
        use.files.map((file) => hash64(file, SALT.file)),
      ),
      ...tagged('title', isLong(use.title) ? bandsOf(distinctWords(use.title), PIECE.title, SALT.title) : []),
      ...tagged('text', text.length < SHORTEST_TEXT ? [] : bandsOf(text, PIECE.text, SALT.text)),
    ]),
  ];
}

export const LIKENESSES = ['number', 'file', 'title', 'text'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What a mark is a mark of. */
export function markSort(mark: bigint): Likeness {
  return LIKENESSES[Number(mark & 3n)] ?? 'text';
}

/** In what two uses are the same or nearly so; empty where they are not. */
export function likenessesOf(a: Use, b: Use): readonly Likeness[] {
  return likenessesTo(a)(b);
}

/** `likenessesOf` of one use with many, which takes the one apart once. */
export function likenessesTo(a: Use): (b: Use) => readonly Likeness[] {
  const text = plainWords(a.text);
  const title = likenessTo(distinctWords(a.title), PIECE.title);
  const alike = likenessTo(text, PIECE.text);
  const is: Readonly<Record<Likeness, (b: Use) => boolean>> = {
    number: (b) => common(a.numbers, b.numbers),
    file: (b) => common(a.files, b.files),
    title: (b) => isLong(a.title) && title(distinctWords(b.title)) >= ALIKE.title,
    text: (b) => text.length >= SHORTEST_TEXT && alike(plainWords(b.text)) >= ALIKE.text,
  };
  return (b) => LIKENESSES.filter((sort) => is[sort](b));
}

const common = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((value) => other.includes(value));

function isLong(title: string): boolean {
  return plainWords(title).length >= SHORTEST_TITLE;
}

/**
 * What the stated parts say of a use by two people (LN-2024 五(二)3): sharing is fine where each states the own part and the
 * parts differ. The same person's earlier application is a matter of its own.
 */
export type PartsStanding = 'own-earlier' | 'part-missing' | 'parts-alike' | 'parts-differ';

export function partsStanding(samePerson: boolean, a: string, b: string): PartsStanding {
  if (samePerson) return 'own-earlier';
  if (plainWords(a) === '' || plainWords(b) === '') return 'part-missing';
  return likeness(plainWords(a), plainWords(b), PIECE.title) >= ALIKE.part ? 'parts-alike' : 'parts-differ';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
