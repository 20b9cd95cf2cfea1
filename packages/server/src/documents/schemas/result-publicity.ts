import { z } from 'zod';
import { checkpoint, day, frame, line } from './fields.ts';

/** Publicity of the results of a meeting: only names, units, specialties and titles. */
export const resultPublicity = z.object({
  ...frame,
  year: z.int().min(2000).max(2100),
  organiserName: line(),
  committeeName: line(),
  meetingName: line(),
  from: day,
  to: day,
  workingDays: z.int().min(5).max(60),
  people: z
    .array(z.object({ name: line(60), unit: line(), specialty: line(60), titleName: line(60) }))
    .min(1)
    .max(5000),
  ways: line(300),
  contact: line(60),
  phone: line(60),
  supervisionPhone: line(60).nullable(),
  checkpoint: checkpoint.nullable(),
});
