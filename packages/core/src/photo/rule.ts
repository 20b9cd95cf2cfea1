import { z } from 'zod';

const text = z.string().min(1);

/** What the photo must be; bytes, pixels and width to height in hundredths (65 is 0.65), bounds as the text prints them. */
export const photoRuleSchema = z.strictObject({
  label: text,
  /** `required`: nothing is submitted without it; `optional`: pasted on paper, and printed where there is a fitting one. */
  uploaded: z.enum(['required', 'optional']).default('optional'),
  withinMonths: z.int().min(1).optional(),
  /** Copies handed in on paper. */
  printed: z.int().min(0),
  /** Checked by the edge of the picture: this share of it is at least so bright in every channel. */
  background: z
    .strictObject({ name: text, brightness: z.int().min(0).max(255), share: z.int().min(0).max(100).multipleOf(5) })
    .optional(),
  formats: z.array(text).optional(),
  /** The file is bigger than `above` and smaller than `below`. */
  bytes: z.strictObject({ above: z.int().min(0), below: z.int().min(1) }).optional(),
  /** Both must be exceeded. */
  pixelsAbove: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }).optional(),
  /** Both bounds included. */
  ratioHundredths: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).optional(),
  /** What no machine can see: said to the person, checked by the office. */
  seen: z.array(text).default([]),
});
export type PhotoRule = z.infer<typeof photoRuleSchema>;
