/** `open` until checked and answered; `dismissed` where it does not hold; `upheld` where it does. */
export const OBJECTION_STATES = ['open', 'dismissed', 'upheld'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** Objections that still need an answer: they keep a publicity from being concluded and a held result held. */
export function openObjections(states: readonly ObjectionState[]): number {
  return states.filter((state) => state === 'open').length;
}

/** An objection is answered once; what was answered stands. */
export function mayAnswer(state: ObjectionState): boolean {
  return state === 'open';
}
