/** What in a text would tell an expert who the applicant is, and what is put in its place. */
export interface Mark {
  readonly text: string;
  readonly shown: string;
}

/** Shortest text worth replacing: a single character of a name would hit innocent words. */
const MIN_LENGTH = 2;

/** Replaces every mark in every text of a JSON value, the longest first; keys and numbers stay. */
export function redact<T>(value: T, marks: readonly Mark[]): T {
  const useful = marks
    .map(({ text, shown }) => ({ text: text.trim(), shown }))
    .filter(({ text }) => Array.from(text).length >= MIN_LENGTH)
    .toSorted((a, b) => b.text.length - a.text.length);
  return walk(value, useful) as T;
}

function walk(value: unknown, marks: readonly Mark[]): unknown {
  if (typeof value === 'string') {
    const text = marks.reduce((left, { text: mark, shown }) => left.split(mark).join(shown), value);
    return NUMBERS.reduce((left, { pattern, shown }) => left.replace(pattern, shown), text);
  }
  if (Array.isArray(value)) return value.map((item) => walk(item, marks));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, marks)]));
}

/** Numbers that name a person wherever they stand: identity numbers, mobile phones, e-mail addresses. */
const NUMBERS: readonly { readonly pattern: RegExp; readonly shown: string }[] = [
  { pattern: /(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])/g, shown: '〔身份证号〕' },
  { pattern: /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/g, shown: '〔手机号〕' },
  { pattern: /[\w.+-]+@[\w-]+\.[\w.-]+/g, shown: '〔邮箱〕' },
];
