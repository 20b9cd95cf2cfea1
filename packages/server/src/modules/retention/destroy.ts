import { dueOn, sha256Hex } from '@zhiping/core';
import { sql } from 'kysely';
import { asPlatform, type Ctx } from '../../context.ts';
import { removeFile } from '../../files/store.ts';
import type { Installation } from '../../installation.ts';
import { periodsInForce } from './periods.ts';
import { PHASE_WORK, phaseOf } from './phases.ts';

export const DESTROY = 'retention.destroy';
export const CLEAR = 'retention.clear';
/** Things destroyed in one transaction, with one entry in the record. */
const PORTION = 500;
/** Files whose bytes leave the shelf in one transaction. */
const CLEARED_AT_ONCE = 100;

/**
 * One portion of an approved list. Each thing is judged again: what is held, asked about or used again meanwhile is spared. It
 * orders the next portion itself, so that it goes on where a stopped server left it.
 */
export async function destroyOn(ctx: Ctx, { id }: { readonly id?: unknown }): Promise<void> {
  const list = await ctx.tx
    .selectFrom('destruction_list as l')
    .innerJoin('destruction_round as r', 'r.id', 'l.round_id')
    .select(['l.id', 'l.class', 'l.state', 'l.destroyed', 'l.spared', 'l.after_item', 'r.today'])
    .where('l.id', '=', String(id))
    .forUpdate('l')
    .executeTakeFirst();
  if (list?.state !== 'approved') return;
  const items = await ctx.tx
    .selectFrom('destruction_item')
    .select('item_id as id')
    .where('list_id', '=', list.id)
    .where('state', '=', 'listed')
    .where('item_id', '>', list.after_item)
    .orderBy('item_id')
    .limit(PORTION)
    .execute();
  const ids = items.map((item) => item.id);
  const gone = ids.length === 0 ? [] : await destroyDue(ctx, list, ids);
  const [destroyed, spared] = [list.destroyed + BigInt(gone.length), list.spared + BigInt(ids.length - gone.length)];
  const done = ids.length < PORTION;
  await ctx.tx
    .updateTable('destruction_list')
    .set({
      destroyed,
      spared,
      after_item: ids.at(-1) ?? list.after_item,
      ...(done ? { state: 'done' as const, done_at: ctx.systemNow } : {}),
    })
    .where('id', '=', list.id)
    .execute();
  await ctx.record({
    organiserId: null,
    subject: { noun: 'destruction-list', id: list.id },
    data: {
      class: list.class,
      destroyed: gone.length,
      spared: ids.length - gone.length,
      hash: sha256Hex(gone.join('\n')),
      ...(done ? { total: Number(destroyed) } : {}),
    },
  });
  if (!done) await ctx.enqueue({ task: DESTROY, payload: { id: list.id }, key: `${DESTROY}:${list.id}` });
  if (gone.length > 0 && phaseOf(list.class) === 'file') {
    await ctx.enqueue({ task: CLEAR, payload: {}, key: CLEAR });
  }
}

type List = { readonly id: string; readonly class: Parameters<typeof phaseOf>[0]; readonly today: string };

/** Destroys what is still due of some things of a list; answers their ids in order. */
async function destroyDue(ctx: Ctx, list: List, ids: readonly string[]): Promise<readonly string[]> {
  // From here to the end of the transaction nobody places a hold, objects, asks, or takes a row out of the recycle bin.
  await sql`lock table retention_hold in share row exclusive mode`.execute(ctx.tx);
  await sql`lock table objection, privacy_request in share mode`.execute(ctx.tx);
  await sql`select from archive_row where id in (
    select row_id from archive_evidence where blob_id = any(${ids}::uuid[])) for update`.execute(ctx.tx);
  const work = PHASE_WORK[phaseOf(list.class)];
  const due = dueOn(await work.uses(ctx, ids), await periodsInForce(ctx), list.today);
  const gone = ids.filter((id) => due.has(id));
  if (gone.length > 0) await work.destroy(ctx, gone);
  await sql`update destruction_item set state = case when item_id = any(${gone}::uuid[]) then 'destroyed' else 'spared' end
    where list_id = ${list.id} and item_id = any(${ids}::uuid[])`.execute(ctx.tx);
  return gone;
}

/** Takes the bytes of some destroyed files off the shelf; the key is gone already, so they open for nobody. */
export async function clearOn(ctx: Ctx): Promise<void> {
  const cleared = await clearPortion(ctx);
  if (cleared === CLEARED_AT_ONCE) await ctx.enqueue({ task: CLEAR, payload: {}, key: CLEAR });
}

/** The same for all there are: the hourly round, where a job gave up because the store could not be reached. */
export async function clearDestroyed(installation: Installation): Promise<number> {
  let total = 0;
  for (;;) {
    const cleared = await asPlatform(installation, 'system.retention-clear', clearPortion);
    total += cleared;
    if (cleared < CLEARED_AT_ONCE) return total;
  }
}

async function clearPortion(ctx: Ctx): Promise<number> {
  const files = await ctx.tx
    .selectFrom('blob')
    .select('id')
    .where('destroyed_at', 'is not', null)
    .where('cleared_at', 'is', null)
    .orderBy('id')
    .limit(CLEARED_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  // Removing what is not there any more is nothing: a portion that is rolled back is done again.
  for (const { id } of files) await removeFile(ctx.installation, id);
  const ids = files.map(({ id }) => id);
  await sql`update blob set cleared_at = ${ctx.systemNow} where id = any(${ids}::uuid[])`.execute(ctx.tx);
  return ids.length;
}
