import { MESSAGE_TEMPLATES, retryMinutes } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Installation } from '../../installation.ts';
import { after } from '../../time/clocks.ts';
import { readContacts } from '../account/index.ts';
import { type Attempt, type Channel, type ChannelName, channelsOf, type Outgoing } from './channels/channels.ts';
import { mailChannel } from './channels/mail.ts';
import { smsChannel } from './channels/sms.ts';

const MINUTE_MS = 60_000;
/** Messages of one posting that are given their deliveries at once. */
const PORTION = 500;

/** Job: gives every message of a posting its deliveries, a portion at a time; what has one keeps it. */
export async function sendPosting(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const posting = String(payload['posting']);
  const from = typeof payload['after'] === 'string' ? payload['after'] : null;
  const messages = await ctx.tx
    .selectFrom('message as m')
    .leftJoin('message_preference as p', 'p.person_id', 'm.person_id')
    .select(['m.id', 'm.person_id', 'm.organiser_id', 'm.template', 'm.created_at', 'p.mail', 'p.phone'])
    .where('m.posting_id', '=', posting)
    .$if(from !== null, (query) => query.where('m.id', '>', from ?? ''))
    .orderBy('m.id')
    .limit(PORTION)
    .execute();
  const rows = messages.flatMap(({ id, mail, phone, created_at, ...message }) =>
    channelsOf(ctx.installation.settings)
      .filter((channel) => usesChannel(message.template, channel))
      .map((channel) => {
        const declined = (channel === 'mail' ? mail : phone) === false;
        const times = { created_at, changed_at: created_at };
        const state = declined ? ('declined' as const) : ('waiting' as const);
        return { id: ctx.newId(), message_id: id, ...message, channel, state, ...times };
      }),
  );
  if (rows.length > 0) {
    const fresh = await ctx.tx
      .insertInto('message_delivery')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['message_id', 'channel']).doNothing())
      .returning(['id', 'state'])
      .execute();
    for (const { id, state } of fresh) if (state === 'waiting') await enqueueDelivery(ctx, id, ctx.systemNow);
  }
  const last = messages.at(-1);
  if (messages.length === PORTION && last) {
    await ctx.enqueue({ task: 'message.send', payload: { posting, after: last.id } });
  }
}

function usesChannel(template: keyof typeof MESSAGE_TEMPLATES, channel: ChannelName): boolean {
  const { mail, phone } = MESSAGE_TEMPLATES[template];
  return channel === 'mail' ? mail : phone;
}

/** Orders an attempt not before `at`, in place of one that is ordered already. */
export async function enqueueDelivery(ctx: Ctx, id: string, at: string): Promise<void> {
  await sql`select enqueue_delivery(${id}, ${at})`.execute(ctx.tx);
}

/**
 * Job: one attempt of one delivery. The row is held meanwhile, so that no second worker sends it too; when the
 * commit is lost after the sending, the next attempt carries the same id and is recognised.
 */
export async function deliver(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const row = await ctx.tx
    .selectFrom('message_delivery as d')
    .innerJoin('message as m', 'm.id', 'd.message_id')
    .select([
      'd.id',
      'd.person_id',
      'd.organiser_id',
      'd.channel',
      'd.state',
      'd.attempts',
      'd.template',
      'm.title',
      'm.body',
    ])
    .where('d.id', '=', String(payload['id']))
    .forUpdate('d')
    .executeTakeFirst();
  if (!row || row.state !== 'waiting' || row.channel === 'site') return;
  const { id, template, title, body } = row;
  const channel = channelOf(ctx.installation, row.channel);
  const { email, phone } = await readContacts(ctx, row.person_id);
  const to = row.channel === 'mail' ? email : phone;
  if (channel === null || to === null) {
    await settle(ctx, row, { state: 'no-address', error: channel === null ? 'not-set-up' : '' });
    return;
  }
  const attempt = await channel({ id, to, template, title, body });
  const attempts = row.attempts + 1;
  if (attempt.outcome === 'sent') {
    await settle(ctx, row, { state: 'sent', attempts, error: '' });
    return;
  }
  const next = nextAttempt(ctx, attempt, attempts);
  const state = next === null ? 'failed' : 'waiting';
  await settle(ctx, row, { state, attempts, error: attempt.code });
  if (next !== null) await enqueueDelivery(ctx, id, next);
}

function nextAttempt(ctx: Ctx, attempt: Attempt, attempts: number): string | null {
  const minutes = attempt.outcome === 'try-later' ? retryMinutes(attempts) : null;
  return minutes === null ? null : after(ctx.systemNow, minutes * MINUTE_MS);
}

async function settle(
  ctx: Ctx,
  { id, organiser_id: organiserId }: { readonly id: string; readonly organiser_id: string },
  changes: {
    readonly state: 'sent' | 'failed' | 'waiting' | 'no-address';
    readonly attempts?: number;
    readonly error: string;
  },
): Promise<void> {
  await ctx.tx
    .updateTable('message_delivery')
    .set({ ...changes, changed_at: ctx.businessNowOf(organiserId) })
    .where('id', '=', id)
    .execute();
}

/** Made once an installation: a transport keeps nothing open between mails. */
const MADE = new WeakMap<Installation, Map<ChannelName, Channel>>();

/** Sends one text out of the site, past the site's own messages: codes and warnings about the account. */
export async function sendOut(installation: Installation, name: ChannelName, message: Outgoing): Promise<Attempt> {
  const channel = channelOf(installation, name);
  return channel === null ? { outcome: 'refused', code: 'not-set-up' } : channel(message);
}

function channelOf(installation: Installation, name: ChannelName): Channel | null {
  const { settings } = installation;
  const made = MADE.get(installation) ?? new Map<ChannelName, Channel>();
  MADE.set(installation, made);
  const known = made.get(name);
  if (known) return known;
  const { smtpUrl, smsUrl, smsKey } = settings;
  const url = name === 'mail' ? smtpUrl : smsUrl;
  if (url === null) return null;
  const channel = name === 'mail' ? mailChannel(url, settings) : smsChannel(url, smsKey);
  made.set(name, channel);
  return channel;
}
