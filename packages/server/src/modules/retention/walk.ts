import { AppError } from '@zhiping/contract';
import { dateAt, dueOn, isListed, type ListedClass, type Periods } from '@zhiping/core';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { periodsInForce } from './periods.ts';
import { PHASE_WORK, PHASES, START } from './phases.ts';
import type { RetentionTables } from './tables.ts';

export const WALK = 'retention.walk';
/** Things judged in one transaction. */
const PORTION = 1000;
type Round = Selectable<RetentionTables['destruction_round']>;

/**
 * Begins to look for everything whose period is over today; a job walks through it in portions and makes a list for each
 * class. Nothing is destroyed by it. Runs as the platform.
 * @throws AppError `DESTRUCTION_OPEN` while an earlier search or its lists are not done
 */
export async function beginRound(ctx: Ctx): Promise<string> {
  const open = await ctx.tx
    .selectFrom('destruction_list')
    .select('id')
    .where('state', 'in', ['making', 'proposed', 'approved'])
    .limit(1)
    .executeTakeFirst();
  if (open) throw new AppError('DESTRUCTION_OPEN');
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('destruction_round')
    .values({
      id,
      begun_by: ctx.actor.personId ?? '',
      begun_at: ctx.systemNow,
      today: dateAt(ctx.businessNow),
      phase: PHASES[0],
      after_owner: START.owner,
      after_id: START.id,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('DESTRUCTION_OPEN');
  await ctx.enqueue({ task: WALK, payload: { id }, key: `${WALK}:${id}` });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'destruction', id },
    data: { today: dateAt(ctx.businessNow) },
  });
  return id;
}

/** One portion of a search; it orders the next one itself, so that it goes on where a stopped server left it. */
export async function walkOn(ctx: Ctx, { id }: { readonly id?: unknown }): Promise<void> {
  const round = await ctx.tx
    .selectFrom('destruction_round')
    .selectAll()
    .where('id', '=', String(id))
    .forUpdate()
    .executeTakeFirst();
  if (!round || round.phase === null) return;
  const work = PHASE_WORK[round.phase];
  const found = await work.next(ctx, { owner: round.after_owner, id: round.after_id }, PORTION);
  if (found.length > 0)
    await listDue(
      ctx,
      round,
      await work.uses(
        ctx,
        found.map((place) => place.id),
      ),
    );
  const last = found.at(-1);
  const done = last === undefined || found.length < PORTION;
  const phase = done ? (PHASES[PHASES.indexOf(round.phase) + 1] ?? null) : round.phase;
  const place = done ? START : last;
  await ctx.tx
    .updateTable('destruction_round')
    .set({
      phase,
      after_owner: place.owner,
      after_id: place.id,
      looked: round.looked + BigInt(found.length),
      ended_at: phase === null ? ctx.systemNow : null,
    })
    .where('id', '=', round.id)
    .execute();
  if (phase === null) await closeLists(ctx, round);
  else await ctx.enqueue({ task: WALK, payload: { id: round.id }, key: `${WALK}:${round.id}` });
}

/** Puts what is due of a portion onto the list of its class. */
async function listDue(ctx: Ctx, round: Round, documents: Parameters<typeof dueOn>[0]): Promise<void> {
  const periods = await periodsInForce(ctx);
  const due = [...dueOn(documents, periods, round.today)].flatMap(([id, { of, since }]) =>
    isListed(of) ? [{ id, of, since }] : [],
  );
  for (const [of, items] of Map.groupBy(due, ({ of: one }) => one)) {
    const listId = await listOf(ctx, round, of, periods);
    await sql`insert into destruction_item (list_id, item_id, since)
      select ${listId}::uuid, * from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ since }) => since)}::date[])
      on conflict do nothing`.execute(ctx.tx);
  }
}

async function listOf(ctx: Ctx, round: Round, of: ListedClass, periods: Periods): Promise<string> {
  const months = periods[of];
  if (months === null) throw new Error(`${of} is kept for ever and cannot be due`);
  await ctx.tx
    .insertInto('destruction_list')
    .values({
      id: ctx.newId(),
      round_id: round.id,
      class: of,
      months,
      state: 'making',
      oldest: null,
      newest: null,
      hash: null,
      decided_by: null,
      decided_at: null,
      done_at: null,
    })
    .onConflict((conflict) => conflict.columns(['round_id', 'class']).doNothing())
    .execute();
  const { id } = await ctx.tx
    .selectFrom('destruction_list')
    .select('id')
    .where('round_id', '=', round.id)
    .where('class', '=', of)
    .executeTakeFirstOrThrow();
  return id;
}

/** Everything has been seen: each list gets its counts and the hash of its ids, and waits for the second person. */
async function closeLists(ctx: Ctx, round: Round): Promise<void> {
  const lists = await ctx.tx
    .selectFrom('destruction_list')
    .select(['id', 'class', 'months'])
    .where('round_id', '=', round.id)
    .orderBy('class')
    .execute();
  for (const list of lists) {
    const { rows } = await sql<{ items: bigint; bytes: bigint; oldest: string; newest: string; hash: string }>`
      select count(*) as items, coalesce(sum(b.bytes), 0)::bigint as bytes, min(i.since) as oldest, max(i.since) as newest,
        encode(sha256(convert_to(string_agg(i.item_id::text, E'\n' order by i.item_id), 'UTF8')), 'hex') as hash
      from destruction_item i left join blob b on b.id = i.item_id where i.list_id = ${list.id}`.execute(ctx.tx);
    const [sums] = rows;
    if (sums === undefined) continue;
    await ctx.tx
      .updateTable('destruction_list')
      .set({ ...sums, state: 'proposed' })
      .where('id', '=', list.id)
      .execute();
    await ctx.record({
      organiserId: null,
      subject: { noun: 'destruction-list', id: list.id },
      data: { class: list.class, months: list.months, items: Number(sums.items), hash: sums.hash },
    });
  }
}
