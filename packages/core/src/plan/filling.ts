import { z } from 'zod';
import { AUTHORITY_KINDS, PLAN_LEVELS, PLAN_ROUTES, UNIT_AFFILIATIONS } from './vocabulary.ts';

/** Parts of a plan that say what an applicant fills in, by which route, and with whose papers. */
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);
const label = text;

export const routeSchema = z.strictObject({
  id: z.enum(PLAN_ROUTES),
  name: text,
  label: label.optional(),
  form: text.optional(),
  /** Opens only after the committee office agreed to a request made before (LN-2024 八(三)). */
  priorConsent: z.literal('office').optional(),
  levels: z.array(z.enum(PLAN_LEVELS)).min(1).optional(),
  /** What kind of talent one is, asked where the standard looks at it. */
  asks: z.array(z.literal('talents')).optional(),
  /** Who decides instead where no committee does; such a route is no application. */
  decidedBy: text.optional(),
});

/** One text to write, e.g. 专业技术工作总结. */
export const statementSchema = z.strictObject({
  id,
  name: text,
  label,
  hint: text.optional(),
  maxCharacters: z.int().min(1).max(10_000),
  /** Each must name the achievements it rests on. */
  tied: z.boolean().default(false),
  required: z.boolean().default(true),
  routes: z.array(z.enum(PLAN_ROUTES)).min(1).optional(),
});
export type StatementSpec = z.infer<typeof statementSchema>;

/** Consent of a competent department, asked in its worklist; whether one case rests on it, its standard says. */
export const consentSchema = z.strictObject({
  id: z.enum(['department']),
  name: text,
  label,
  routes: z.array(z.enum(PLAN_ROUTES)).min(1),
  /** All when absent. */
  specialties: z.array(id).min(1).optional(),
  /** Kinds of authority that may be asked. */
  kinds: z.array(z.enum(AUTHORITY_KINDS)).min(1),
});

const letter = z.strictObject({ form: text, label });

/** The letters experts write for an applicant: their official names, and for how many days an invitation by link holds. */
export const endorsementsSchema = z.strictObject({
  recommendation: letter.optional(),
  appraisal: letter.optional(),
  linkDays: z.int().min(1).max(60),
});

/** Whose people a committee takes only when entrusted, and the papers that must follow each other (LN-2024 八(一)). */
export const entrustedSchema = z.strictObject({
  label,
  affiliations: z.array(z.enum(UNIT_AFFILIATIONS)),
  needs: text,
  /** With the letter, those of them who work outside the jurisdiction may apply too. */
  elsewhere: z.boolean().optional(),
  /** In this order; the last one is what acceptance rests on. */
  chain: z
    .array(z.strictObject({ id, name: text, from: text, by: z.enum(['applicant', 'office']) }))
    .min(1)
    .optional(),
});
