import { z } from 'zod';
import { PLAN_LEVELS } from './vocabulary.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);
/** Points in whole hundredths: 8,000 is 80.00 points. */
const points = z.int().min(0);

/** From `from` on `points`, `each` more for every further whole unit, at most `max`. */
const tier = z.strictObject({
  from: z.int().min(0),
  points,
  each: points.optional(),
  max: points.optional(),
});

const line = z.discriminatedUnion('rule', [
  z.strictObject({
    id,
    name: text,
    label: text.optional(),
    rule: z.literal('tiers'),
    unit: text,
    tiers: z.array(tier).min(1),
  }),
  z.strictObject({
    id,
    name: text,
    label: text.optional(),
    rule: z.literal('each'),
    unit: text,
    points,
    max: points.optional(),
  }),
  z.strictObject({ id, name: text, label: text.optional(), rule: z.literal('by-hand'), max: points }),
]);
export type SelfScoreLine = z.infer<typeof line>;

/** A table by which applicants score themselves: what is printed, and what is only an editable sample (`sample`). */
export const selfScoreSchema = z.strictObject({
  label: text,
  title: text,
  /** Where the official points stand. */
  document: text,
  /** Whether the points of the official table are in this plan. */
  complete: z.boolean(),
  /** From how many points on one may apply by self-score. */
  line: points,
  recommenders: z.strictObject({
    count: z.int().min(0),
    titleLevel: z.enum(PLAN_LEVELS),
    relation: z.enum(['same', 'near']),
  }),
  /** No evidence, no points; grossly overstated scores go back. */
  evidence: z.strictObject({ label: text, text }),
  overstated: z.strictObject({ label: text, text }),
  blocks: z
    .array(z.strictObject({ id, name: text, sample: z.boolean(), max: points.optional(), lines: z.array(line).min(1) }))
    .min(1),
});
export type SelfScore = z.infer<typeof selfScoreSchema>;

/** Points in hundredths that a line gives for a whole quantity (years, pieces); by hand, nothing until somebody scores. */
export function pointsOf(scoring: SelfScoreLine, quantity: number): number {
  if (!Number.isInteger(quantity) || quantity < 0) throw new RangeError('whole quantity needed');
  switch (scoring.rule) {
    case 'tiers': {
      const reached = scoring.tiers.findLast(({ from }) => quantity >= from);
      if (!reached) return 0;
      const more = (reached.each ?? 0) * (quantity - reached.from);
      return Math.min(reached.points + more, reached.max ?? Number.POSITIVE_INFINITY);
    }
    case 'each':
      return Math.min(scoring.points * quantity, scoring.max ?? Number.POSITIVE_INFINITY);
    case 'by-hand':
      return 0;
  }
}
