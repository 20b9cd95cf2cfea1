import { type Message, type MessagePreferences, UNREAD_COUNTED } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** The own messages, latest first; one more is read to know whether there are more. */
export async function listOwn(
  ctx: Ctx,
  asked: { readonly after?: string | undefined; readonly limit: number; readonly only: 'all' | 'unread' },
): Promise<{ items: Message[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('message')
    .select(['id', 'template', 'title', 'body', 'created_at', 'read_at', 'about_noun', 'about_id'])
    .where('person_id', '=', ctx.actor.personId)
    .$if(asked.only === 'unread', (query) => query.where('read_at', 'is', null))
    .$if(asked.after !== undefined, (query) => query.where('id', '<', asked.after ?? ''))
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const items = rows.slice(0, asked.limit).map((row) => ({
    id: row.id,
    template: row.template,
    title: row.title,
    body: row.body,
    at: row.created_at,
    readAt: row.read_at,
    about: { noun: row.about_noun, id: row.about_id },
  }));
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Counted no further than is shown: the number stands on every page. */
export async function countOwnUnread(ctx: Ctx): Promise<number> {
  const unread = ctx.tx
    .selectFrom('message')
    .select('id')
    .where('person_id', '=', ctx.actor.personId)
    .where('read_at', 'is', null)
    .limit(UNREAD_COUNTED + 1);
  const { n } = await ctx.tx
    .selectFrom(unread.as('some'))
    .select(sql<bigint>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** How somebody wants messages; everything is on until they say otherwise. */
export async function readPreferences(ctx: Ctx): Promise<MessagePreferences> {
  const row = await ctx.tx
    .selectFrom('message_preference')
    .select(['mail', 'phone', 'digest'])
    .where('person_id', '=', ctx.actor.personId)
    .executeTakeFirst();
  return row ?? { mail: true, phone: true, digest: true };
}
