const WHITE_SPACE = /[\s\u3000\u00a0\u200b\ufeff]+/gu;

/**
 * The one form in which a clause is measured and hashed: Unicode NFC with every white space removed, the full-width
 * blank included. Punctuation and digits stay as printed, so that a changed comma shows. The printed number of the
 * clause belongs to it.
 */
export function normaliseClause(text: string): string {
  return text.normalize('NFC').replace(WHITE_SPACE, '');
}

/** Length of a clause in code points of its normalised form. */
export function clauseLength(text: string): number {
  return Array.from(normaliseClause(text)).length;
}
