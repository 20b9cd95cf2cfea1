import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { millisecondsOf, yuanOf } from '@zhiping/core';
import { secretText } from '../../../security/random.ts';
import { systemNow } from '../../../time/clocks.ts';
import { NOTICE_PATH } from './notice.ts';
import { jsonOf } from './provider.ts';
import { NONCE_HEADER, SIGNATURE_HEADER, signedHeaders, TIMESTAMP_HEADER, verified } from './sign.ts';

/** A payment provider that speaks docs/支付接口.md over HTTP, with a cashier's page, for tests and trials. */
export interface PaymentSimulator {
  readonly url: string;
  /** What it was asked, as `POST /orders`. */
  readonly asked: readonly string[];
  /** Pays an order as its payer would, and says so to the platform unless told not to. Answers the status of the notice. */
  readonly pay: (number: string, how?: { readonly fen?: number; readonly silent?: boolean }) => Promise<number | null>;
  /** Says once more, in a new message, how an order stands. */
  readonly tell: (number: string) => Promise<number | null>;
  /** The last message to the platform, as it was sent, so that it can be sent again or changed. */
  readonly lastNotice: () => { readonly headers: Record<string, string>; readonly body: string } | null;
  /** Answers this status to everything from now on; 200 works again. */
  readonly answerWith: (status: number) => void;
  readonly close: () => Promise<void>;
}
export interface SimulatorOptions {
  readonly key: string;
  readonly port?: number;
  readonly say?: (line: string) => void;
}

interface SimulatedOrder {
  readonly orderNumber: string;
  readonly amountFen: number;
  readonly notifyUrl: string;
  readonly returnUrl: string;
  readonly payee: string;
  state: 'open' | 'paid' | 'closed';
  paidFen: number;
  paidAt: string;
  reference: string;
}
interface SimulatedRefund {
  readonly refundNumber: string;
  readonly orderNumber: string;
  readonly amountFen: number;
}

export async function startPaymentSimulator(options: SimulatorOptions): Promise<PaymentSimulator> {
  const { key, port = 0, say = () => undefined } = options;
  const orders = new Map<string, SimulatedOrder>();
  const refunds = new Map<string, SimulatedRefund>();
  const nonces = new Set<string>();
  const asked: string[] = [];
  let status = 200;
  let last: { headers: Record<string, string>; body: string } | null = null;
  let base = '';

  const saidOf = (order: SimulatedOrder): object => {
    const { orderNumber, amountFen, state, paidFen, paidAt, reference } = order;
    const payUrl = `${base}/cashier/${orderNumber}`;
    if (state === 'open') return { orderNumber, amountFen, state, payUrl, qr: payUrl };
    return state === 'paid'
      ? { orderNumber, amountFen, state, paidFen, paidAt, reference }
      : { orderNumber, amountFen, state };
  };
  const tell = async (number: string): Promise<number | null> => {
    const order = orders.get(number);
    if (order === undefined) return null;
    const body = JSON.stringify({ order: saidOf(order) });
    const headers = {
      'content-type': 'application/json',
      ...signedHeaders(key, { timestamp: seconds(), nonce: secretText(), what: 'POST', path: NOTICE_PATH, body }),
    };
    last = { headers, body };
    const response = await fetch(order.notifyUrl, { method: 'POST', headers, body });
    await response.body?.cancel();
    say(`通知 ${number}：${response.status}`);
    return response.status;
  };
  const pay: PaymentSimulator['pay'] = async (number, how = {}) => {
    const order = orders.get(number);
    if (order === undefined || order.state !== 'open') return null;
    const paid = { state: 'paid', paidFen: how.fen ?? order.amountFen, paidAt: systemNow(), reference: secretText() };
    Object.assign(order, paid);
    say(`已付款 ${number}：${yuanOf(order.paidFen)} 元`);
    return how.silent === true ? null : tell(number);
  };

  const answer = (path: string, what: string, given: Record<string, unknown>): object | null => {
    if (what === 'POST' && path === '/orders') return saidOf(newOrder(orders, given));
    const [, number = '', closing] = /^\/orders\/([0-9a-f]{32})(\/close)?$/.exec(path) ?? [];
    const order = orders.get(number);
    if (order !== undefined) {
      if (closing !== undefined && order.state === 'open') order.state = 'closed';
      return saidOf(order);
    }
    if (closing !== undefined) return { orderNumber: number, amountFen: 0, state: 'closed' };
    if (what === 'POST' && path === '/refunds') {
      const refund = newRefund(orders, refunds, given);
      return refund === null ? null : { ...refund, state: 'done' };
    }
    return null;
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      say(`出错：${String(error)}`);
      response.writeHead(500).end();
    });
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const body = await text(request);
    if (path.startsWith('/cashier/')) return cashier(request, response, path.slice('/cashier/'.length), body);
    const what = request.method ?? '';
    asked.push(`${what} ${path.replace(/[0-9a-f]{32}/, ':number')}`);
    say(`${what} ${path}`);
    const header = (name: string): string | null => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : null;
    };
    const claimed = {
      timestamp: header(TIMESTAMP_HEADER),
      nonce: header(NONCE_HEADER),
      signature: header(SIGNATURE_HEADER),
    };
    const nonce = verified(key, claimed, { what, path, body }, millisecondsOf(systemNow()));
    if (nonce === null || nonces.has(nonce)) return void response.writeHead(401).end();
    nonces.add(nonce);
    if (status !== 200) return void response.writeHead(status).end();
    const said = answer(path, what, (jsonOf(body) ?? {}) as Record<string, unknown>);
    if (said === null) return void response.writeHead(404).end();
    const answered = JSON.stringify(said);
    const signed = { timestamp: seconds(), nonce, what: 'ANSWER 200', path, body: answered };
    response.writeHead(200, { 'content-type': 'application/json', ...signedHeaders(key, signed) }).end(answered);
  }

  /** The page to which the payer is sent; its buttons play the payer's and the network's part. */
  async function cashier(
    request: IncomingMessage,
    response: ServerResponse,
    number: string,
    body: string,
  ): Promise<void> {
    const order = orders.get(number);
    if (order === undefined) return void response.writeHead(404).end();
    if (request.method === 'POST') {
      const act = new URLSearchParams(body).get('act');
      if (act === 'pay') await pay(number);
      if (act === 'silent') await pay(number, { silent: true });
      if (act === 'short') await pay(number, { fen: order.amountFen - 1 });
      response.writeHead(303, { location: `/cashier/${number}` }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(order));
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    asked,
    pay,
    tell,
    lastNotice: () => last,
    answerWith: (next) => {
      status = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const seconds = (): number => Math.floor(millisecondsOf(systemNow()) / 1000);

/** The same number a second time is the same order. */
function newOrder(orders: Map<string, SimulatedOrder>, given: Record<string, unknown>): SimulatedOrder {
  const orderNumber = String(given['orderNumber']);
  const known = orders.get(orderNumber);
  if (known !== undefined) return known;
  const payee = given['payee'] as { readonly name?: unknown } | undefined;
  const order: SimulatedOrder = {
    orderNumber,
    amountFen: Number(given['amountFen']),
    notifyUrl: String(given['notifyUrl']),
    returnUrl: String(given['returnUrl']),
    payee: typeof payee?.name === 'string' ? payee.name : '',
    state: 'open',
    paidFen: 0,
    paidAt: '',
    reference: '',
  };
  orders.set(orderNumber, order);
  return order;
}

/** Null where nothing was paid, or not that much. */
function newRefund(
  orders: ReadonlyMap<string, SimulatedOrder>,
  refunds: Map<string, SimulatedRefund>,
  given: Record<string, unknown>,
): SimulatedRefund | null {
  const refundNumber = String(given['refundNumber']);
  const known = refunds.get(refundNumber);
  if (known !== undefined) return known;
  const order = orders.get(String(given['orderNumber']));
  const amountFen = Number(given['amountFen']);
  if (order?.state !== 'paid' || amountFen > order.paidFen) return null;
  const refund = { refundNumber, orderNumber: order.orderNumber, amountFen };
  refunds.set(refundNumber, refund);
  return refund;
}

const STATES = { open: '待付款', paid: '已付款', closed: '已关闭' } as const;
const escaped = (value: string): string => value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function page({ orderNumber, amountFen, payee, state, returnUrl }: SimulatedOrder): string {
  const button = (act: string, name: string): string =>
    `<button name="act" value="${act}" style="display:block;margin:.75rem 0;padding:.6rem 1rem;font:inherit">${name}</button>`;
  const buttons = [button('pay', '付款'), button('silent', '付款，但不通知平台'), button('short', '少付一分')].join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>模拟收银台</title><body style="font:1rem/1.6 sans-serif;max-width:26rem;margin:2rem auto;padding:0 1rem">
<h1>模拟收银台</h1><p>试用和测试用，不收真钱。</p>
<p>收款单位：${escaped(payee)}<br>订单号：${escaped(orderNumber)}<br>金额：${yuanOf(amountFen)} 元<br>状态：${STATES[state]}</p>
${state === 'open' ? `<form method="post">${buttons}</form>` : `<p><a href="${escaped(returnUrl)}">返回职评</a></p>`}
</body></html>`;
}
