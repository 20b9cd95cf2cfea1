import { askOrder, type FeeView, payOnline, type PaymentOrder, readApplication, readFee } from '@zhiping/contract';
import { yuanOf } from '@zhiping/core';
import { ErrorNote, formatInstant } from '../../shared/index.ts';
import { qrSvg } from '../../shared/qr.ts';
import { call, keyOf } from '../call.ts';
import { useCommand } from '../use-command.ts';
import './qr.css';

type Online = NonNullable<FeeView['charged']>['online'];
const REFRESH = [keyOf(readFee), keyOf(readApplication)];

/** 网上支付: an order, where to pay it, and what became of it. */
export function PayOnline({ id, online, open }: { id: string; online: Online; open: boolean }) {
  const pay = useCommand(() => call(payOnline, { params: { id } }), REFRESH);
  const [latest, ...earlier] = online.orders;
  if (!online.offered && latest === undefined) return null;
  const running = latest !== undefined && (latest.state === 'asked' || latest.state === 'open');
  return (
    <section className="zp-card zp-noprint">
      <h2>网上支付</h2>
      {open && online.offered && !running ? (
        <>
          <p>用手机扫码或在支付平台的网页付款，付款后自动入账，不需要上传凭证。</p>
          <ErrorNote error={pay.error} />
          <button
            type="button"
            className="zp-button zp-button-main"
            disabled={pay.isPending}
            onClick={() => pay.mutate(undefined)}
          >
            {pay.isPending ? '正在生成订单…' : '网上支付'}
          </button>
        </>
      ) : null}
      {latest === undefined ? null : <Order id={id} order={latest} open={open} />}
      {earlier.length === 0 ? null : (
        <details>
          <summary>以前的订单（{earlier.length}）</summary>
          {earlier.map((order) => (
            <Order key={order.id} id={id} order={order} open={false} />
          ))}
        </details>
      )}
    </section>
  );
}

function Order({ id, order, open }: { id: string; order: PaymentOrder; open: boolean }) {
  const ask = useCommand(() => call(askOrder, { params: { id, orderId: order.id } }), REFRESH);
  const payable = open && order.state === 'open' && order.payUrl !== null;
  return (
    <div className="zp-stack">
      <p role="status">{orderWords(order)}</p>
      {payable && order.payUrl !== null ? (
        <div className="zp-qr">
          {order.qr === null || order.qr === '' ? null : (
            <div
              role="img"
              aria-label="付款二维码"
              className="zp-qr-code"
              dangerouslySetInnerHTML={{ __html: qrSvg(order.qr) }}
            />
          )}
          <div>
            <p>请在 {formatInstant(order.expiresAt)} 以前付款，过时后重新生成订单。</p>
            <div className="zp-row">
              <a className="zp-button zp-button-main" href={order.payUrl} target="_blank" rel="noreferrer">
                去支付平台付款
              </a>
              <button
                type="button"
                className="zp-button"
                disabled={ask.isPending}
                onClick={() => ask.mutate(undefined)}
              >
                已付款，查询结果
              </button>
            </div>
            <ErrorNote error={ask.error} />
          </div>
        </div>
      ) : null}
      <p className="zp-small zp-muted">
        订单号 {order.number}，{formatInstant(order.createdAt)}
      </p>
    </div>
  );
}

/** Where an order stands, in one or two sentences. */
export function orderWords({ state, amountFen, paid, outcomeWords, refund, code }: PaymentOrder): string {
  if (refund?.state === 'done') return `已由支付平台退回 ${yuanOf(paid?.fen ?? 0)} 元。`;
  if (refund?.state === 'asked') return `正在由支付平台退回 ${yuanOf(paid?.fen ?? 0)} 元。`;
  const down = code === null ? '' : '支付平台现在连不上，会自动再试。';
  switch (state) {
    case 'asked':
      return `正在向支付平台提交订单。${down}`;
    case 'open':
      return `待付款 ${yuanOf(amountFen)} 元。${down}`;
    case 'closing':
      return `订单正在关闭，请不要付款。${down}`;
    case 'closed':
      return '订单已关闭，没有付款。';
    case 'failed':
      return '支付平台没有受理这份订单，请按收款账户转账并上传凭证。';
    case 'paid': {
      const failed = refund?.state === 'failed' ? '支付平台没有退成，请重新办理。' : '';
      return `已付款 ${yuanOf(paid?.fen ?? 0)} 元${outcomeWords === '' ? '，正在入账' : `：${outcomeWords}`}。${failed}`;
    }
  }
}
