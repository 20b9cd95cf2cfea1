import type { Ctx } from '../../../context.ts';
import type { DefenceState, MeetingStage } from '../tables.ts';

/** A case as its packet knows it. Call it as the platform. */
export interface PacketCase {
  readonly packetId: string;
  readonly applicationId: string;
  readonly meetingId: string;
  readonly organiserId: string;
  readonly stage: MeetingStage;
  readonly number: number;
  readonly level: string;
  readonly applicantPersonId: string;
  readonly defence: DefenceState;
  readonly defenceAt: string | null;
  readonly defenceRoom: string | null;
  /** Seats taken, without those recused from this case. */
  readonly expertPersonIds: readonly string[];
  readonly recusedPersonIds: readonly string[];
}

export async function caseOfPacket(ctx: Ctx, packetId: string): Promise<PacketCase | null> {
  const row = await ctx.tx
    .selectFrom('meeting_case')
    .select('meeting_id')
    .where('packet_id', '=', packetId)
    .executeTakeFirst();
  if (!row) return null;
  return (await packetCases(ctx, row.meeting_id)).find((one) => one.packetId === packetId) ?? null;
}

/** All cases of a meeting with their experts, in order of their numbers. */
export async function packetCases(ctx: Ctx, meetingId: string): Promise<readonly PacketCase[]> {
  const cases = await ctx.tx
    .selectFrom('meeting_case as c')
    .innerJoin('meeting as m', 'm.id', 'c.meeting_id')
    .selectAll('c')
    .select('m.stage')
    .where('c.meeting_id', '=', meetingId)
    .orderBy('c.number')
    .execute();
  const seats = await ctx.tx
    .selectFrom('seat')
    .select('person_id')
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'accepted')
    .orderBy('position')
    .execute();
  const recusals = await ctx.tx
    .selectFrom('recusal')
    .select(['packet_id', 'person_id'])
    .where('meeting_id', '=', meetingId)
    .execute();
  return cases.map((row) => {
    const recused = recusals.filter((one) => one.packet_id === row.packet_id).map((one) => one.person_id);
    return {
      packetId: row.packet_id,
      applicationId: row.application_id,
      meetingId,
      organiserId: row.organiser_id,
      stage: row.stage,
      number: row.number,
      level: row.level,
      applicantPersonId: row.applicant_person_id,
      defence: row.defence,
      defenceAt: row.defence_at,
      defenceRoom: row.defence_room,
      expertPersonIds: seats
        .map(({ person_id }) => person_id)
        .filter((id) => !recused.includes(id) && id !== row.applicant_person_id),
      recusedPersonIds: recused,
    };
  });
}
