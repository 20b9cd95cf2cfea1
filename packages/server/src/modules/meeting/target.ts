import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import type { DrawStage, MeetingStage, SeatState } from './tables.ts';

export interface MeetingTarget extends TargetFacts {
  readonly stage: MeetingStage;
  readonly meetingId: string;
  readonly organiserId: string;
  readonly planPack: string;
  readonly planNumber: number;
  readonly filingId: string;
  readonly heldOn: string;
  readonly members: number;
  readonly chairPersonId: string;
  readonly blind: boolean;
  readonly expertPersonIds: readonly string[];
}

/**
 * Facts of a meeting. Everybody with a seat taken is an expert of it. Read as the platform, because the facts must be
 * complete before the table can decide.
 */
export function meetingTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<MeetingTarget | null> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const seats = await ctx.tx
      .selectFrom('seat')
      .select('person_id')
      .where('meeting_id', '=', id)
      .where('state', '=', 'accepted')
      .execute();
    return {
      stage: row.stage,
      meetingId: row.id,
      organiserId: row.organiser_id,
      planPack: row.plan_pack,
      planNumber: row.plan_number,
      filingId: row.filing_id,
      heldOn: row.held_on,
      members: row.members,
      chairPersonId: row.chair_person_id,
      blind: row.blind,
      expertPersonIds: seats.map(({ person_id }) => person_id),
    };
  });
}

export interface DrawTarget extends TargetFacts {
  readonly stage: DrawStage;
  readonly drawId: string;
  readonly meetingId: string;
  readonly organiserId: string;
}

export function drawTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<DrawTarget | null> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('draw')
      .select(['id', 'stage', 'meeting_id', 'organiser_id'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    return { stage: row.stage, drawId: row.id, meetingId: row.meeting_id, organiserId: row.organiser_id };
  });
}

export interface SeatTarget extends TargetFacts {
  readonly stage: SeatState;
  readonly seatId: string;
  readonly meetingId: string;
  readonly organiserId: string;
  readonly personId: string;
}

/** Facts of a seat: whoever it is for is its expert, invited or taken. */
export function seatTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<SeatTarget | null> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('seat')
      .select(['id', 'state', 'meeting_id', 'organiser_id', 'person_id'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    return {
      stage: row.state,
      seatId: row.id,
      meetingId: row.meeting_id,
      organiserId: row.organiser_id,
      personId: row.person_id,
      expertPersonIds: [row.person_id],
    };
  });
}
