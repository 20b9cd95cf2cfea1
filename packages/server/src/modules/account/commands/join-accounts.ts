import { AppError } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { MATCH_RESULTS } from '../../../jobs/tasks.ts';
import { reseal, unwrapKey } from '../../../security/columns.ts';
import { addRelation } from './create-person.ts';

/** Locks two people and their accounts to the end, in one order, whichever stays. Throws `ACCOUNT_MERGED`. Runs as the platform. */
export async function lockAccounts(ctx: Ctx, one: string, other: string): Promise<void> {
  const both = [one, other].toSorted((a, b) => (a < b ? -1 : 1));
  // Waits for what the two have under way; their next requests wait for us (`begin_request`).
  for (const id of both) await sql`select pg_advisory_xact_lock(person_lock(${id}))`.execute(ctx.tx);
  await ctx.tx.selectFrom('person').select('id').where('id', 'in', both).orderBy('id').forUpdate().execute();
  const accounts = await ctx.tx
    .selectFrom('account')
    .select('merged_into')
    .where('person_id', 'in', both)
    .orderBy('person_id')
    .forUpdate()
    .execute();
  if (accounts.some(({ merged_into: merged }) => merged !== null)) throw new AppError('ACCOUNT_MERGED');
}

/**
 * Ends one account for good in favour of another of the same person, after everything else went over: its posts, its
 * number where the other has none or an unchecked one, and contacts the other lacks. Nobody signs in with it any more.
 * Runs as the platform, under `lockAccounts`. Throws `ADMINISTRATORS_APART`.
 */
export async function joinAccounts(ctx: Ctx, from: string, into: string): Promise<void> {
  await handRelations(ctx, from, into);
  await handIdentity(ctx, from, into);
  await ctx.tx
    .updateTable('account')
    .set({ merged_into: into, merged_at: ctx.systemNow, failed_attempts: 0, locked_until: null })
    .where('person_id', '=', from)
    .execute();
  // Whoever is signed in as either signs in anew, so that what the posts ask for holds, e.g. the second factor.
  await ctx.tx.deleteFrom('session').where('person_id', 'in', [from, into]).execute();
}

async function handRelations(ctx: Ctx, from: string, into: string): Promise<void> {
  const held = await ctx.tx
    .updateTable('relation')
    .set({ ended_at: ctx.systemNow })
    .where('person_id', '=', from)
    .where('ended_at', 'is', null)
    .returning(['relation', 'subject_id', 'organiser_id'])
    .execute();
  for (const { relation, subject_id: subjectId, organiser_id: organiserId } of held) {
    await addRelation(ctx, into, { relation, subjectId, organiserId });
  }
}

async function handIdentity(ctx: Ctx, from: string, into: string): Promise<void> {
  const people = await ctx.tx.selectFrom('person').selectAll().where('id', 'in', [from, into]).execute();
  const [joined, stays] = [people.find(({ id }) => id === from), people.find(({ id }) => id === into)];
  if (!joined || !stays) throw new AppError('NOT_FOUND');
  const { keys } = ctx.installation;
  const [before, now] = [unwrapKey(keys, from, joined.wrapped_key), unwrapKey(keys, into, stays.wrapped_key)];
  const carried = (column: string, sealed: Buffer | null): Buffer | null => {
    const place = (row: string) => ({ table: 'person', column, row });
    return sealed === null ? null : reseal(before, now, sealed, place(from), place(into));
  };
  const takesNumber =
    joined.id_number_sealed !== null &&
    (stays.id_number_sealed === null || (stays.identity === 'stated' && joined.identity === 'confirmed'));
  // Before the other takes it: a checked number is one person's alone.
  await ctx.tx.updateTable('person').set(NOTHING).where('id', '=', from).execute();
  const taken = {
    ...(takesNumber
      ? {
          id_number_sealed: carried('id_number', joined.id_number_sealed),
          id_number_index: joined.id_number_index,
          id_number_stated: joined.id_number_stated,
          identity: joined.identity,
        }
      : {}),
    ...(stays.phone_sealed === null
      ? { phone_sealed: carried('phone', joined.phone_sealed), phone_index: joined.phone_index }
      : {}),
    ...(stays.email_sealed === null
      ? { email_sealed: carried('email', joined.email_sealed), email_index: joined.email_index }
      : {}),
  };
  if (Object.keys(taken).length > 0) await ctx.tx.updateTable('person').set(taken).where('id', '=', into).execute();
  if (takesNumber) await ctx.enqueue({ task: MATCH_RESULTS, payload: { personId: into } });
}

/** What is left of an account that was joined into another: a name, a key and the user name. */
const NOTHING = {
  id_number_sealed: null,
  id_number_index: null,
  id_number_stated: null,
  phone_sealed: null,
  phone_index: null,
  email_sealed: null,
  email_index: null,
};
