import { AppError, type PacketContent } from '@zhiping/contract';
import { canonicalJson, leastCount, sha256Hex } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { newSecretId } from '../../../security/random.ts';
import { caseFacts } from '../../application/index.ts';
import {
  type MeetingTarget,
  packetCases,
  planOf,
  seatCounts,
  setMeetingStage,
  voteRulesOf,
} from '../../meeting/index.ts';
import { type Material, packetMaterial } from '../material.ts';
import { type Mark, redact } from '../redact.ts';

/**
 * Copies every case of a meeting into the experts' schema: redacted where the meeting is blind, files under new ids.
 * From here on nothing that happens to the application changes what experts read.
 */
export async function freezePackets(
  ctx: Ctx,
  meeting: MeetingTarget,
): Promise<{ readonly packets: number; readonly experts: number }> {
  return ctx.asPlatform(async () => {
    await setMeetingStage(ctx, meeting.meetingId, ['drawn'], 'reviewing');
    const seats = await seatCounts(ctx, meeting.meetingId);
    if (seats.invited > 0) throw new AppError('SEATS_OPEN');
    const plan = await planOf(ctx, meeting);
    if (seats.accepted < leastCount(meeting.members, voteRulesOf(plan).quorum)) throw new AppError('TOO_FEW_EXPERTS');
    const cases = await packetCases(ctx, meeting.meetingId);
    const facts = await caseFacts(
      ctx,
      cases.map(({ applicationId }) => applicationId),
    );
    const hashes: Record<string, string> = {};
    for (const one of cases) {
      const about = facts.find(({ applicationId }) => applicationId === one.applicationId);
      if (!about) throw new AppError('CASE_NOT_READY');
      const material = await packetMaterial(ctx, about, plan);
      const marks: Mark[] = meeting.blind
        ? [
            { text: about.applicantName, shown: '〔申报人〕' },
            { text: about.unitName, shown: '〔所在单位〕' },
          ]
        : [];
      const content = redact(material.content, marks);
      await copyPacket(ctx, { ...one, specialty: about.specialtyName }, content, material.files);
      hashes[one.packetId] = sha256Hex(canonicalJson(content));
    }
    await ctx.record({
      organiserId: meeting.organiserId,
      subject: { noun: 'meeting', id: meeting.meetingId },
      data: { packets: hashes, experts: seats.accepted },
    });
    return { packets: cases.length, experts: seats.accepted };
  });
}

async function copyPacket(
  ctx: Ctx,
  one: {
    readonly packetId: string;
    readonly meetingId: string;
    readonly number: number;
    readonly level: string;
    readonly specialty: string;
  },
  content: PacketContent,
  files: Material['files'],
): Promise<void> {
  await ctx.tx
    .insertInto('packet.packet')
    .values({
      id: one.packetId,
      meeting_id: one.meetingId,
      number: one.number,
      level: one.level,
      specialty: one.specialty,
      content: JSON.stringify(content),
    })
    .execute();
  if (files.length === 0) return;
  await ctx.tx
    .insertInto('packet.file')
    .values(
      files.map(({ blobId, mediaType }, index) => ({
        id: newSecretId(),
        packet_id: one.packetId,
        position: index + 1,
        // The name a device gave the file often holds the person's; a number says as much.
        name: `佐证${index + 1}`,
        media_type: mediaType,
        blob_id: blobId,
      })),
    )
    .execute();
}
