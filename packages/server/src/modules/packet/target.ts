import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { caseOfPacket } from '../meeting/index.ts';
import type { DefenceState, MeetingStage } from '../meeting/index.ts';

export interface PacketTarget extends TargetFacts {
  readonly stage: MeetingStage;
  readonly packetId: string;
  readonly meetingId: string;
  readonly organiserId: string;
  readonly defence: DefenceState;
  readonly defenceAt: string | null;
  readonly defenceRoom: string | null;
}

/** Facts of a packet: its experts are those with a seat who are not recused from this case, and nobody else is. */
export async function packetTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<PacketTarget | null> {
  const found = await ctx.asPlatform(() => caseOfPacket(ctx, id));
  if (!found) return null;
  return {
    stage: found.stage,
    packetId: id,
    meetingId: found.meetingId,
    organiserId: found.organiserId,
    applicantPersonId: found.applicantPersonId,
    expertPersonIds: found.expertPersonIds,
    recusedPersonIds: found.recusedPersonIds,
    defence: found.defence,
    defenceAt: found.defenceAt,
    defenceRoom: found.defenceRoom,
  };
}
