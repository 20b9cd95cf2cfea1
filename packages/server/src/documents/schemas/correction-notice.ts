import { z } from 'zod';
import { count, frame, instant, line, prose } from './fields.ts';

/** 一次性告知书, LN-2024 五(五)2: everything to be corrected of one submission, at once. */
export const correctionNotice = z.object({
  ...frame,
  officeName: line(),
  applicantName: line(60),
  unitName: line(),
  specialty: line(60),
  titleName: line(60),
  submission: z.int().min(1),
  /** Null where the plan sets no limit. */
  submissionLimit: z.int().min(1).nullable(),
  checkedAt: instant,
  items: z
    .array(
      z.object({
        place: line(200),
        /** Printed label of the clause, null where no clause is concerned. */
        clause: line(100).nullable(),
        problem: prose(1000),
        remedy: prose(1000),
      }),
    )
    .min(1)
    .max(200),
  dueAt: instant,
  passedCount: count,
  contact: line(200),
});
