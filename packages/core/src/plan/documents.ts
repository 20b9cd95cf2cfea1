import { z } from 'zod';
import { evidenceListSchema } from '../archive/evidence-lists.ts';
import { archiveHintSchema } from '../archive/hints.ts';
import { photoRuleSchema } from '../photo/rule.ts';
import { PLAN_ROUTES } from './vocabulary.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);
const label = text;
const routes = z.array(z.enum(PLAN_ROUTES)).min(1).optional();

/** Forms the platform can print; a plan says which of its forms is which. */
export const PRINTED_FORMS = [
  'evaluation-form',
  'recommendation-form',
  'exception-form',
  'score-sheet',
  'landmark-form',
  'summary-sheet',
  'roster',
  'pledge',
  'entrust-letter',
] as const;
export type PrintedForm = (typeof PRINTED_FORMS)[number];

/** What may be bound into a volume: forms about the applicant and papers the platform has made on the way. */
export const BOUND_FORMS = [...PRINTED_FORMS, 'unit-publicity', 'self-report'] as const;
export type BoundForm = (typeof BOUND_FORMS)[number];

/** What a part of the evaluation form shows of an application. */
export const FORM_PARTS = [
  'basics',
  'training',
  'work',
  'earlier',
  'achievements',
  'research',
  'assessments',
  'self-report',
] as const;

/** A box a body fills by hand and seals; `shows`: what the platform may print into it, everything else stays blank. */
const box = z.strictObject({
  title: text,
  shows: z.enum(['publicity', 'unit-opinion', 'association', 'counts']).optional(),
  signs: z.array(text).min(1),
  /** Least height in millimetres. */
  height: z.int().min(15).max(220),
});
export type FormBox = z.infer<typeof box>;

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
      /** The printable it is; without it people get it elsewhere. */
      prints: z.enum(PRINTED_FORMS).optional(),
      /** Stage from which it may be printed; from the passed check on where absent. */
      from: id.optional(),
      /** How to fill it in, in our words. */
      notes: z.array(text).optional(),
      /** Parts of an evaluation form in their order, with printed titles. */
      parts: z.array(z.strictObject({ holds: z.enum(FORM_PARTS), title: text })).optional(),
      /** Pages of boxes for the bodies, after the parts. */
      opinions: z.array(z.strictObject({ title: text, boxes: z.array(box).min(1) })).optional(),
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
  /** How paper is bound: volumes, and in each what stands in which order. */
  volumes: z
    .array(
      z.strictObject({
        name: text,
        label,
        holds: z
          .array(
            z.strictObject({
              title: text,
              /** A document of the platform itself. */
              prints: z.enum(BOUND_FORMS).optional(),
              /** Evidence of archive rows of these kinds. */
              kinds: z.array(id).min(1).optional(),
              /** Rows of these kinds are listed on a page of their own in front of their evidence. */
              listed: z.boolean().default(false),
              routes,
            }),
          )
          .min(1),
      }),
    )
    .default([]),
  /** What proves what, by the clauses of the plan's document; the general list holds for what they leave out. */
  evidence: z.array(evidenceListSchema).default([]),
  /** What the clauses say to those who fill in the archive, beside its general words. */
  hints: z.array(archiveHintSchema).default([]),
  mustNotAsk: z.array(z.strictObject({ id, name: text, label, basis: text })),
  photo: photoRuleSchema.optional(),
  leaveBlank: z.array(text).default([]),
});
