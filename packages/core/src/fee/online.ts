import { z } from 'zod';
import type { FeeState } from './states.ts';

/** Where an order at the payment provider stands with us. `closing`: not wanted any more, the provider not yet told. */
export const ORDER_STATES = ['asked', 'open', 'closing', 'paid', 'closed', 'failed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What a payment that came in was: the fee itself, or money that nobody owed and that goes back. */
export const ORDER_OUTCOMES = ['settled', 'amount', 'late', 'double'] as const;
export type OrderOutcome = (typeof ORDER_OUTCOMES)[number];
export const ORDER_OUTCOME_WORDS: Readonly<Record<OrderOutcome, string>> = {
  settled: '已作为评审费入账',
  amount: '实付金额与应缴的不同，没有入账，须退回',
  late: '付款时申报已经结束，没有入账，须退回',
  double: '评审费已由别的方式缴清或免缴，属重复付款，须退回',
};

/** Where the office finds an order. */
export const ORDER_SHELVES = ['attention', 'open', 'settled', 'refunding', 'refunded', 'closed'] as const;
export type OrderShelf = (typeof ORDER_SHELVES)[number];
export const ORDER_SHELF_NAMES: Readonly<Record<OrderShelf, string>> = {
  attention: '须退款',
  open: '待付款',
  settled: '已入账',
  refunding: '退款中',
  refunded: '已退款',
  closed: '已关闭',
};

/** What a payment is, judged once, when it is known to have come in. */
export function outcomeOf(facts: {
  readonly orderedFen: number;
  readonly paidFen: number;
  /** The application still stands in the stage that waits for its fee. */
  readonly waiting: boolean;
  readonly fee: FeeState;
}): OrderOutcome {
  if (facts.paidFen !== facts.orderedFen) return 'amount';
  if (facts.fee !== 'due' && facts.fee !== 'slip') return 'double';
  return facts.waiting ? 'settled' : 'late';
}

const SECOND_MS = 1000;
/** An order may be paid so long; then it is closed and another one is made. */
export const ORDER_LASTS_MS = 2 * 3600 * SECOND_MS;
const EAGER_MS = 10 * 60 * SECOND_MS;

/** In how many milliseconds the provider is asked again about an order made so long ago: often at first, then seldom. */
export function nextAskMs(ageMs: number): number {
  return ageMs < EAGER_MS ? 30 * SECOND_MS : 5 * 60 * SECOND_MS;
}

/** A message of either side counts only so many seconds before and after its time. */
export const SIGNED_FOR_SECONDS = 300;
export const NONCE = /^[A-Za-z0-9_-]{16,64}$/;

export interface Signed {
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly nonce: string;
  /** `POST`, `GET`, and for answers `ANSWER 200`. */
  readonly what: string;
  /** Behind the address of the interface, with its first slash. */
  readonly path: string;
  /** The bytes as they are sent. */
  readonly body: string;
}

/** The text that both sides sign (docs/支付接口.md): five lines; the body, which may have lines of its own, stands last. */
export function signedText({ timestamp, nonce, what, path, body }: Signed): string {
  return [String(timestamp), nonce, what, path, body].join('\n');
}

const fen = z.int().nonnegative();
const number = z.string().regex(/^[0-9a-f]{32}$/);
const address = z
  .string()
  .max(1000)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));

const orderSaid = z.discriminatedUnion('state', [
  z.object({ orderNumber: number, amountFen: fen, state: z.literal('open'), payUrl: address, qr: z.string().max(500) }),
  z.object({
    orderNumber: number,
    amountFen: fen,
    state: z.literal('paid'),
    paidFen: fen,
    paidAt: z.iso.datetime(),
    reference: z.string().min(1).max(64),
  }),
  z.object({ orderNumber: number, amountFen: fen, state: z.literal('closed') }),
]);
/** What the provider says of an order, answering us or calling. */
export type OrderSaid = z.infer<typeof orderSaid>;

const refundSaid = z.object({
  refundNumber: number,
  orderNumber: number,
  amountFen: fen,
  state: z.enum(['pending', 'done', 'failed']),
});
/** What the provider says of a refund. */
export type RefundSaid = z.infer<typeof refundSaid>;

const noticeSaid = z.union([
  z.strictObject({ order: orderSaid.refine(({ state }) => state !== 'open') }),
  z.strictObject({ refund: refundSaid }),
]);
export type PaymentNotice = z.infer<typeof noticeSaid>;

/** Each answers null where anything is not of the contract: of a strange message nothing is taken. */
export const readOrderSaid = (value: unknown): OrderSaid | null => orderSaid.safeParse(value).data ?? null;
export const readRefundSaid = (value: unknown): RefundSaid | null => refundSaid.safeParse(value).data ?? null;
export const readPaymentNotice = (value: unknown): PaymentNotice | null => noticeSaid.safeParse(value).data ?? null;
