import { ACHIEVEMENT_CATEGORIES } from '@zhiping/core';
import { z } from 'zod';
import { day, frame, line, month, prose } from './fields.ts';

/** Publicity notice of a unit, LN-2024 五(四) and 附件1: one applicant, dates of achievements by month. */
export const unitPublicity = z.object({
  ...frame,
  year: z.int().min(2000).max(2100),
  unitName: line(),
  specialty: line(60),
  /** Name of the title applied for, e.g. 高级工程师. */
  titleName: line(60),
  /** The meeting of the unit that approved, e.g. 总经理办公会议. */
  approvingMeeting: line(100),
  person: z.object({
    name: line(60),
    sex: z.enum(['男', '女']),
    bornIn: month,
    education: line(100),
    currentTitle: line(100),
    currentTitleSince: month.nullable(),
    post: line(100),
  }),
  achievements: z
    .array(
      z.object({
        name: line(300),
        startedIn: month,
        endedIn: month.nullable(),
        content: prose(2000),
        role: z.enum(['主持', '参与', '独立']),
        category: z.enum(ACHIEVEMENT_CATEGORIES),
      }),
    )
    .min(1)
    .max(200),
  /** Last day on which an objection is in time. */
  lastDay: day,
  workingDays: z.int().min(5).max(60),
  ways: line(200),
  contact: line(60),
  phone: line(60),
});
