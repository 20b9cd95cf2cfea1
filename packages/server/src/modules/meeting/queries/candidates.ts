import type { Ctx } from '../../../context.ts';
import { readyCases } from '../../application/index.ts';
import { filingOf } from '../../pool/index.ts';
import { scopeObstacle } from '../commands/admit-cases.ts';
import type { MeetingTarget } from '../target.ts';

/** Ready applications of the organiser, each with what keeps it out of this committee. */
export async function candidates(ctx: Ctx, meeting: MeetingTarget) {
  const filing = await filingOf(ctx, meeting.organiserId, meeting.filingId);
  const ready = await readyCases(ctx, meeting.organiserId);
  return ready.map((one) => ({
    applicationId: one.applicationId,
    number: one.number,
    applicantName: one.applicantName,
    unitName: one.unitName,
    level: one.level,
    specialty: one.specialtyName,
    obstacle: filing === null ? '没有有效的评委会备案' : scopeObstacle(filing, one),
  }));
}
