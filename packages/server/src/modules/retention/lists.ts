import { type AnswerOf, AppError, type DestructionList, type listDestructions } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { assertAnotherPerson } from '../delegation/index.ts';
import { DESTROY } from './destroy.ts';

export interface ListTarget extends TargetFacts {
  readonly list: {
    readonly id: string;
    readonly class: string;
    readonly hash: string | null;
    readonly begun_by: string;
    readonly begun_at: string;
  };
}

/** A list as the permission table sees it; one that is still being made is not there yet. */
export async function loadList(ctx: Ctx, { id }: { readonly id: string }): Promise<ListTarget | null> {
  const row = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('destruction_list as l')
      .innerJoin('destruction_round as r', 'r.id', 'l.round_id')
      .select(['l.id', 'l.class', 'l.state', 'l.hash', 'r.begun_by', 'r.begun_at'])
      .where('l.id', '=', id)
      .where('l.state', '<>', 'making')
      .executeTakeFirst(),
  );
  if (row === undefined) return null;
  const { state, ...list } = row;
  return { stage: state, list };
}

/** All lists, the latest first, with how the last search goes. Runs as the platform. */
export async function readLists(
  ctx: Ctx,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<AnswerOf<typeof listDestructions>> {
  const rows = await ctx.tx
    .selectFrom('destruction_list as l')
    .innerJoin('destruction_round as r', 'r.id', 'l.round_id')
    .innerJoin('person as p', 'p.id', 'r.begun_by')
    .leftJoin('person as d', 'd.id', 'l.decided_by')
    .selectAll('l')
    .select(['r.today', 'r.begun_by', 'r.begun_at', 'p.name as madeBy', 'd.name as decidedBy'])
    .where('l.state', '<>', 'making')
    .$if(after !== undefined, (query) => query.where('l.id', '<', after ?? ''))
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).flatMap((row): DestructionList[] => {
    if (row.state === 'making' || row.hash === null) return [];
    return [
      {
        id: row.id,
        class: row.class,
        months: row.months,
        state: row.state,
        items: Number(row.items),
        bytes: Number(row.bytes),
        oldest: row.oldest,
        newest: row.newest,
        hash: row.hash,
        judgedOn: row.today,
        madeBy: row.madeBy,
        madeAt: row.begun_at,
        decidedBy: row.decidedBy,
        decidedAt: row.decided_at,
        reason: row.decision_reason,
        destroyed: Number(row.destroyed),
        spared: Number(row.spared),
        doneAt: row.done_at,
        yours: row.begun_by === ctx.actor.personId,
      },
    ];
  });
  const round = await ctx.tx
    .selectFrom('destruction_round')
    .select(['begun_at as begunAt', 'ended_at as endedAt', 'looked'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const uncleared = await ctx.tx
    .selectFrom('blob')
    .select('id')
    .where('destroyed_at', 'is not', null)
    .where('cleared_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return {
    items,
    next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
    round: round === undefined ? null : { ...round, looked: Number(round.looked) },
    uncleared: uncleared !== undefined,
  };
}

/**
 * The second person agrees to exactly the list that was looked at, and a job destroys it. Runs as the platform.
 * @throws AppError `RETENTION_SAME_PERSON`, `DESTRUCTION_CHANGED`, `RETENTION_DECIDED`
 */
export async function approveList(ctx: Ctx, { list }: ListTarget, hash: string): Promise<void> {
  await assertAnotherPerson(ctx, list.begun_by, list.begun_at, 'RETENTION_SAME_PERSON');
  if (list.hash !== hash) throw new AppError('DESTRUCTION_CHANGED');
  await decide(ctx, list, 'approved', '');
  await ctx.enqueue({ task: DESTROY, payload: { id: list.id }, key: `${DESTROY}:${list.id}` });
}

/** Not agreed to, or taken back by whoever made it: everything stays. Runs as the platform. @throws AppError `RETENTION_DECIDED` */
export function declineList(ctx: Ctx, { list }: ListTarget, reason: string): Promise<void> {
  return decide(ctx, list, 'declined', reason);
}

async function decide(ctx: Ctx, list: ListTarget['list'], state: 'approved' | 'declined', reason: string) {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('destruction_list')
    .set({ state, decided_by: ctx.actor.personId, decided_at: ctx.systemNow, decision_reason: reason })
    .where('id', '=', list.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('RETENTION_DECIDED');
  await ctx.record({
    organiserId: null,
    subject: { noun: 'destruction-list', id: list.id },
    data: { class: list.class, state, hash: list.hash },
  });
}
