import type { Webhook } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { WebhookTables } from './tables.ts';

export interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Own webhooks, the latest first, a page by key. */
export async function listWebhooks(
  ctx: Ctx,
  personId: string,
  { after, limit }: Page,
): Promise<{ items: Webhook[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('webhook as w')
    .select(['w.id', 'w.name', 'w.relation', 'w.url', 'w.created_at as createdAt', 'w.ended_at as endedAt'])
    .select(
      sql<string>`coalesce((select name from unit where id = w.subject_id),
        (select name from organiser where id = w.subject_id), (select name from authority where id = w.subject_id),
        (select name from association where id = w.subject_id), '')`.as('subjectName'),
    )
    .where('w.person_id', '=', personId)
    .$if(after !== undefined, (query) => query.where('w.id', '<', after ?? ''))
    .orderBy('w.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

interface Delivery {
  readonly id: string;
  readonly body: string;
  readonly state: WebhookTables['webhook_delivery']['state'];
  readonly attempts: number;
  readonly error: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** What became of each telling, the latest first, a page by key. */
export async function listDeliveries(
  ctx: Ctx,
  webhookId: string,
  { after, limit }: Page,
): Promise<{ items: Delivery[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('webhook_delivery')
    .select(['id', 'body', 'state', 'attempts', 'error', 'created_at as createdAt', 'changed_at as changedAt'])
    .where('webhook_id', '=', webhookId)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
