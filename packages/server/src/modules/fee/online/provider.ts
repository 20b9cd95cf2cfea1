import type { ErrorCode } from '@zhiping/contract';
import { millisecondsOf, type OrderSaid, readOrderSaid, readRefundSaid, type RefundSaid } from '@zhiping/core';
import { secretText } from '../../../security/random.ts';
import type { PaymentProvider } from '../../../start/settings.ts';
import { systemNow } from '../../../time/clocks.ts';
import { NONCE_HEADER, SIGNATURE_HEADER, signedHeaders, TIMESTAMP_HEADER, verified } from './sign.ts';

export type Answered<T> = { readonly ok: true; readonly said: T } | { readonly ok: false; readonly code: ErrorCode };

export interface NewOrder {
  readonly orderNumber: string;
  readonly amountFen: number;
  /** Account that the fee goes to, as the plan has it. */
  readonly payee: { readonly name: string; readonly number: string };
  readonly expiresAt: string;
  readonly notifyUrl: string;
  readonly returnUrl: string;
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 16 * 1024;

/** The calls of docs/支付接口.md. Each may be repeated: the provider knows orders and refunds by our numbers. */
export const createOrder = (provider: PaymentProvider, order: NewOrder): Promise<Answered<OrderSaid>> =>
  call(provider, 'POST', '/orders', order, readOrderSaid);
export const queryOrder = (provider: PaymentProvider, number: string): Promise<Answered<OrderSaid>> =>
  call(provider, 'GET', `/orders/${number}`, null, readOrderSaid);
export const closeOrder = (provider: PaymentProvider, number: string): Promise<Answered<OrderSaid>> =>
  call(provider, 'POST', `/orders/${number}/close`, {}, readOrderSaid);
export const createRefund = (
  provider: PaymentProvider,
  refund: { readonly refundNumber: string; readonly orderNumber: string; readonly amountFen: number },
): Promise<Answered<RefundSaid>> => call(provider, 'POST', '/refunds', refund, readRefundSaid);

/**
 * One call, signed; the answer counts only where it is signed for just this question. The address is the operator's and no
 * redirect is followed; nothing of an answer outside the contract is kept or logged.
 */
async function call<T>(
  provider: PaymentProvider,
  what: 'GET' | 'POST',
  path: string,
  content: object | null,
  read: (value: unknown) => T | null,
): Promise<Answered<T>> {
  const body = content === null ? '' : JSON.stringify({ merchant: provider.merchant, ...content });
  const nonce = secretText();
  const timestamp = Math.floor(millisecondsOf(systemNow()) / 1000);
  let status: number;
  let text: string;
  let claimed: { timestamp: string | null; nonce: string | null; signature: string | null };
  try {
    const response = await fetch(`${provider.url}${path}`, {
      method: what,
      headers: {
        'content-type': 'application/json',
        ...signedHeaders(provider.key, { timestamp, nonce, what, path, body }),
      },
      ...(content === null ? {} : { body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    ({ status } = response);
    if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
      await response.body?.cancel();
      return { ok: false, code: 'PAYMENT_STRANGE' };
    }
    text = await response.text();
    const header = (name: string): string | null => response.headers.get(name);
    claimed = {
      timestamp: header(TIMESTAMP_HEADER),
      nonce: header(NONCE_HEADER),
      signature: header(SIGNATURE_HEADER),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, code: 'PAYMENT_DOWN' };
  }
  if (status === 429 || status >= 500) return { ok: false, code: 'PAYMENT_DOWN' };
  if (status < 200 || status > 299) return { ok: false, code: 'PAYMENT_REFUSED' };
  const answered = { what: `ANSWER ${status}`, path, body: text };
  const signed = verified(provider.key, claimed, answered, millisecondsOf(systemNow()));
  const said = signed === nonce && text.length <= MOST_BYTES ? read(jsonOf(text)) : null;
  return said === null ? { ok: false, code: 'PAYMENT_STRANGE' } : { ok: true, said };
}

/** Undefined for text that is no JSON: no schema takes it. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
