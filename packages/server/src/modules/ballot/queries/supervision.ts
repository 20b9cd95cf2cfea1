import type { Supervision } from '@zhiping/contract';
import { FIRST_LINK } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { makeCheckpoint } from '../../../record/checkpoint.ts';

/** What a supervisor looks at first: the head of the record to keep, draws with repeated ones marked, counts. */
export async function readSupervision(ctx: Ctx, organiserId: string): Promise<Supervision> {
  const draws = await ctx.tx
    .selectFrom('draw as d')
    .innerJoin('meeting as m', 'm.id', 'd.meeting_id')
    .select(['d.id', 'd.number', 'd.stage', 'd.meeting_id', 'm.title as meetingTitle', 'd.announced_at as announcedAt'])
    .where('d.organiser_id', '=', organiserId)
    .orderBy('d.number', 'desc')
    .execute();
  const rounds = await ctx.tx
    .selectFrom('ballot_round as r')
    .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
    .select(['r.id', 'm.title as meetingTitle', 'r.number', 'r.state', 'r.present', 'r.members', 'r.result'])
    .where('r.organiser_id', '=', organiserId)
    .orderBy('r.id', 'desc')
    .execute();
  return {
    record: await readHead(ctx),
    draws: draws.map(({ meeting_id: meetingId, ...draw }) => ({
      ...draw,
      repeated: draws.filter((other) => other.meeting_id === meetingId).length > 1,
    })),
    rounds: rounds.map(({ result, ...round }) => ({
      ...round,
      passed: result?.filter(({ passed }) => passed).length ?? 0,
      notPassed: result?.filter(({ passed }) => !passed).length ?? 0,
    })),
  };
}

/** Size, link and signed checkpoint of the record; whoever keeps the checkpoint can show any later alteration. */
async function readHead(ctx: Ctx): Promise<Supervision['record']> {
  const last = await ctx.tx
    .selectFrom('record_entry')
    .select(['seq', 'link'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { pending } = await ctx.tx
    .selectFrom('record_pending')
    .select((eb) => eb.fn.countAll<bigint>().as('pending'))
    .executeTakeFirstOrThrow();
  const size = last ? Number(last.seq) + 1 : 0;
  return {
    size,
    link: last?.link ?? FIRST_LINK,
    pending: Number(pending),
    checkpoint: await makeCheckpoint(ctx),
  };
}
