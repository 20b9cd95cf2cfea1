import { z } from 'zod';
import { date, id, instant, text, version } from './common.ts';

/** One application in somebody's worklist. */
export const worklistLine = z.object({
  id,
  /** Whose plan it is; deadlines run by this organiser's time. */
  organiserId: id,
  number: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  specialty: z.string(),
  level: z.string(),
  /** What the level is called in the plan's series. */
  levelName: z.string(),
  route: z.string(),
  stage: z.string(),
  stageName: z.string(),
  /** One sentence: why it waits. */
  why: z.string(),
  /** Whose turn it is, in words. */
  who: z.string(),
  /** When the stage was entered. */
  since: instant,
  /** `provisional`: a year without a working-day table was counted in; the day may still move. */
  until: z.object({ at: instant, words: z.string(), provisional: z.boolean() }).nullable(),
  /** One sentence: what comes when it is passed on. */
  next: z.string(),
  submissions: z.int(),
  version,
});
export type WorklistLine = z.infer<typeof worklistLine>;

export const worklistPage = z.object({
  items: z.array(worklistLine),
  /** Give it as `after` to get the next page; null on the last. */
  next: id.nullable(),
});

export const pageQuery = z.object({
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** One line of a notice: where, under which clause, what is wrong, what to do. Shown to the applicant as a list. */
export const correctionItem = z.object({
  place: text(120),
  label: z.string().trim().max(40),
  problem: text(500),
  whatToDo: text(500),
});
export type CorrectionItemInput = z.infer<typeof correctionItem>;

/** Number and date of an official document with which something was approved. */
export const documentReference = z.object({ number: text(60), date });

/** Bodies of decisions on an application. `batch` is common to the decisions of one bulk action. */
export const decisionBodies = {
  approve: z.object({ version, batch: id.optional(), document: documentReference.optional() }),
  return: z.object({ version, items: z.array(correctionItem).min(1, '请至少列出一项').max(100) }),
  refuse: z.object({ version, reason: text(1000) }),
} as const;
