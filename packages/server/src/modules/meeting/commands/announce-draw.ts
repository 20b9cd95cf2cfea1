import { AppError, type announceDraw as contract } from '@zhiping/contract';
import { assertInput, type DrawInput, type DrawRules } from '@zhiping/core';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import type { MeetingTarget } from '../target.ts';
import { assertDrawable, codePool, drawGround } from './prepare-draw.ts';

/** Number of the organiser's next draw, e.g. `2024-003`. Numbers are never used again. */
export async function nextDrawNumber(ctx: Ctx, meeting: MeetingTarget): Promise<string> {
  const year = dateInShanghai(ctx.businessNow).slice(0, 4);
  const { count } = await ctx.tx
    .selectFrom('draw')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('organiser_id', '=', meeting.organiserId)
    .where('number', 'like', `${year}-%`)
    .executeTakeFirstOrThrow();
  return `${year}-${String(Number(count) + 1).padStart(3, '0')}`;
}

/** First step of a draw: pool, rules and recusals are fixed under codes, and the office commits to its secret. */
export async function announceDraw(
  ctx: Ctx,
  meeting: MeetingTarget,
  input: z.output<typeof contract.body>,
): Promise<{ readonly id: string; readonly number: string }> {
  const { meetingId, organiserId } = meeting;
  await ctx.tx.selectFrom('meeting').select('id').where('id', '=', meetingId).forUpdate().execute();
  const number = await nextDrawNumber(ctx, meeting);
  if (number !== input.number) throw new AppError('DRAW_NUMBER_STALE');
  const ground = await drawGround(ctx, meeting);
  assertDrawable(meeting, ground, dateInShanghai(ctx.businessNow));
  const rules: DrawRules = {
    members: meeting.members - 1,
    reserves: input.reserves,
    heldOn: meeting.heldOn,
    levels: ground.levels,
    quotas: input.quotas,
    employerCap: input.employerCap,
  };
  const { entries, codes } = codePool(ground.pool);
  const drawInput: DrawInput = {
    pool: entries,
    rules,
    recusals: ground.recused
      .map(({ member, kinds }) => ({ code: codes.get(member.personId)?.code ?? '', kinds }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  };
  assertRules(drawInput);
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('draw')
    .values({
      id,
      organiser_id: organiserId,
      meeting_id: meetingId,
      number,
      stage: 'announced',
      input: JSON.stringify(drawInput),
      office_commitment: input.officeCommitment,
      source: JSON.stringify(input.source),
      commitment: null,
      office_secret: null,
      abandoned_reason: null,
      transcript: null,
      announced_at: ctx.businessNow,
      committed_at: null,
      completed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new AppError('DRAW_OPEN');
  await ctx.tx
    .insertInto('draw_code')
    .values(
      [...codes].map(([personId, { code, salt }]) => ({
        draw_id: id,
        organiser_id: organiserId,
        code,
        person_id: personId,
        salt,
      })),
    )
    .execute();
  await ctx.record({
    organiserId,
    subject: { noun: 'draw', id },
    data: { number, meetingId, officeCommitment: input.officeCommitment, source: input.source, pool: entries.length },
  });
  return { id, number };
}

function assertRules(input: DrawInput): void {
  try {
    assertInput(input);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new AppError('INVALID', { fields: [{ path: 'quotas', message: '名额规则互相矛盾' }], cause: error });
    }
    throw error;
  }
}
