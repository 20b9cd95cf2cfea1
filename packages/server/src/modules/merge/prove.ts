import { AppError, type ErrorCode } from '@zhiping/contract';
import { type Identified, type Sameness, sameness } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import type { ProvedIdentity } from '../../security/provider.ts';
import { after } from '../../time/clocks.ts';
import { factorOf, type From, proveCode, provePassword } from '../account/index.ts';
import { formerNamesOf } from '../privacy/index.ts';
import { type StoredMerge, stateOf } from './target.ts';

/** Between proving the other account and asking for the merge. */
const PROVED_MS = 30 * 60_000;

/**
 * Begins a merge with the account whose name and password these are. Wrong ones count as at signing in. Refusals are returned,
 * so that they do: `MERGE_PROOF_FAILED`, `ACCOUNT_LOCKED`, `ACCOUNT_MERGED`, `TOO_MANY`, and those of `begin`.
 */
export async function beginByPassword(
  ctx: Ctx,
  into: string,
  given: { readonly username: string; readonly password: string },
  from: From,
): Promise<StoredMerge | AppError> {
  const proved = await provePassword(ctx, given.username, given.password, from);
  if (!(proved instanceof AppError)) return begin(ctx, into, proved, 'password');
  return proved.code === 'LOGIN_FAILED' ? new AppError('MERGE_PROOF_FAILED') : proved;
}

/** The same with the account an identity of the provider is linked to. */
export async function beginBySignOn(ctx: Ctx, into: string, proved: ProvedIdentity): Promise<StoredMerge | AppError> {
  const link = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('identity_link')
      .select('person_id')
      .where('issuer', '=', proved.issuer)
      .where('subject', '=', proved.subject)
      .executeTakeFirst(),
  );
  return link === undefined ? new AppError('MERGE_SIGN_ON_UNKNOWN') : begin(ctx, into, link.person_id, 'sign-on');
}

/**
 * Keeps that the caller holds the first factor of another account: the second is asked for where it is on.
 * Refuses with `MERGE_SAME_ACCOUNT` and, once all is proved, with those of `assertOnePerson`.
 */
function begin(ctx: Ctx, into: string, from: string, way: StoredMerge['way']): Promise<StoredMerge | AppError> {
  return ctx.asPlatform(async () => {
    if (into === from) return new AppError('MERGE_SAME_ACCOUNT');
    const factor = await factorOf(ctx, from);
    const state = factor?.confirmed_at ? 'code' : 'proved';
    if (state === 'proved') {
      const refused = await differenceOf(ctx, into, from);
      if (refused !== null) return new AppError(refused);
    }
    await ctx.tx
      .updateTable('account_merge')
      .set({ state: 'lapsed', ended_at: ctx.systemNow })
      .where('into_person', '=', into)
      .where('state', 'in', ['code', 'proved'])
      .execute();
    const merge = await ctx.tx
      .insertInto('account_merge')
      .values({
        id: ctx.newId(),
        into_person: into,
        from_person: from,
        way,
        state,
        created_at: ctx.systemNow,
        expires_at: after(ctx.systemNow, PROVED_MS),
        asked_at: null,
        ended_at: null,
        ended_by: null,
        contacts_sealed: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await note(ctx, merge, state);
    return merge;
  });
}

/** The second factor of the other account; a wrong one counts as at signing in. Refusals are returned: `CODE_WRONG`, `ACCOUNT_LOCKED`, `MERGE_OVER`. */
export function giveCode(ctx: Ctx, merge: StoredMerge, code: string, from: From): Promise<StoredMerge | AppError> {
  return ctx.asPlatform(async () => {
    if (stateOf(ctx, merge) !== 'code') return new AppError('MERGE_OVER');
    const wrong = await proveCode(ctx, merge.from_person, code, merge.way, from);
    if (wrong !== null) return wrong;
    const refused = await differenceOf(ctx, merge.into_person, merge.from_person);
    const state = refused === null ? 'proved' : 'lapsed';
    const proved = await ctx.tx
      .updateTable('account_merge')
      .set({ state, ended_at: refused === null ? null : ctx.systemNow })
      .where('id', '=', merge.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await note(ctx, proved, state);
    return refused === null ? proved : new AppError(refused);
  });
}

/** On what two accounts agree about who stands behind them. Runs as the platform. */
export async function samenessOf(ctx: Ctx, one: string, other: string): Promise<Sameness> {
  return sameness(await identifiedOf(ctx, one), await identifiedOf(ctx, other));
}

/** Why two accounts cannot be one person's; null where they can. Runs as the platform. */
export async function differenceOf(ctx: Ctx, one: string, other: string): Promise<ErrorCode | null> {
  const found = await samenessOf(ctx, one, other);
  if (found.same) return null;
  return found.differs === 'number' ? 'MERGE_DIFFERENT_NUMBER' : 'MERGE_DIFFERENT_NAME';
}

async function identifiedOf(ctx: Ctx, personId: string): Promise<Identified> {
  const person = await ctx.tx
    .selectFrom('person')
    .select(['name', 'id_number_index', 'id_number_stated'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const index = person.id_number_index ?? person.id_number_stated;
  return {
    name: person.name,
    formerNames: await formerNamesOf(ctx, personId),
    number: index === null ? null : index.toString('hex'),
  };
}

async function note(ctx: Ctx, merge: StoredMerge, step: string): Promise<void> {
  const { id, into_person: into, from_person: from, way } = merge;
  await ctx.record({ organiserId: null, subject: { noun: 'account-merge', id }, data: { into, from, way, step } });
}
