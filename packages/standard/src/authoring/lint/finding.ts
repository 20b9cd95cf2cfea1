/** What may be suspect in a pack that loads. */
export const LINTS = [
  'unused-parameter',
  'unused-shared',
  'unused-outside',
  'no-text',
  'twin',
  'label',
  'threshold',
  'masked',
  'overlap',
  'dead',
  'vacuous',
] as const;
export type Lint = (typeof LINTS)[number];

/** Something in a pack that loads but is suspect: which check found it, the id of the place, and what is the matter. */
export interface Finding {
  readonly lint: Lint;
  readonly where: string;
  readonly message: string;
}

/** A finding that is right in the document, with the reason (`excused` of the pack). */
export interface Excused {
  readonly lint: Lint;
  readonly where: string;
  readonly because: string;
}
