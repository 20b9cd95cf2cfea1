import { AppError, type createWebhook as createWebhookEndpoint } from '@zhiping/contract';
import { millisecondsOf, retryMinutes } from '@zhiping/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { open, seal, unwrapKey } from '../../security/columns.ts';
import { secretText } from '../../security/random.ts';
import { after } from '../../time/clocks.ts';
import { assertPassword } from '../account/index.ts';
import { isAllowedUrl } from './address.ts';
import { send } from './send.ts';

const MINUTE_MS = 60_000;

/**
 * Keeps an address that is told when cases of the organisation move. Answers its id and the key of the signatures, shown
 * this once.
 * @throws AppError `PASSWORD_WRONG`, `NOT_FOUND` where the person does not hold the relation, `WEBHOOK_ADDRESS`
 */
export async function createWebhook(
  ctx: Ctx,
  personId: string,
  asked: z.output<(typeof createWebhookEndpoint)['body']>,
): Promise<{ id: string; secret: string }> {
  const { relation, subjectId, name, url } = asked;
  await assertPassword(ctx, personId, asked.password);
  const holds = ctx.actor.held.some((one) => one.relation === relation && one.subjectId === subjectId);
  if (!holds) throw new AppError('NOT_FOUND');
  if (!isAllowedUrl(url, privateAllowed(ctx))) throw new AppError('WEBHOOK_ADDRESS');
  const id = ctx.newId();
  const secret = `${secretText()}${secretText()}`;
  await ctx.tx
    .insertInto('webhook')
    .values({
      id,
      person_id: personId,
      relation,
      subject_id: subjectId,
      name,
      url,
      secret_sealed: seal(await keyOf(ctx, personId), Buffer.from(secret), place(id)),
      created_at: ctx.systemNow,
      ended_at: null,
    })
    .execute();
  await ctx.record({ organiserId: null, subject: { noun: 'webhook', id }, data: { relation, subjectId } });
  return { id, secret };
}

/** Ends an own webhook; what waits is not sent any more. Throws `NOT_FOUND`. */
export async function endWebhook(ctx: Ctx, id: string, personId: string): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('webhook')
    .set({ ended_at: ctx.systemNow })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('NOT_FOUND');
  await ctx.record({ organiserId: null, subject: { noun: 'webhook', id }, data: { ended: true } });
}

/** Orders another attempt of what failed. Throws `WEBHOOK_NOT_FAILED`. */
export async function resend(ctx: Ctx, webhookId: string, deliveryId: string): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0, changed_at: ctx.systemNow })
    .where('id', '=', deliveryId)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('WEBHOOK_NOT_FAILED');
  await sql`select enqueue_webhook(${deliveryId}, ${ctx.systemNow})`.execute(ctx.tx);
  await ctx.record({ organiserId: null, subject: { noun: 'webhook', id: webhookId }, data: { resent: deliveryId } });
}

/** Job: one attempt of one delivery; a failed one is tried again later, eight times in all. */
export async function deliver(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook as w', 'w.id', 'd.webhook_id')
    .select(['d.state', 'd.attempts', 'd.body', 'w.url', 'w.person_id', 'w.id as webhookId', 'w.secret_sealed'])
    .select('w.ended_at')
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  if (!row || row.state !== 'waiting') return;
  if (row.ended_at !== null) return settle(ctx, id, 'failed', row.attempts, 'ended');
  const secret = open(await keyOf(ctx, row.person_id), row.secret_sealed, place(row.webhookId)).toString();
  const timestamp = Math.floor(millisecondsOf(ctx.systemNow) / 1000);
  const { url, body } = row;
  const told = await send({ id, url, secret, body, timestamp }, privateAllowed(ctx));
  const attempts = row.attempts + 1;
  if (told.ok) return settle(ctx, id, 'sent', attempts, '');
  const minutes = retryMinutes(attempts);
  await settle(ctx, id, minutes === null ? 'failed' : 'waiting', attempts, told.code);
  if (minutes === null) return;
  await sql`select enqueue_webhook(${id}, ${after(ctx.systemNow, minutes * MINUTE_MS)})`.execute(ctx.tx);
}

async function settle(
  ctx: Ctx,
  id: string,
  state: 'sent' | 'failed' | 'waiting',
  attempts: number,
  error: string,
): Promise<void> {
  await ctx.tx
    .updateTable('webhook_delivery')
    .set({ state, attempts, error, changed_at: ctx.systemNow })
    .where('id', '=', id)
    .execute();
}

/** Whether the operator lets systems in closed networks be told. */
const privateAllowed = (ctx: Ctx): boolean => ctx.installation.settings.webhookPrivate === true;

export const place = (row: string) => ({ table: 'webhook', column: 'secret', row });

export async function keyOf(ctx: Ctx, personId: string): Promise<Buffer> {
  const { wrapped_key } = await ctx.tx
    .selectFrom('person')
    .select('wrapped_key')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return unwrapKey(ctx.installation.keys, personId, wrapped_key);
}
