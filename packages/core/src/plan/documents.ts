import { z } from 'zod';
import { PLAN_ROUTES } from './vocabulary.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);
const label = text;
const routes = z.array(z.enum(PLAN_ROUTES)).min(1).optional();

/** What the photo must be; bytes, pixels and width to height in hundredths (65 is 0.65), bounds as the text prints them. */
const photo = z.strictObject({
  label,
  withinMonths: z.int().min(1).optional(),
  printed: z.int().min(0),
  background: text.optional(),
  formats: z.array(text).optional(),
  /** The file is bigger than `above` and smaller than `below`. */
  bytes: z.strictObject({ above: z.int().min(0), below: z.int().min(1) }).optional(),
  /** Both must be exceeded. */
  pixelsAbove: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }).optional(),
  /** Both bounds included. */
  ratioHundredths: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).optional(),
});

/** Paper, forms and evidence a plan asks for, and what it must not ask. */
export const documentsSchema = z.strictObject({
  forms: z.array(
    z.strictObject({
      name: text,
      copies: z.int().min(1),
      bound: z.int().min(0),
      routes,
      /** Words that must stand on every page as a watermark. */
      watermark: text.optional(),
      label,
    }),
  ),
  stampedPage: z.strictObject({ form: text, part: text, name: text, label }).optional(),
  /** Each paper asked for: who brings it, and where it comes from. */
  required: z
    .array(
      z.strictObject({
        id,
        name: text,
        by: z.enum(['applicant', 'unit', 'authority']),
        from: z.enum(['system', 'form', 'upload', 'paper']),
        /** Only when this is so, in words. */
        when: text.optional(),
        routes,
        label,
      }),
    )
    .default([]),
  /** How paper is bound, volume by volume. */
  volumes: z.array(z.strictObject({ name: text, holds: z.array(text).min(1), label })).default([]),
  mustNotAsk: z.array(z.strictObject({ id, name: text, label, basis: text })),
  photo: photo.optional(),
  leaveBlank: z.array(text).default([]),
});
