import { AppError } from '@zhiping/contract';
import {
  canonicalJson,
  commitDraw as commit,
  commitSecret,
  completeDraw as complete,
  type DrawTranscript,
} from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { DrawTarget } from '../target.ts';

/** The supervisor commits too: from here on the draw is fixed, published, and can only be completed or abandoned. */
export async function commitDraw(ctx: Ctx, draw: DrawTarget, supervisorCommitment: string) {
  const row = await lockDraw(ctx, draw);
  const commitment = commit(row.input, {
    number: row.number,
    officeCommitment: row.office_commitment,
    supervisorCommitment,
    publicSource: row.source,
  });
  await ctx.tx
    .updateTable('draw')
    .set({ stage: 'committed', commitment: JSON.stringify(commitment), committed_at: ctx.businessNow })
    .where('id', '=', draw.drawId)
    .execute();
  return ctx.record({
    organiserId: draw.organiserId,
    subject: { noun: 'draw', id: draw.drawId },
    data: { commitment: { ...commitment } },
  });
}

/** The office shows its secret; a wrong one is refused, so nobody can stop a draw by a slip. */
export async function revealDraw(ctx: Ctx, draw: DrawTarget, secret: string) {
  const row = await lockDraw(ctx, draw);
  if (commitSecret(row.number, 'office', secret) !== row.office_commitment) throw new AppError('DRAW_REVEAL_WRONG');
  await ctx.tx
    .updateTable('draw')
    .set({ stage: 'revealed', office_secret: secret })
    .where('id', '=', draw.drawId)
    .execute();
  return ctx.record({
    organiserId: draw.organiserId,
    subject: { noun: 'draw', id: draw.drawId },
    data: { officeSecret: secret },
  });
}

/**
 * The supervisor enters the public value and shows the second secret; the order follows. A draw that finds too few is
 * completed and published like any other, and the meeting goes on waiting for another one.
 */
export async function completeDraw(
  ctx: Ctx,
  draw: DrawTarget,
  reveal: { readonly publicValue: string; readonly secret: string },
): Promise<{ readonly members: number; readonly reserves: number; readonly hash: string }> {
  const row = await lockDraw(ctx, draw);
  if (row.commitment === null || row.office_secret === null) throw new AppError('STALE');
  const transcript = tryComplete(row, reveal);
  await ctx.tx
    .updateTable('draw')
    .set({ stage: 'completed', transcript: canonicalJson(transcript), completed_at: ctx.businessNow })
    .where('id', '=', draw.drawId)
    .execute();
  if (transcript.short === 0) await ctx.asPlatform(() => makeSeats(ctx, draw, transcript));
  await ctx.record({
    organiserId: draw.organiserId,
    subject: { noun: 'draw', id: draw.drawId },
    data: { number: row.number, seed: transcript.seed, hash: transcript.hash, short: transcript.short },
  });
  return { members: transcript.members.length, reserves: transcript.reserves.length, hash: transcript.hash };
}

/** A draw that cannot be completed ends in the open; the number is used up. */
export async function abandonDraw(ctx: Ctx, draw: DrawTarget, reason: string) {
  const row = await lockDraw(ctx, draw);
  await ctx.tx
    .updateTable('draw')
    .set({ stage: 'abandoned', abandoned_reason: reason })
    .where('id', '=', draw.drawId)
    .execute();
  return ctx.record({
    organiserId: draw.organiserId,
    subject: { noun: 'draw', id: draw.drawId },
    data: { number: row.number, reason },
  });
}

/** The row under lock, in the stage the permission was decided for. */
async function lockDraw(ctx: Ctx, draw: DrawTarget) {
  const row = await ctx.tx
    .selectFrom('draw')
    .selectAll()
    .where('id', '=', draw.drawId)
    .where('stage', '=', draw.stage)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('STALE');
  return row;
}

function tryComplete(
  row: Awaited<ReturnType<typeof lockDraw>>,
  reveal: { readonly publicValue: string; readonly secret: string },
): DrawTranscript {
  if (row.commitment === null) throw new AppError('STALE');
  try {
    return complete(row.input, row.commitment, {
      publicValue: reveal.publicValue,
      officeSecret: row.office_secret ?? '',
      supervisorSecret: reveal.secret,
    });
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('DRAW_REVEAL_WRONG', { cause: error });
    throw error;
  }
}

/** Seats: the chair first, then the members as invited, then the reserves, in the drawn order. */
async function makeSeats(ctx: Ctx, draw: DrawTarget, transcript: DrawTranscript): Promise<void> {
  const codes = await ctx.tx
    .selectFrom('draw_code')
    .select(['code', 'person_id'])
    .where('draw_id', '=', draw.drawId)
    .execute();
  const personOf = new Map(codes.map(({ code, person_id }) => [code, person_id]));
  const meeting = await ctx.tx
    .selectFrom('meeting')
    .select('chair_person_id')
    .where('id', '=', draw.meetingId)
    .executeTakeFirstOrThrow();
  const drawn = [
    { personId: meeting.chair_person_id, code: null, state: 'invited' as const },
    ...transcript.members.map((code) => ({ personId: personOf.get(code) ?? '', code, state: 'invited' as const })),
    ...transcript.reserves.map((code) => ({ personId: personOf.get(code) ?? '', code, state: 'reserve' as const })),
  ];
  await ctx.tx
    .insertInto('seat')
    .values(
      drawn.map(({ personId, code, state }, position) => ({
        id: ctx.newId(),
        meeting_id: draw.meetingId,
        organiser_id: draw.organiserId,
        person_id: personId,
        code,
        position,
        state,
        reason: null,
        pledged_at: null,
        answered_at: null,
      })),
    )
    .execute();
  await ctx.tx.updateTable('meeting').set({ stage: 'drawn' }).where('id', '=', draw.meetingId).execute();
}
