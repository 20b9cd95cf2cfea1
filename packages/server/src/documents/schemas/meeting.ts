import { z } from 'zod';
import { checkpoint, count, frame, hash, instant, line, prose } from './fields.ts';

const counted = z.object({
  applicantName: line(60),
  unit: line(),
  specialty: line(60),
  titleName: line(60),
  yes: count,
  no: count,
  /** Abstentions and ballots not cast: they count among those attending. */
  abstain: count,
  /** Least number of yes votes by the plan. */
  needed: count,
  outcome: z.enum(['通过', '未通过']),
});

const meeting = {
  ...frame,
  meetingName: line(),
  committeeName: line(),
  organiserName: line(),
  members: count,
  attending: count,
  /** Least attendance by the plan. */
  quorum: count,
  chair: line(60),
  supervisor: line(60).nullable(),
  results: z.array(counted).max(2000),
  checkpoint: checkpoint.nullable(),
};

/** 计票单: counts of one round, never a choice of a person. */
export const countSheet = z.object({
  ...meeting,
  round: z.int().min(1),
  openedAt: instant,
  closedAt: instant,
  envelopes: count,
  envelopesHash: hash,
});

/** 评审会议纪要. */
export const meetingMinutes = z.object({
  ...meeting,
  heldFrom: instant,
  heldTo: instant,
  place: line(),
  agenda: z.array(prose(600)).max(50),
  recusals: z.array(z.object({ expert: line(60), applicant: line(60), reason: line(200) })).max(500),
  decisions: z.array(prose(1000)).max(50),
});
