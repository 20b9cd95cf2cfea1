import type { PaymentOrder, PaymentOrderLine } from '@zhiping/contract';
import { ORDER_OUTCOME_WORDS, type OrderShelf, stageOf, type TargetFacts } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { type ApplicationRow, loadApplication, processOf } from '../../application/index.ts';
import { isRefundable, type Order } from './orders.ts';

const SHOWN = 20;

/** The orders of an application, the latest first. */
export async function ordersOf(ctx: Ctx, applicationId: string): Promise<PaymentOrder[]> {
  const orders = await ctx.tx
    .selectFrom('payment_order')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return orders.map(shown);
}

function shown(order: Order): PaymentOrder {
  const { paid_fen: fen, paid_at: at, reference, refund_state: refunding, refund_asked_at: askedAt } = order;
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    shelf: order.shelf,
    amountFen: order.amount_fen,
    createdAt: order.created_at,
    expiresAt: order.expires_at,
    payUrl: order.state === 'open' ? order.pay_url : null,
    qr: order.state === 'open' ? order.qr : null,
    code: order.code,
    paid: fen === null || at === null || reference === null ? null : { fen, at, reference },
    outcome: order.outcome,
    outcomeWords: order.outcome === null ? '' : ORDER_OUTCOME_WORDS[order.outcome],
    refund:
      refunding === null || askedAt === null
        ? null
        : { state: refunding, reason: order.refund_reason, askedAt, at: order.refunded_at },
  };
}

/** One page of the orders on a shelf, in the order they were made. */
export async function listOrders(
  ctx: Ctx,
  asked: {
    readonly scope: Scope;
    readonly shelf: OrderShelf;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ connected: boolean; items: PaymentOrderLine[]; next: string | null }> {
  const { scope, shelf, after, limit } = asked;
  const rows = await ctx.tx
    .selectFrom('payment_order as o')
    .innerJoin('application as a', 'a.id', 'o.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .selectAll('o')
    .select(['a.number as applicationNumber', 'a.stage', 'a.pack', 'a.pack_number'])
    .select(['p.name as applicantName', 'u.name as unitName'])
    .where(scopeWhere(scope, { office: 'o.organiser_id', supervisor: 'o.organiser_id' }))
    .where('o.shelf', '=', shelf)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`o.id > ${after}`))
    .orderBy('o.id')
    .limit(limit + 1)
    .execute();
  const items: PaymentOrderLine[] = [];
  for (const row of rows.slice(0, limit)) {
    const process = await processOf(ctx, row);
    items.push({
      applicationId: row.application_id,
      applicationNumber: row.applicationNumber,
      applicantName: row.applicantName,
      unitName: row.unitName,
      stageName: stageOf(process, row.stage).name,
      refundable: isRefundable(row, isOver(row.stage)),
      order: shown(row),
    });
  }
  const next = rows.length > limit ? (items.at(-1)?.order.id ?? null) : null;
  return { connected: ctx.installation.settings.payment !== undefined, items, next };
}

/** The application has ended without a title: what was paid for it may go back. */
const OVER: ReadonlySet<string> = new Set([
  'withdrawn',
  'not-recommended',
  'refused',
  'expired',
  'not-passed',
  'cancelled',
]);
export const isOver = (stage: string): boolean => OVER.has(stage);

export interface OrderTarget extends TargetFacts {
  readonly order: Order;
  readonly row: ApplicationRow;
}

/** An order, alone or under its application, with what the permission table knows of the application. */
export async function loadOrder(
  ctx: Ctx,
  { id, orderId }: { readonly id: string; readonly orderId?: string },
): Promise<OrderTarget | null> {
  const order = await ctx.tx
    .selectFrom('payment_order')
    .selectAll()
    .where('id', '=', orderId ?? id)
    .executeTakeFirst();
  if (order === undefined || (orderId !== undefined && order.application_id !== id)) return null;
  const target = await loadApplication(ctx, { id: order.application_id });
  return target === null ? null : { ...target, order };
}

/** Money that came in through the provider, by where it stands, one query for all plans. */
export async function orderSums(
  ctx: Ctx,
  planIds: readonly string[],
): Promise<
  readonly { readonly plan: string; readonly shelf: OrderShelf; readonly count: bigint; readonly fen: bigint }[]
> {
  const { rows } = await sql<{ plan: string; shelf: OrderShelf; count: bigint; fen: bigint }>`
    select plan_id as plan, shelf, count(*) as count, coalesce(sum(paid_fen), 0)::bigint as fen from payment_order
    where plan_id = any(${planIds}::uuid[]) and shelf in ('attention', 'refunding', 'refunded')
    group by 1, 2`.execute(ctx.tx);
  return rows;
}
