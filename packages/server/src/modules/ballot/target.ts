import type { TargetFacts, VoteRules } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { meetingTarget } from '../meeting/index.ts';
import type { RoundState } from './tables.ts';

export interface RoundTarget extends TargetFacts {
  readonly stage: RoundState;
  readonly roundId: string;
  readonly meetingId: string;
  readonly organiserId: string;
  readonly chairPersonId: string;
  readonly members: number;
  readonly number: number;
  readonly items: readonly string[];
  readonly rules: VoteRules;
  readonly expertPersonIds: readonly string[];
}

/** Facts of a round: experts are those with a seat in its meeting; who may vote, attendance decides. */
export async function roundTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<RoundTarget | null> {
  const row = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('ballot_round')
      .select(['id', 'meeting_id', 'state', 'members', 'number', 'items', 'rules'])
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  const meeting = row && (await meetingTarget(ctx, { id: row.meeting_id }));
  if (!row || !meeting) return null;
  return {
    stage: row.state,
    roundId: row.id,
    meetingId: row.meeting_id,
    organiserId: meeting.organiserId,
    chairPersonId: meeting.chairPersonId,
    members: row.members,
    number: row.number,
    items: row.items,
    rules: row.rules,
    expertPersonIds: meeting.expertPersonIds,
  };
}
