import { z } from 'zod';
import { frame, hash, instant, line, prose } from './fields.ts';

/** Receipt of a submission or an objection: what was received, when, and its digest in the record. */
export const receipt = z.object({
  ...frame,
  title: line(60),
  receiver: line(),
  personName: line(60),
  receivedAt: instant,
  lines: z.array(z.object({ label: line(40), value: prose(600) })).max(40),
  contentHash: hash.nullable(),
  recordLeaf: hash.nullable(),
  next: prose(600),
});

/** Result slip for one person, product N2: stage, group opinion in permitted words, score only if the plan allows. */
export const resultSlip = z.object({
  ...frame,
  organiserName: line(),
  committeeName: line(),
  year: z.int().min(2000).max(2100),
  applicantName: line(60),
  unitName: line(),
  specialty: line(60),
  titleName: line(60),
  outcome: line(60),
  stage: prose(400),
  groupOpinion: prose(2000).nullable(),
  /** Score with two decimals, e.g. `86.50`. */
  score: z
    .string()
    .regex(/^\d{1,3}\.\d{2}$/)
    .nullable(),
  next: prose(800),
});
