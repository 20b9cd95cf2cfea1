import type { CaseRow, DrawRow, MeetingView, SeatRow } from '@zhiping/contract';
import type { DrawTranscript } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { caseFacts, submittedPhotos } from '../../application/index.ts';
import { filingOf } from '../../pool/index.ts';
import { nameable } from '../defence-reasons.ts';
import { planOf } from '../plan.ts';
import type { MeetingTarget } from '../target.ts';

/** Everything of a meeting but its rounds; the route shows each caller what the table allows. */
export async function readMeeting(ctx: Ctx, meeting: MeetingTarget): Promise<Omit<MeetingView, 'rounds'>> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('meeting as m')
      .innerJoin('person as p', 'p.id', 'm.chair_person_id')
      .select(['m.title', 'm.venue', 'm.version', 'p.name as chairName'])
      .where('m.id', '=', meeting.meetingId)
      .executeTakeFirstOrThrow();
    const filing = await filingOf(ctx, meeting.organiserId, meeting.filingId);
    const today = dateInShanghai(ctx.businessNowOf(meeting.organiserId));
    const plan = await planOf(ctx, meeting);
    return {
      id: meeting.meetingId,
      organiserId: meeting.organiserId,
      title: row.title,
      stage: meeting.stage,
      heldOn: meeting.heldOn,
      venue: row.venue,
      members: meeting.members,
      blind: meeting.blind,
      planTitle: plan.title,
      filing: {
        name: filing?.name ?? '',
        number: filing?.number ?? '',
        validUntil: filing?.validUntil ?? meeting.heldOn,
        valid: filing !== null && filing.filedOn <= today && filing.validUntil >= today,
      },
      chairName: row.chairName,
      version: row.version,
      cases: await readCases(ctx, meeting.meetingId),
      nameable: plan.evaluation.flatMap(({ levels }) =>
        levels.flatMap((level) => nameable(plan, level).map((trigger) => ({ ...trigger, level }))),
      ),
      seats: await readSeats(ctx, meeting),
      draws: await readDraws(ctx, meeting.meetingId),
    };
  });
}

export async function readCases(ctx: Ctx, meetingId: string): Promise<CaseRow[]> {
  const rows = await ctx.tx
    .selectFrom('meeting_case as c')
    .selectAll('c')
    .select((eb) =>
      eb
        .selectFrom('recusal as r')
        .whereRef('r.packet_id', '=', 'c.packet_id')
        .select((count) => count.fn.countAll<bigint>().as('n'))
        .as('recusals'),
    )
    .where('c.meeting_id', '=', meetingId)
    .orderBy('c.number')
    .execute();
  const ids = rows.map((row) => row.application_id);
  const facts = await caseFacts(ctx, ids);
  const photos = await submittedPhotos(
    ctx,
    rows.filter(({ defence }) => defence !== 'none').map((row) => row.application_id),
  );
  const reasons = await ctx.tx
    .selectFrom('defence_reason')
    .select(['application_id', 'trigger', 'label', 'text', 'state', 'detail'])
    .where(sql<boolean>`application_id = any(${ids}::uuid[])`)
    .orderBy('label')
    .orderBy('trigger')
    .execute();
  return rows.map((row) => {
    const known = facts.find(({ applicationId }) => applicationId === row.application_id);
    return {
      applicationId: row.application_id,
      number: row.number,
      applicationNumber: known?.number ?? null,
      applicantName: known?.applicantName ?? '',
      unitName: known?.unitName ?? '',
      level: row.level,
      specialty: row.specialty,
      packetId: row.packet_id,
      defence: row.defence,
      defenceAt: row.defence_at,
      defenceRoom: row.defence_room,
      defenceReasons: reasons
        .filter(({ application_id: of }) => of === row.application_id)
        .map(({ application_id: _of, ...reason }) => reason),
      photoFileId: photos.get(row.application_id) ?? null,
      recusals: Number(row.recusals ?? 0),
    };
  });
}

async function readSeats(ctx: Ctx, meeting: MeetingTarget): Promise<SeatRow[]> {
  const rows = await ctx.tx
    .selectFrom('seat as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['s.id', 'p.name', 's.code', 's.person_id', 's.position', 's.state', 's.reason'])
    .where('s.meeting_id', '=', meeting.meetingId)
    .orderBy('s.position')
    .execute();
  return rows.map(({ person_id: personId, ...seat }) => ({ ...seat, chair: personId === meeting.chairPersonId }));
}

async function readDraws(ctx: Ctx, meetingId: string): Promise<DrawRow[]> {
  const rows = await ctx.tx
    .selectFrom('draw')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute();
  return rows.map((row) => {
    const transcript = row.transcript === null ? null : (JSON.parse(row.transcript) as DrawTranscript);
    return {
      id: row.id,
      number: row.number,
      stage: row.stage,
      announcedAt: row.announced_at,
      committedAt: row.committed_at,
      completedAt: row.completed_at,
      poolSize: row.input.pool.length,
      recused: row.input.recusals.length,
      members: row.input.rules.members,
      reserves: row.input.rules.reserves,
      employerCap: row.input.rules.employerCap,
      source: row.source,
      officeCommitment: row.office_commitment,
      supervisorCommitment: row.commitment?.supervisorCommitment ?? null,
      poolRoot: row.commitment?.poolRoot ?? null,
      rulesHash: row.commitment?.rulesHash ?? null,
      recusalRoot: row.commitment?.recusalRoot ?? null,
      seed: transcript?.seed ?? null,
      hash: transcript?.hash ?? null,
      memberCodes: [...(transcript?.members ?? [])],
      reserveCodes: [...(transcript?.reserves ?? [])],
    };
  });
}
