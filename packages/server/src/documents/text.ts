/** A run of Latin characters without a space that no narrow cell would hold. */
const LONG_RUN = /[!-~]{25,}/g;
const PIECE = /[!-~]{8}(?=[!-~])/g;

/** Gives long Latin words, numbers and addresses places to break, so that no cell of a table overflows. */
export function breakable(text: string): string {
  return text.replaceAll(LONG_RUN, (run) => run.replaceAll(PIECE, (piece) => `${piece}\u200B`));
}

/** Applies `change` to every string inside plain data. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
  return value;
}

/** Every string inside plain data. */
export function stringsOf(value: unknown): string[] {
  const found: string[] = [];
  mapStrings(value, (text) => {
    found.push(text);
    return text;
  });
  return found;
}
