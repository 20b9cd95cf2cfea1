import { z } from 'zod';
import { isDate } from '../calendar/index.ts';
import { stageSchema } from './stages.ts';
import { PLAN_LEVELS, PLAN_ROUTES, UNIT_AFFILIATIONS, UNIT_KINDS, UNIT_NATURES } from './vocabulary.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);
/** The printed label of the clause, kept as text and never computed. */
const label = text;
const date = z.string().refine(isDate, '应为存在的日期，写作 YYYY-MM-DD');
const level = z.enum(PLAN_LEVELS);
const levels = z.array(level).min(1);

/** A share such as two thirds, compared in integers: `denominator × part ≥ numerator × whole`. */
export const fractionSchema = z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) });
export type Fraction = z.infer<typeof fractionSchema>;

const workingPeriod = {
  workingDays: z.int().min(1),
  firstDayCounts: z.boolean(),
};

const unitMatch = z.strictObject({
  affiliation: z.array(z.enum(UNIT_AFFILIATIONS)).optional(),
  nature: z.array(z.enum(UNIT_NATURES)).optional(),
  kind: z.array(z.enum(UNIT_KINDS)).optional(),
});
export type UnitMatch = z.infer<typeof unitMatch>;

export const windowSchema = z.strictObject({
  id,
  name: text,
  label,
  actor: text,
  opensOn: date,
  /** The last day on which it is open, until 24:00. */
  closesOn: date,
  /** A window that must not close before this one. */
  follows: id.optional(),
});
export type PlanWindow = z.infer<typeof windowSchema>;

export const specialtySchema = z.strictObject({
  id,
  name: text,
  group: id,
  levels,
  label,
  /** `pack` only where the standard is machine-readable; without it the case is checked by hand. */
  standard: z.strictObject({ title: text, document: text, pack: id.optional() }),
  directions: z.array(text).optional(),
  association: z.strictObject({ name: text, label }).optional(),
});
export type Specialty = z.infer<typeof specialtySchema>;

const committeeRow = z.discriminatedUnion('accepts', [
  z.strictObject({
    groups: z.array(id).min(1),
    levels: levels.optional(),
    unit: unitMatch.optional(),
    accepts: z.literal('here'),
    label,
  }),
  z.strictObject({
    groups: z.array(id).min(1),
    levels: levels.optional(),
    unit: unitMatch.optional(),
    accepts: z.literal('elsewhere'),
    by: text,
    label,
  }),
  z.strictObject({
    groups: z.array(id).min(1),
    levels: levels.optional(),
    unit: unitMatch.optional(),
    accepts: z.literal('ask'),
    reason: text,
    label,
  }),
]);

export const planSchema = z.strictObject({
  pack: id,
  kind: z.literal('plan'),
  title: text,
  year: z.int().min(2000).max(2100),
  jurisdiction: id,
  series: id,
  calendar: id,
  organiser: text,
  source: z.strictObject({ title: text, issued: date, basis: text.optional() }),
  scope: z.strictObject({
    label,
    province: text,
    employment: z.array(z.enum(['employed', 'freelance'])).min(1),
    freelanceMinYears: z.int().min(0),
    excluded: z.array(z.strictObject({ id, name: text })),
  }),
  windows: z.array(windowSchema).min(1),
  cutOff: z.strictObject({
    label,
    date,
    effectiveDates: z.array(
      z.strictObject({
        basis: z.enum(['published', 'signed']),
        name: text,
        kinds: z.union([z.array(id).min(1), z.literal('others')]),
        alsoRequired: text.optional(),
      }),
    ),
  }),
  /** Which awards count: of governments of at least this level, and of the national register of social-force awards. */
  awards: z
    .strictObject({ label, governmentFrom: z.enum(['city', 'province', 'nation']), registeredSocial: z.boolean() })
    .optional(),
  tenure: z.discriminatedUnion('rule', [
    z.strictObject({ label, rule: z.literal('year-difference') }),
    z.strictObject({ label, rule: z.literal('anniversary'), on: date }),
  ]),
  submissions: z.strictObject({
    label,
    limit: z.int().min(1),
    stampedPageCounts: z.boolean(),
    officeMayUnlock: z.boolean(),
  }),
  feedback: z.strictObject({ label, noticesPerSubmission: z.int().min(1), everyItemDecided: z.boolean() }),
  publicity: z.strictObject({
    unit: z.strictObject({ label, ...workingPeriod, template: id }),
    result: z.strictObject({ label, ...workingPeriod }),
  }),
  routes: z
    .array(
      z.strictObject({
        id: z.enum(PLAN_ROUTES),
        name: text,
        label: label.optional(),
        form: text.optional(),
        priorConsent: z.literal('office').optional(),
        levels: levels.optional(),
      }),
    )
    .min(1),
  specialties: z.array(specialtySchema).min(1),
  committees: z.array(committeeRow).min(1),
  entrusted: z.strictObject({ label, affiliations: z.array(z.enum(UNIT_AFFILIATIONS)), needs: text }),
  sealing: z.array(z.strictObject({ unit: unitMatch.optional(), authority: text, label })).min(1),
  evaluation: z.array(
    z.strictObject({
      levels,
      method: z.enum(['defence', 'file-review']),
      /** Integer per cent; together 100. */
      weights: z.strictObject({ score: z.int().min(0).max(100), defence: z.int().min(0).max(100) }),
      label,
    }),
  ),
  voting: z.strictObject({
    quorum: fractionSchema,
    pass: fractionSchema,
    of: z.literal('attending'),
    /** Whether an expert recused from one application still counts as attending for it. */
    recusedCounts: z.boolean(),
    rounds: z.int().min(1),
    label,
  }),
  pledges: z.array(z.strictObject({ by: z.enum(['applicant', 'unit']), label, text })),
  declarations: z.array(z.strictObject({ id, by: z.enum(['applicant', 'unit']), label, text })),
  selfReport: z.strictObject({ maxCharacters: z.int().min(1) }),
  representativeWorks: z.int().min(0),
  documents: z.strictObject({
    forms: z.array(
      z.strictObject({
        name: text,
        copies: z.int().min(1),
        bound: z.int().min(0),
        routes: z.array(z.enum(PLAN_ROUTES)).optional(),
        label,
      }),
    ),
    stampedPage: z.strictObject({ form: text, part: text, name: text, label }),
    mustNotAsk: z.array(z.strictObject({ id, name: text, label, basis: text })),
    photo: z.strictObject({ withinMonths: z.int().min(1), printed: z.int().min(0), label }),
    leaveBlank: z.array(text),
  }),
  contacts: z.strictObject({
    policy: text,
    technical: text,
    announcements: text,
    delivery: z.strictObject({ address: text, by: text, label }),
  }),
  readings: z.array(z.strictObject({ id, label, question: text, chosen: text, others: z.array(text), why: text })),
  start: id,
  stages: z.array(stageSchema).min(2),
});

/** The year's procedure, as officials wrote it in `plan.yaml`. Immutable once published; applications pin its number. */
export type Plan = z.infer<typeof planSchema>;
