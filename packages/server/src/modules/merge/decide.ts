import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { seal, unwrapKey } from '../../security/columns.ts';
import { after } from '../../time/clocks.ts';
import { lockAccounts, readContacts, selvesOf } from '../account/index.ts';
import { obstaclesNow } from './effects.ts';
import { execute } from './execute.ts';
import { differenceOf } from './prove.ts';
import { type StoredMerge, stateOf } from './target.ts';
import { TELL } from './tell.ts';

/** So long an administrator may take; then the person asks again. */
const DECIDED_MS = 14 * 24 * 60 * 60_000;

/**
 * The person asks for what they saw. Both accounts are told where they are reached.
 * @throws AppError `MERGE_OVER`, `MERGE_BARRED`, `MERGE_OPEN`, `ACCOUNT_MERGED`
 */
export async function ask(ctx: Ctx, merge: StoredMerge, reason: string): Promise<StoredMerge> {
  return ctx.asPlatform(async () => {
    if (stateOf(ctx, merge) !== 'proved') throw new AppError('MERGE_OVER');
    await assertPossible(ctx, merge);
    await assertNoneOpen(ctx, merge);
    const asked = await ctx.tx
      .updateTable('account_merge')
      .set({ state: 'waiting', reason, asked_at: ctx.systemNow, expires_at: after(ctx.systemNow, DECIDED_MS) })
      .where('id', '=', merge.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await note(ctx, asked, {});
    await ctx.enqueue({ task: TELL, payload: { id: merge.id, step: 'asked' } });
    return asked;
  });
}

/** Takes a merge back before it comes about. Throws `MERGE_OVER`. */
export async function withdraw(ctx: Ctx, merge: StoredMerge): Promise<StoredMerge> {
  const state = stateOf(ctx, merge);
  if (state !== 'code' && state !== 'proved' && state !== 'waiting') throw new AppError('MERGE_OVER');
  return ctx.asPlatform(() => end(ctx, merge, { state: 'withdrawn' }));
}

/** The administrator does not agree. Throws `MERGE_OVER`, `NOT_FOR_ONESELF`. Runs as the platform. */
export async function refuse(ctx: Ctx, merge: StoredMerge, answer: string): Promise<StoredMerge> {
  await assertDecides(ctx, merge);
  return end(ctx, merge, { state: 'refused', answer });
}

/**
 * The administrator confirms: the accounts are joined at once and for good. Everything is asked anew, for much may have changed
 * since the person saw it. Runs as the platform.
 * @throws AppError `MERGE_OVER`, `NOT_FOR_ONESELF`, `ACCOUNT_MERGED`, `MERGE_BARRED`, `MERGE_DIFFERENT_NUMBER`, `MERGE_DIFFERENT_NAME`
 */
export async function approve(ctx: Ctx, merge: StoredMerge): Promise<StoredMerge> {
  await assertDecides(ctx, merge);
  const { id, into_person: into, from_person: from } = merge;
  await assertPossible(ctx, merge);
  const contacts = await sealedContacts(ctx, merge);
  const moved = await execute(ctx, from, into);
  const done = await end(ctx, merge, { state: 'done', contacts_sealed: contacts }, moved);
  await ctx.enqueue({ task: TELL, payload: { id, step: 'done' } });
  return done;
}

async function assertDecides(ctx: Ctx, merge: StoredMerge): Promise<void> {
  if (stateOf(ctx, merge) !== 'waiting') throw new AppError('MERGE_OVER');
  const selves = await selvesOf(ctx, ctx.actor.personId ?? '');
  if (selves.has(merge.into_person) || selves.has(merge.from_person)) throw new AppError('NOT_FOR_ONESELF');
}

/** Under the locks of both: neither is joined already, they are one person's, and nothing stands in the way. */
async function assertPossible(ctx: Ctx, { into_person: into, from_person: from }: StoredMerge): Promise<void> {
  await lockAccounts(ctx, into, from);
  const different = await differenceOf(ctx, into, from);
  if (different !== null) throw new AppError(different);
  const obstacles = await obstaclesNow(ctx, into, from);
  if (obstacles.length > 0) throw new AppError('MERGE_BARRED', { details: { obstacles } });
}

/** One merge at a time for each of the two, whichever side they are on. */
async function assertNoneOpen(ctx: Ctx, { id, into_person: into, from_person: from }: StoredMerge): Promise<void> {
  const both = [into, from];
  const waiting = await ctx.tx
    .selectFrom('account_merge')
    .selectAll()
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('into_person', 'in', both), eb('from_person', 'in', both)]))
    .where('id', '!=', id)
    .forUpdate()
    .execute();
  for (const one of waiting) {
    if (stateOf(ctx, one) === 'waiting') throw new AppError('MERGE_OPEN');
    await ctx.tx
      .updateTable('account_merge')
      .set({ state: 'lapsed', ended_at: ctx.systemNow })
      .where('id', '=', one.id)
      .execute();
  }
}

async function end(
  ctx: Ctx,
  merge: StoredMerge,
  change: Pick<StoredMerge, 'state'> & Partial<Pick<StoredMerge, 'answer' | 'contacts_sealed'>>,
  moved: Readonly<Record<string, number>> = {},
): Promise<StoredMerge> {
  const ended = await ctx.tx
    .updateTable('account_merge')
    .set({ ...change, ended_at: ctx.systemNow, ended_by: ctx.actor.personId })
    .where('id', '=', merge.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await note(ctx, ended, moved);
  return ended;
}

/** Where the account that goes is reached, for telling it afterwards; sealed with the key of the one that stays. */
async function sealedContacts(ctx: Ctx, { id, into_person: into, from_person: from }: StoredMerge): Promise<Buffer> {
  const { wrapped_key: wrapped } = await ctx.tx
    .selectFrom('person')
    .select('wrapped_key')
    .where('id', '=', into)
    .executeTakeFirstOrThrow();
  const key = unwrapKey(ctx.installation.keys, into, wrapped);
  const plain = Buffer.from(JSON.stringify(await readContacts(ctx, from)));
  return seal(key, plain, { table: 'account_merge', column: 'contacts', row: id });
}

async function note(ctx: Ctx, merge: StoredMerge, moved: Readonly<Record<string, number>>): Promise<void> {
  const { id, into_person: into, from_person: from, state } = merge;
  await ctx.record({ organiserId: null, subject: { noun: 'account-merge', id }, data: { into, from, state, moved } });
}
