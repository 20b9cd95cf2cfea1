import {
  askOrder,
  type Client,
  confirmFee,
  listPaymentOrders,
  officeRefuse,
  payOnline,
  readFee,
  readReconciliation,
  refundFee,
  refundOrder,
} from '@zhiping/contract';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../../start/settings.ts';
import { startTestServer, type TestServer } from '../../../testing/server.ts';
import { after } from '../../../time/clocks.ts';
import { arrangeApplication, openPlan } from '../../application/testing/arrange.ts';
import { keepPaymentsGoing } from './ask.ts';
import { NOTICE_PATH } from './notice.ts';
import { signedHeaders } from './sign.ts';
import { type PaymentSimulator, startPaymentSimulator } from './simulator.ts';

const TODAY = '2024-07-10';
const KEY = 'k'.repeat(40);
let provider: PaymentSimulator;
let server: TestServer;
let office: Client;
let planId: string;
beforeAll(async () => {
  provider = await startPaymentSimulator({ key: KEY });
  const port = await freePort();
  server = await startTestServer({
    port,
    settings: {
      publicUrl: `http://127.0.0.1:${port}`,
      payment: { url: provider.url, merchant: 'zhiping-test', key: KEY },
    },
  });
  await server.moveClockTo(`${TODAY}T01:00:00.000Z`);
  office = await server.loginAs('office');
  planId = await server.asPlatform((ctx) => openPlan(ctx, 'zj-2022'));
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function waiting(username: string): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    const subject = { specialty: 'design', level: 'senior', route: 'normal' } as const;
    return arrangeApplication(ctx, { personId, planId, subject, state: { stage: 'payment', submissions: 1 } });
  });
}

/** An order as its payer gets it: asked for, and answered by the provider. */
async function ordered(id: string, payer: Client): Promise<{ id: string; number: string }> {
  const { orderId } = await payer(payOnline, { params: { id } });
  await server.settle();
  const order = (await payer(readFee, { params: { id } })).charged?.online.orders[0];
  expect(order).toMatchObject({ id: orderId, state: 'open', shelf: 'open', amountFen: 28_000 });
  expect(order?.payUrl).toContain(provider.url);
  return { id: orderId, number: order?.number ?? '' };
}
const feeOf = async (id: string) => (await office(readFee, { params: { id } })).charged;
const shelf = async (name: 'attention' | 'settled' | 'refunded') =>
  (await office(listPaymentOrders, { query: { shelf: name } })).items;
const post = (body: string, headers: Record<string, string>) =>
  fetch(`${server.url}${NOTICE_PATH}`, { method: 'POST', headers, body }).then(async (response) => ({
    status: response.status,
    code: ((await response.json()) as { code?: string }).code,
  }));
const sign = (body: string, change: { key?: string; secondsAgo?: number } = {}) => ({
  'content-type': 'application/json',
  ...signedHeaders(change.key ?? KEY, {
    timestamp: Math.floor(Date.parse(after(server.now(), 0)) / 1000) - (change.secondsAgo ?? 0),
    nonce: 'n'.repeat(15) + Math.trunc(change.secondsAgo ?? 0) + (change.key ?? '').slice(0, 1) + body.length,
    what: 'POST',
    path: NOTICE_PATH,
    body,
  }),
});

describe('a fee paid online', () => {
  it('is settled by the signed notice, once, and nothing forged, old or repeated counts', async () => {
    const id = await waiting('expert1');
    const payer = await server.loginAs('expert1');
    const order = await ordered(id, payer);
    expect((await payer(payOnline, { params: { id } })).orderId).toBe(order.id);

    const forged = JSON.stringify({
      order: {
        orderNumber: order.number,
        amountFen: 28_000,
        state: 'paid',
        paidFen: 28_000,
        paidAt: '2024-07-10T01:00:00.000Z',
        reference: 'forged',
      },
    });
    expect(await post(forged, { 'content-type': 'application/json' })).toMatchObject({ code: 'PAYMENT_UNSIGNED' });
    expect(await post(forged, sign(forged, { key: 'x'.repeat(40) }))).toMatchObject({ code: 'PAYMENT_UNSIGNED' });
    expect(await post(forged, sign(forged, { secondsAgo: 301 }))).toMatchObject({ code: 'PAYMENT_UNSIGNED' });
    expect(await post(`${forged} `, sign(forged))).toMatchObject({ code: 'PAYMENT_UNSIGNED' });
    const strange = JSON.stringify({ order: { orderNumber: order.number, state: 'paid' } });
    expect(await post(strange, sign(strange))).toMatchObject({ code: 'PAYMENT_STRANGE' });
    const nobodys = forged.replace(order.number, '0'.repeat(32));
    expect(await post(nobodys, sign(nobodys))).toMatchObject({ code: 'NOT_FOUND' });
    const cheaper = forged.replace('"amountFen":28000', '"amountFen":1');
    expect(await post(cheaper, sign(cheaper))).toMatchObject({ code: 'PAYMENT_STRANGE' });
    await server.settle();
    expect((await feeOf(id))?.state).toBe('due');

    expect(await provider.pay(order.number)).toBe(200);
    const sent = provider.lastNotice();
    expect(await post(sent?.body ?? '', sent?.headers ?? {})).toEqual({ status: 409, code: 'PAYMENT_REPLAYED' });
    expect(await provider.tell(order.number)).toBe(200);
    await server.settle();
    expect(await feeOf(id)).toMatchObject({
      state: 'paid',
      settled: { way: 'online', amountFen: 28_000, on: TODAY },
      online: { offered: true, orders: [{ state: 'paid', outcome: 'settled', shelf: 'settled' }] },
    });
    expect((await office(readFee, { params: { id } })).stage).toBe('paper-delivery');
    await expect(payer(payOnline, { params: { id } })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });

  it('is found by asking when the notice never came', async () => {
    const id = await waiting('expert2');
    const order = await ordered(id, await server.loginAs('expert2'));
    await provider.pay(order.number, { silent: true });
    provider.answerWith(503);
    await keepPaymentsGoing(server.installation, after(server.now(), 60_000));
    await server.settle();
    expect((await feeOf(id))?.online.orders[0]?.code).toBe('PAYMENT_DOWN');
    provider.answerWith(200);
    await keepPaymentsGoing(server.installation, after(server.now(), 600_000));
    await server.settle();
    expect(await feeOf(id)).toMatchObject({ state: 'paid', settled: { way: 'online' } });

    const third = await waiting('expert3');
    const applicant = await server.loginAs('expert3');
    const paid = await ordered(third, applicant);
    await provider.pay(paid.number, { silent: true });
    await applicant(askOrder, { params: { id: third, orderId: paid.id } });
    await server.settle();
    expect((await feeOf(third))?.state).toBe('paid');
    await expect(applicant(askOrder, { params: { id, orderId: order.id } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('goes back where nobody owed it: too little, too late, or twice', async () => {
    const short = await waiting('expert4');
    const cheap = await ordered(short, await server.loginAs('expert4'));
    expect(await provider.pay(cheap.number, { fen: 27_999 })).toBe(200);
    await server.settle();
    expect(await feeOf(short)).toMatchObject({ state: 'due', online: { orders: [{ outcome: 'amount' }] } });

    // Confirmed by hand while the order is open: it is closed, unless it was paid in that very moment.
    const twice = await waiting('expert5');
    const double = await ordered(twice, await server.loginAs('expert5'));
    const closed = await waiting('expert6');
    const unpaid = await ordered(closed, await server.loginAs('expert6'));
    const body = { version: 0, paidOn: TODAY, amountFen: 28_000, payer: '', note: '' };
    await provider.pay(double.number, { silent: true });
    await office(confirmFee, { params: { id: twice }, body });
    await office(confirmFee, { params: { id: closed }, body });
    await server.settle();
    expect((await feeOf(twice))?.online.orders[0]).toMatchObject({ outcome: 'double', paid: { fen: 28_000 } });
    expect((await feeOf(closed))?.online.orders[0]).toMatchObject({ state: 'closed', paid: null });
    expect(await provider.pay(unpaid.number)).toBeNull();

    // Refused as unpaid: what arrives afterwards is late.
    const over = await waiting('expert7');
    const late = await ordered(over, await server.loginAs('expert7'));
    await office(officeRefuse, { params: { id: over }, body: { version: 0, reason: '逾期未缴费' } });
    expect(await provider.pay(late.number)).toBe(200);
    await server.settle();
    expect(await feeOf(over)).toMatchObject({ state: 'due', online: { orders: [{ outcome: 'late' }] } });

    const attention = await shelf('attention');
    expect(attention.map(({ order }) => order.outcome)).toEqual(['amount', 'double', 'late']);
    expect(attention.every(({ refundable }) => refundable)).toBe(true);
    for (const { order } of attention) {
      await office(refundOrder, { params: { id: order.id }, body: { reason: order.outcomeWords } });
      await expect(office(refundOrder, { params: { id: order.id }, body: { reason: '再退' } })).rejects.toMatchObject({
        code: 'PAYMENT_NOT_REFUNDABLE',
      });
    }
    await server.settle();
    expect((await shelf('refunded')).map(({ order }) => order.refund?.state)).toEqual(['done', 'done', 'done']);
    expect(await shelf('attention')).toEqual([]);
    // The fee that was paid otherwise stays paid.
    expect((await feeOf(twice))?.state).toBe('paid');
  });

  it('is paid back by the provider only once its application is over, and the books agree', async () => {
    const [paid] = (await shelf('settled')).filter(({ order }) => order.outcome === 'settled');
    if (paid === undefined) throw new Error('nothing settled');
    const params = { id: paid.applicationId };
    await expect(
      office(refundOrder, { params: { id: paid.order.id }, body: { reason: '申请退费' } }),
    ).rejects.toMatchObject({ code: 'PAYMENT_NOT_REFUNDABLE' });
    await office(officeRefuse, { params, body: { version: 1, reason: '评审表未盖章' } });
    await expect(
      office(refundFee, { params, body: { version: 2, refundedOn: TODAY, reason: '退' } }),
    ).rejects.toMatchObject({ code: 'FEE_PAID_ONLINE' });
    for (const login of ['expert1', 'supervisor', 'zj-office'] as const) {
      const other = await server.loginAs(login);
      await expect(other(refundOrder, { params: { id: paid.order.id }, body: { reason: '退' } })).rejects.toMatchObject(
        { code: 'NOT_FOUND' },
      );
    }
    await office(refundOrder, { params: { id: paid.order.id }, body: { reason: '评审表未盖章，退费' } });
    await server.settle();
    expect(await feeOf(paid.applicationId)).toMatchObject({
      state: 'refunded',
      refund: { amountFen: 28_000, reason: '评审表未盖章，退费' },
    });
    const [plan] = (await office(readReconciliation, {})).plans;
    expect(plan).toMatchObject({ byOnline: { count: 3, fen: 84_000 }, differenceFen: 0 });
    expect(plan?.orders).toMatchObject({ attention: { count: 0 }, refunded: { count: 4, fen: 111_999 } });
    expect(
      (await (await server.loginAs('zj-office'))(listPaymentOrders, { query: { shelf: 'refunded' } })).items,
    ).toEqual([]);
  });
});

it('is set by three settings together, over https in production', () => {
  const set = { PAYMENT_URL: 'https://pay.example.cn/v1/', PAYMENT_MERCHANT: 'm', PAYMENT_KEY: KEY };
  expect(readSettings({ ...set, ZHIPING_MODE: 'production' }).payment).toEqual({
    url: 'https://pay.example.cn/v1',
    merchant: 'm',
    key: KEY,
  });
  expect(readSettings({}).payment).toBeUndefined();
  expect(() => readSettings({ ...set, PAYMENT_KEY: 'short' })).toThrow('32');
  expect(() => readSettings({ ...set, PAYMENT_URL: 'http://pay.example.cn', ZHIPING_MODE: 'production' })).toThrow(
    'PAYMENT_URL',
  );
});
