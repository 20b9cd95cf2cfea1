import { AppError } from '@zhiping/contract';
import { asPlatform, type Ctx } from '../../../context.ts';
import { hashToken } from '../../../http/session-cookie.ts';
import type { Installation } from '../../../installation.ts';
import { type Attempt, beginAttempt, finishAttempt, type ProvedIdentity } from '../../../security/provider.ts';
import { secretText } from '../../../security/random.ts';
import type { SignOnSettings } from '../../../start/settings.ts';
import { after, systemNow } from '../../../time/clocks.ts';
import { readMe } from '../queries/read-me.ts';
import { enter, type From, type OpenedSession } from './open-session.ts';

const ATTEMPT_MS = 10 * 60_000;

const bytesOf = (secret: string): Buffer => Buffer.from(hashToken(secret), 'hex');
const redirectUriOf = (installation: Installation): string => `${installation.settings.publicUrl}/sign-on`;

function signOnOf(installation: Installation): SignOnSettings {
  if (installation.settings.signOn === null) throw new AppError('NOT_FOUND');
  return installation.settings.signOn;
}

/** Asks the provider where to send the browser; outside any transaction. */
export function prepareAttempt(installation: Installation): Promise<Attempt & { readonly address: string }> {
  return beginAttempt(signOnOf(installation), redirectUriOf(installation));
}

/** Keeps an attempt under a secret only this browser has. Answers where to go and the secret. */
export async function keepAttempt(
  ctx: Ctx,
  { address, state, nonce, verifier }: Attempt & { readonly address: string },
): Promise<{ address: string; proof: string }> {
  const proof = secretText();
  await ctx.asPlatform(async () => {
    await ctx.tx.deleteFrom('sign_on_attempt').where('expires_at', '<', ctx.systemNow).execute();
    await ctx.tx.deleteFrom('sign_on_pending').where('expires_at', '<', ctx.systemNow).execute();
    await ctx.tx
      .insertInto('sign_on_attempt')
      .values({
        state_hash: bytesOf(state),
        proof_hash: bytesOf(proof),
        nonce,
        verifier,
        created_at: ctx.systemNow,
        expires_at: after(ctx.systemNow, ATTEMPT_MS),
      })
      .execute();
  });
  return { address, proof };
}

/** Takes the attempt up, once, in the browser that began it, and exchanges the code; outside any transaction. Throws `SIGN_ON_FAILED`. */
export async function prepareAnswer(
  installation: Installation,
  { proof, query }: { readonly proof: string; readonly query: string },
): Promise<ProvedIdentity> {
  const settings = signOnOf(installation);
  const state = new URLSearchParams(query).get('state') ?? '';
  const kept = await asPlatform(installation, 'session.open', ({ tx }) =>
    tx
      .deleteFrom('sign_on_attempt')
      .where('state_hash', '=', bytesOf(state))
      .where('proof_hash', '=', bytesOf(proof))
      .where('expires_at', '>', systemNow())
      .returning(['nonce', 'verifier'])
      .executeTakeFirst(),
  );
  if (!kept) throw new AppError('SIGN_ON_FAILED');
  return finishAttempt(settings, redirectUriOf(installation), query, { state, ...kept });
}

/**
 * Signs in whoever the proved identity is linked to. Somebody signed in links it to the own account instead. Answers
 * `SIGN_ON_UNKNOWN` with a token to link it after signing in otherwise.
 */
export function enterBySignOn(
  ctx: Ctx,
  proved: ProvedIdentity,
  from: From,
): Promise<OpenedSession | AppError | 'linked'> {
  const self = ctx.actor.personId;
  return ctx.asPlatform(async () => {
    const link = await ctx.tx
      .selectFrom('identity_link')
      .select('person_id')
      .where('issuer', '=', proved.issuer)
      .where('subject', '=', proved.subject)
      .executeTakeFirst();
    if (self !== null) {
      if (link && link.person_id !== self) return new AppError('SIGN_ON_TAKEN');
      if (!link) await keepLink(ctx, self, proved);
      return 'linked';
    }
    if (link) return enter(ctx, link.person_id, 'sign-on', from);
    const pending = secretText();
    await ctx.tx
      .insertInto('sign_on_pending')
      .values({
        token_hash: bytesOf(pending),
        ...proved,
        created_at: ctx.systemNow,
        expires_at: after(ctx.systemNow, ATTEMPT_MS),
      })
      .execute();
    return new AppError('SIGN_ON_UNKNOWN', { details: { pending } });
  });
}

/** Links the identity of an attempt that found no account. Throws `SIGN_ON_FAILED`, `SIGN_ON_TAKEN`. */
export async function linkPending(ctx: Ctx, personId: string, pending: string): Promise<void> {
  await ctx.asPlatform(async () => {
    const proved = await ctx.tx
      .deleteFrom('sign_on_pending')
      .where('token_hash', '=', bytesOf(pending))
      .where('expires_at', '>', ctx.systemNow)
      .returning(['issuer', 'subject'])
      .executeTakeFirst();
    if (!proved) throw new AppError('SIGN_ON_FAILED');
    await keepLink(ctx, personId, proved);
  });
}

export async function unlinkIdentity(ctx: Ctx, personId: string, identityId: string): Promise<void> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('identity_link')
    .where('id', '=', identityId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) throw new AppError('NOT_FOUND');
  await ctx.record({ organiserId: null, subject: { noun: 'account', id: personId }, data: { unlinked: identityId } });
}

/** The caller's own account after linking. */
export function ownMe(ctx: Ctx, personId: string) {
  return readMe(ctx, personId, ctx.sessionExpiresAt ?? ctx.systemNow, ctx.actor.limited === true);
}

async function keepLink(ctx: Ctx, personId: string, proved: ProvedIdentity): Promise<void> {
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('identity_link')
    .values({ id, ...proved, person_id: personId, linked_at: ctx.systemNow })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('SIGN_ON_TAKEN');
  await ctx.record({ organiserId: null, subject: { noun: 'account', id: personId }, data: { linked: id } });
}
