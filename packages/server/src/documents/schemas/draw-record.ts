import { z } from 'zod';
import { checkpoint, count, frame, hash, instant, line } from './fields.ts';

/** 专家抽取记录: everything an outsider needs to run the draw again. */
export const drawRecord = z.object({
  ...frame,
  meetingName: line(),
  organiserName: line(),
  drawNumber: z.int().min(1),
  committedAt: instant,
  drawnAt: instant,
  poolSize: count,
  poolRoot: hash,
  rulesHash: hash,
  recusalRoot: hash,
  publicValue: line(200),
  officeCommitment: hash,
  supervisorCommitment: hash,
  seed: hash,
  quotas: z.array(z.object({ name: line(100), wanted: count })).max(100),
  employerCap: count.nullable(),
  recused: count,
  experts: z
    .array(
      z.object({
        order: z.int().min(1),
        name: line(60),
        employer: line(),
        specialty: line(60),
        place: z.enum(['评委', '候补']),
      }),
    )
    .max(500),
  drawnBy: line(60),
  supervisedBy: line(60),
  verifyCommand: line(200),
  checkpoint: checkpoint.nullable(),
});
