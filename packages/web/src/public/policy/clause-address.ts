/**
 * The lasting address of a clause: `/policies/ln-sec-2024/clauses/senior-4-7`. `clause` is the id of a condition, the
 * anchor of a search result, or a printed label (五(四)4(7)).
 */
export const clauseAddress = (pack: string, clause: string): string =>
  `/policies/${pack}/clauses/${encodeURIComponent(clause)}`;
