import { AppError, type createToken as createTokenEndpoint } from '@zhiping/contract';
import { tokenActions } from '@zhiping/core';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { hashToken, TOKEN_PREFIX } from '../../http/session-cookie.ts';
import { secretText } from '../../security/random.ts';
import { after } from '../../time/clocks.ts';
import { assertPassword } from '../account/index.ts';

const DAY_MS = 24 * 60 * 60_000;

export type NewToken = z.output<(typeof createTokenEndpoint)['body']>;

/**
 * Makes a token for one of the relations the person holds. Only the hash of its secret is kept. Answers its id and the
 * secret.
 * @throws AppError `PASSWORD_WRONG`, `NOT_FOUND` where the person does not hold the relation, `TOKEN_ACTIONS`
 */
export async function createToken(
  ctx: Ctx,
  personId: string,
  asked: NewToken,
): Promise<{ id: string; secret: string }> {
  const { relation, subjectId, name } = asked;
  await assertPassword(ctx, personId, asked.password);
  const holds = ctx.actor.held.some((one) => one.relation === relation && one.subjectId === subjectId);
  if (!holds) throw new AppError('NOT_FOUND');
  const allowed = new Set<string>(tokenActions(relation));
  const actions = [...new Set(asked.actions)].toSorted();
  if (actions.some((action) => !allowed.has(action))) throw new AppError('TOKEN_ACTIONS');
  const id = ctx.newId();
  const secret = `${TOKEN_PREFIX}${secretText()}${secretText()}`;
  await ctx.tx
    .insertInto('api_token')
    .values({
      id,
      person_id: personId,
      relation,
      subject_id: subjectId,
      name,
      token_hash: Buffer.from(hashToken(secret), 'hex'),
      actions,
      created_at: ctx.systemNow,
      expires_at: after(ctx.systemNow, asked.days * DAY_MS),
      last_used_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
  await ctx.record({
    organiserId: null,
    subject: { noun: 'token', id },
    data: { relation, subjectId, actions, days: asked.days },
  });
  return { id, secret };
}

/** Ends a token at once: the own one, or anybody's where `personId` is null. Throws `NOT_FOUND`. */
export async function revokeToken(ctx: Ctx, id: string, personId: string | null): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('api_token')
    .set({ revoked_at: ctx.systemNow, revoked_by: ctx.actor.personId })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .$if(personId !== null, (query) => query.where('person_id', '=', personId ?? ''))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('NOT_FOUND');
  await ctx.record({ organiserId: null, subject: { noun: 'token', id }, data: { revoked: true } });
}
