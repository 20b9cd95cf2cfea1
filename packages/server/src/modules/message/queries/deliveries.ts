import type { Delivery, DeliveryState } from '@zhiping/contract';
import { MESSAGE_TEMPLATES } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';

/** The log of deliveries of an office's messages, latest first. */
export async function listDeliveries(
  ctx: Ctx,
  asked: {
    readonly scope: Scope;
    readonly after?: string | undefined;
    readonly limit: number;
    readonly state?: DeliveryState | undefined;
  },
): Promise<{ items: Delivery[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('message_delivery as d')
    .select(['d.id', 'd.channel', 'd.state', 'd.template', 'd.attempts', 'd.error', 'd.changed_at', 'd.person_id'])
    .where(scopeWhere(asked.scope, { office: 'd.organiser_id' }))
    .$if(asked.state !== undefined, (query) => query.where('d.state', '=', asked.state ?? 'failed'))
    .$if(asked.after !== undefined, (query) => query.where('d.id', '<', asked.after ?? ''))
    .orderBy('d.id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  const names = await namesOf(
    ctx,
    shown.map((row) => row.person_id),
  );
  const items = shown.map((row) => ({
    id: row.id,
    channel: row.channel,
    state: row.state,
    templateName: MESSAGE_TEMPLATES[row.template].name,
    personName: names.get(row.person_id) ?? '',
    attempts: row.attempts,
    error: errorWords(row.error),
    at: row.changed_at,
  }));
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}

/** The office may see whom its messages went to; the rows of staff of others are not its own. */
async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(ids)])
      .execute(),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A code of an attempt in words for the office. */
export function errorWords(code: string): string {
  if (code === '') return '';
  if (code === 'not-set-up') return '这条渠道没有设置';
  if (code === 'timeout') return '对方 10 秒内没有回答';
  const [kind, number] = code.split('-');
  if (kind === 'smtp') return `邮件服务器回答 ${number}`;
  if (kind === 'http') return `短信网关回答 ${number}`;
  return code === 'EAUTH' ? '邮件服务器不接受账号或密码' : '连不上对方';
}
