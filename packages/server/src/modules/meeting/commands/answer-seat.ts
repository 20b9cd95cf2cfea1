import { AppError, type answerSeat as contract } from '@zhiping/contract';
import { type DrawTranscript, substitute } from '@zhiping/core';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { meetingCaseFacts, sameName } from '../recusals.ts';
import type { SeatState } from '../tables.ts';
import type { SeatTarget } from '../target.ts';

type Input = z.output<typeof contract.body>;

/** An invited expert accepts with the discipline pledge, or declines and the next reserve is asked. */
export async function answerSeat(
  ctx: Ctx,
  seat: SeatTarget,
  input: Input,
): Promise<{ readonly state: SeatState; readonly recusedFrom: number }> {
  if (!input.accept) {
    await setSeat(ctx, seat, input.version, 'declined', input.reason);
    await callReserve(ctx, seat, 'seat.answer');
    return { state: 'declined', recusedFrom: 0 };
  }
  await setSeat(ctx, seat, input.version, 'accepted', null);
  const recusedFrom = await recuseFromNamed(ctx, seat, input.avoid);
  await ctx.record({
    organiserId: seat.organiserId,
    subject: { noun: 'seat', id: seat.seatId },
    data: { meetingId: seat.meetingId, accepted: true, recusedFrom },
  });
  return { state: 'accepted', recusedFrom };
}

/** An expert who took the seat leaves it by recusal; the next reserve is asked. */
export async function leaveSeat(
  ctx: Ctx,
  seat: SeatTarget,
  input: { readonly reason: string; readonly version: number },
): Promise<void> {
  await setSeat(ctx, seat, input.version, 'recused', input.reason);
  await callReserve(ctx, seat, 'seat.leave');
}

async function setSeat(
  ctx: Ctx,
  seat: SeatTarget,
  version: number,
  state: SeatState,
  reason: string | null,
): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('seat')
    .set({
      state,
      reason,
      answered_at: ctx.businessNow,
      pledged_at: state === 'accepted' ? ctx.businessNow : null,
      version: version + 1,
    })
    .where('id', '=', seat.seatId)
    .where('version', '=', version)
    .where('state', '=', seat.stage)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('SEAT_ANSWERED');
}

/**
 * What the expert wants to keep away from is compared with the cases here, so that the expert learns of no applicant
 * and the platform asks nobody to name one.
 */
async function recuseFromNamed(
  ctx: Ctx,
  seat: SeatTarget,
  avoid: readonly { readonly name: string; readonly reason: string }[],
): Promise<number> {
  if (avoid.length === 0) return 0;
  return ctx.asPlatform(async () => {
    const facts = await meetingCaseFacts(ctx, seat.meetingId);
    const hits = facts.flatMap((one) => {
      const hit = avoid.find(({ name }) => sameName(name, one.applicantName) || sameName(name, one.unitName));
      return hit ? [{ applicationId: one.applicationId, reason: hit.reason }] : [];
    });
    for (const { applicationId, reason } of hits) {
      const { packet_id: packetId } = await ctx.tx
        .selectFrom('meeting_case')
        .select('packet_id')
        .where('application_id', '=', applicationId)
        .executeTakeFirstOrThrow();
      await recuse(ctx, seat, packetId, reason);
    }
    return hits.length;
  });
}

/** Notes that an expert has nothing to do with one packet. */
export async function recuse(
  ctx: Ctx,
  seat: Pick<SeatTarget, 'meetingId' | 'organiserId' | 'personId'>,
  packetId: string,
  reason: string,
): Promise<void> {
  await ctx.tx
    .insertInto('recusal')
    .values({
      meeting_id: seat.meetingId,
      organiser_id: seat.organiserId,
      packet_id: packetId,
      person_id: seat.personId,
      kind: 'declared',
      reason,
      at: ctx.businessNow,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ctx.record({
    organiserId: seat.organiserId,
    action: 'packet.recuse',
    subject: { noun: 'packet', id: packetId },
    data: { meetingId: seat.meetingId, personId: seat.personId },
    personal: { of: seat.personId, values: { reason } },
  });
}

/** Asks the next in the drawn order who fits; the record shows who went and who came, or that nobody was left. */
async function callReserve(ctx: Ctx, seat: SeatTarget, action: 'seat.answer' | 'seat.leave'): Promise<void> {
  const incoming = await ctx.asPlatform(async () => {
    await ctx.tx.selectFrom('meeting').select('id').where('id', '=', seat.meetingId).forUpdate().execute();
    const draw = await ctx.tx
      .selectFrom('draw')
      .select('transcript')
      .where('meeting_id', '=', seat.meetingId)
      .where('stage', '=', 'completed')
      .orderBy('completed_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const seats = await ctx.tx
      .selectFrom('seat')
      .select(['id', 'code', 'state'])
      .where('meeting_id', '=', seat.meetingId)
      .orderBy('position')
      .execute();
    const own = seats.find(({ id }) => id === seat.seatId);
    // The chair is named by the filing; nobody is drawn for that seat.
    if (!draw?.transcript || !own?.code) return null;
    const transcript = JSON.parse(draw.transcript) as DrawTranscript;
    const inState = (...states: readonly SeatState[]) =>
      seats.flatMap(({ code, state }) => (code !== null && states.includes(state) ? [code] : []));
    const { substitutions } = substitute(
      { ...transcript, members: [...inState('invited', 'accepted'), own.code], reserves: inState('reserve') },
      [own.code],
    );
    const code = substitutions[0]?.in ?? null;
    if (code !== null) {
      await ctx.tx
        .updateTable('seat')
        .set({ state: 'invited' })
        .where('meeting_id', '=', seat.meetingId)
        .where('code', '=', code)
        .execute();
    }
    return { out: own.code, in: code };
  });
  await ctx.record({
    organiserId: seat.organiserId,
    action,
    subject: { noun: 'seat', id: seat.seatId },
    data: { meetingId: seat.meetingId, accepted: false, substitution: incoming },
  });
}
