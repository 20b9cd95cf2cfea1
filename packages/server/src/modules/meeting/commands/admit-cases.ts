import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { newSecretId } from '../../../security/random.ts';
import { advance, type CaseFacts, readyCases } from '../../application/index.ts';
import { filingOf } from '../../pool/index.ts';
import { reasonsFor } from '../defence-reasons.ts';
import { planOf } from '../plan.ts';
import type { MeetingTarget } from '../target.ts';

/** Why a ready application is not for this committee; null where it is. */
export function scopeObstacle(
  filing: { readonly levels: readonly string[]; readonly specialties: readonly string[] },
  candidate: Pick<CaseFacts, 'level' | 'specialtyName'>,
): string | null {
  if (!filing.specialties.includes(candidate.specialtyName)) return '专业不在评委会备案范围内';
  const level = candidate.level === 'technician' || candidate.level === 'assistant' ? 'engineer' : candidate.level;
  return filing.levels.includes(level) ? null : '层级不在评委会备案范围内';
}

/** Takes ready applications into the meeting, each with a number for the room and a packet id of chance. */
export async function admitCases(ctx: Ctx, meeting: MeetingTarget, applicationIds: readonly string[]): Promise<number> {
  const { meetingId, organiserId } = meeting;
  await ctx.tx.selectFrom('meeting').select('id').where('id', '=', meetingId).forUpdate().execute();
  await assertNoDraw(ctx, meetingId);
  const filing = await filingOf(ctx, organiserId, meeting.filingId);
  const plan = await planOf(ctx, meeting);
  const ready = await readyCases(ctx, organiserId);
  const { last } = await ctx.tx
    .selectFrom('meeting_case')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow();
  const wanted = [...new Set(applicationIds)].map((id) => ready.find(({ applicationId }) => applicationId === id));
  for (const [index, one] of wanted.entries()) {
    if (!one) throw new AppError('CASE_NOT_READY');
    if (!filing || scopeObstacle(filing, one) !== null) throw new AppError('FILING_OUT_OF_SCOPE');
    const reasons = await reasonsFor(ctx, plan, one);
    await ctx.tx
      .insertInto('meeting_case')
      .values({
        meeting_id: meetingId,
        application_id: one.applicationId,
        organiser_id: organiserId,
        applicant_person_id: one.applicantPersonId,
        unit_id: one.unitId,
        number: last + index + 1,
        level: one.level,
        specialty: one.specialtyName,
        packet_id: newSecretId(),
        defence_at: null,
        defence_room: null,
        defence: reasons.some(({ state }) => state === 'applies') ? 'waiting' : 'none',
      })
      .execute();
    for (const reason of reasons) {
      await ctx.tx
        .insertInto('defence_reason')
        .values({
          application_id: one.applicationId,
          organiser_id: organiserId,
          ...reason,
          named_by: null,
          at: ctx.businessNowOf(organiserId),
        })
        .execute();
    }
    await advance(ctx, one.applicationId, 'admit-to-meeting', {}, { data: { meetingId } });
  }
  await ctx.record({
    organiserId,
    subject: { noun: 'meeting', id: meetingId },
    data: { applications: [...applicationIds] },
  });
  return wanted.length;
}

/** Recusal is computed from the cases, so the list stands still once a draw is announced. */
async function assertNoDraw(ctx: Ctx, meetingId: string): Promise<void> {
  const open = await ctx.tx
    .selectFrom('draw')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('stage', 'not in', ['completed', 'abandoned'])
    .executeTakeFirst();
  if (open) throw new AppError('DRAW_OPEN');
}
