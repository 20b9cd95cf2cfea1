import { z } from 'zod';
import { isDate } from '../calendar/index.ts';
import { defenceSchema } from './defence.ts';
import { documentsSchema } from './documents.ts';
import { selfScoreSchema } from './self-score.ts';
import { sealStepSchema } from './sealing.ts';
import { stageSchema } from './stages.ts';
import { consentSchema, endorsementsSchema, entrustedSchema, routeSchema, statementSchema } from './filling.ts';
import { ACTORS, PLAN_LEVELS, UNIT_AFFILIATIONS, UNIT_KINDS, UNIT_NATURES } from './vocabulary.ts';

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
  /** Whose last day it is; the applicant's closes applications. */
  actor: z.enum(ACTORS),
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
  source: z.strictObject({ title: text, number: text.optional(), issued: date, basis: text.optional() }),
  scope: z.strictObject({
    label,
    province: text,
    employment: z.array(z.enum(['employed', 'freelance'])).min(1),
    freelanceMinYears: z.int().min(0),
    /** Kinds of unit (单位性质 of the dossier) whose people may apply; all when absent. */
    ownership: z.array(id).min(1).optional(),
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
  /** Achievements that are said to lack their chain of evidence do not count. */
  evidence: z.strictObject({ label }).optional(),
  tenure: z.discriminatedUnion('rule', [
    z.strictObject({ label, rule: z.literal('year-difference') }),
    z.strictObject({ label, rule: z.literal('anniversary'), on: date }),
  ]),
  submissions: z.strictObject({
    label,
    /** Null where the document sets none. */
    limit: z.int().min(1).nullable(),
    stampedPageCounts: z.boolean(),
    officeMayUnlock: z.boolean(),
  }),
  feedback: z.strictObject({ label, noticesPerSubmission: z.int().min(1), everyItemDecided: z.boolean() }).optional(),
  publicity: z.strictObject({
    unit: z.strictObject({
      label,
      ...workingPeriod,
      template: id.optional(),
      /** What the unit uploads to show that it publicised; nothing where the document names nothing. */
      proofs: z
        .array(
          z.strictObject({
            id,
            name: text,
            label,
            /** Without it the unit cannot recommend. */
            needed: z.boolean(),
            /** It shows a day of the publicity, which is written beside. */
            dated: z.boolean().default(false),
          }),
        )
        .optional(),
    }),
    result: z.strictObject({ label, ...workingPeriod }),
  }),
  /** Names of the levels in this series where they differ from the common ones, e.g. 高级经济师. */
  levelNames: z.partialRecord(level, text).optional(),
  routes: z.array(routeSchema).min(1),
  specialties: z.array(specialtySchema).min(1),
  committees: z.array(committeeRow).min(1),
  /** Whose people need an entrusting letter; absent where the document does not speak of them. */
  entrusted: entrustedSchema.optional(),
  sealing: z
    .array(
      z.strictObject({
        unit: unitMatch.optional(),
        authority: text,
        /** Who hands the papers in for units without a department of their own. */
        via: text.optional(),
        /** The bodies that act, in this order, and how each is found. Plans from before this say: the registered one. */
        steps: z
          .array(sealStepSchema)
          .min(1)
          .default([{ find: 'registered', as: '审核推荐', leads: false }]),
        label,
      }),
    )
    .min(1),
  /** What a competent department must consent to, by route; `id` is the dossier's word for it. */
  consents: z.array(consentSchema).default([]),
  /** 评聘结合: units of these kinds say for each application which vacancy it takes, or why none. */
  posts: z.strictObject({ label, linked: z.array(z.enum(UNIT_NATURES)).min(1) }).optional(),
  /** Where the submitting authority chooses the committee: those of the plan, by specialty (TJ 二(三)2). */
  committeeChoice: z
    .strictObject({
      label,
      committees: z.array(z.strictObject({ id, name: text, specialties: z.array(id).min(1), label })).min(1),
    })
    .optional(),
  /** Who must approve before the committee, in this order; each has its stage. */
  approvals: z.array(z.strictObject({ stage: id, by: z.enum(ACTORS), name: text, label })).default([]),
  committee: z.strictObject({ label, name: text, office: text }).optional(),
  /**
   * How certificates are numbered: a pattern of `makeNumber` and the parts that stay the same, e.g. the administrative code of the
   * province. There is no national rule; the parts follow what provinces print.
   */
  certificate: z
    .strictObject({
      pattern: z.string().regex(/^(?=.*\{random\})[0-9A-Z{}a-z-]+\{check\}$/, '应含 {random}，以 {check} 结尾'),
      region: z.string().regex(/^\d{6}$/, '六位行政区划代码'),
      series: z.string().regex(/^\d{2}$/),
      committee: z.string().regex(/^\d{3}$/),
    })
    .default({ pattern: '{year}{level}-{random}-{check}', region: '000000', series: '00', committee: '000' }),
  /** Examinations one must have passed, and for how many years a pass counts. */
  examinations: z
    .array(
      z.strictObject({
        id,
        label,
        name: text,
        levels,
        groups: z.array(id).min(1).optional(),
        validYears: z.int().min(1),
        proof: text,
      }),
    )
    .default([]),
  evaluation: z.array(
    z.strictObject({
      levels,
      /** `defence-if`: only those whom a trigger of `defence` names. */
      method: z.enum(['defence', 'defence-if', 'file-review']),
      /** Integer per cent, together 100; absent where the document weighs nothing. */
      weights: z.strictObject({ score: z.int().min(0).max(100), defence: z.int().min(0).max(100) }).optional(),
      label,
    }),
  ),
  /** Who must defend where not everybody does. */
  defence: defenceSchema.optional(),
  selfScore: selfScoreSchema.optional(),
  /** In fen, with the account as it should be read and, where it differs, as printed. */
  fee: z
    .strictObject({
      label,
      amountFen: z.int().min(1),
      basis: text,
      waived: z.array(z.strictObject({ id, name: text, label })),
      method: text,
      account: z.strictObject({ name: text, number: text, bank: text }),
      asPrinted: z.strictObject({ name: text, number: text, bank: text }).optional(),
      due: text,
      unpaid: text,
    })
    .optional(),
  voting: z.strictObject({
    quorum: fractionSchema,
    pass: fractionSchema,
    of: z.literal('attending'),
    /** Whether an expert recused from one application still counts as attending for it. */
    recusedCounts: z.boolean(),
    rounds: z.int().min(1),
    label,
  }),
  pledges: z.array(
    z.strictObject({
      by: z.enum(['applicant', 'unit']),
      label,
      text,
      /** Signed by hand, on the phone or on paper that is scanned; a tick is not enough. */
      signed: z.boolean().optional(),
    }),
  ),
  declarations: z.array(z.strictObject({ id, by: z.enum(['applicant', 'unit']), label, text })),
  selfReport: z.strictObject({ label: label.optional(), maxCharacters: z.int().min(1) }),
  /** Texts to be written besides the self-report. */
  statements: z.array(statementSchema).default([]),
  endorsements: endorsementsSchema.optional(),
  representativeWorks: z.int().min(0),
  documents: documentsSchema,
  contacts: z.strictObject({
    policy: text,
    technical: text.optional(),
    announcements: text,
    delivery: z.strictObject({ address: text, by: text, label }),
  }),
  readings: z.array(z.strictObject({ id, label, question: text, chosen: text, others: z.array(text), why: text })),
  /** Printed labels that need nothing here, with the reason. */
  unconditioned: z.array(z.strictObject({ label, because: text })).default([]),
  start: id,
  stages: z.array(stageSchema).min(2),
});

/** The year's procedure, as officials wrote it in `plan.yaml`. Immutable once published; applications pin its number. */
export type Plan = z.infer<typeof planSchema>;
