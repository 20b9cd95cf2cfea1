import {
  askOrder,
  listPaymentOrders,
  type PaymentOrderLine,
  readFee,
  readReconciliation,
  refundOrder,
} from '@zhiping/contract';
import { ORDER_SHELF_NAMES, ORDER_SHELVES, type OrderShelf, yuanOf } from '@zhiping/core';
import { useState } from 'react';
import { Empty, ErrorNote, formatInstant, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { orderWords } from '../../parts/PayOnline.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { SectionTabs } from '../../parts/SectionTabs.tsx';
import { useCommand } from '../../use-command.ts';

const REFRESH = [keyOf(listPaymentOrders), keyOf(readFee), keyOf(readReconciliation)];

/** 网上支付: what came in through the payment provider, and what has to go back. */
export default function FeeOnline() {
  const address = useAddressState();
  const shelf = ORDER_SHELVES.find((one) => one === address.get('shelf')) ?? 'attention';
  const after = address.get('after');
  const { data, error, refetch } = useEndpoint(listPaymentOrders, {
    query: { shelf, limit: 50, ...(after === null ? {} : { after }) },
  });
  const items = (data?.items ?? []).map((line) => ({ ...line, id: line.order.id }));
  const selected = items.find(({ id }) => id === address.get('id')) ?? items[0] ?? null;
  return (
    <>
      <h1>缴费</h1>
      <SectionTabs section="fees" here="/office/fees/online" />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <>
          {data.connected ? null : <p className="zp-card">没有接通网上支付，申报人按缴费通知转账。</p>}
          <SplitView
            title={ORDER_SHELF_NAMES[shelf]}
            items={items}
            selected={selected?.id ?? null}
            onSelect={(id) => address.set({ id })}
            filters={
              <>
                <label className="zp-field">
                  <span className="zp-field-label">办理情况</span>
                  <select
                    className="zp-input"
                    value={shelf}
                    onChange={(event) => address.set({ shelf: event.target.value, id: null, after: null })}
                  >
                    {ORDER_SHELVES.map((one) => (
                      <option key={one} value={one}>
                        {ORDER_SHELF_NAMES[one]}
                      </option>
                    ))}
                  </select>
                </label>
                <div className="zp-row">
                  {after === null ? null : (
                    <button type="button" className="zp-button" onClick={() => address.set({ after: null, id: null })}>
                      回到第一页
                    </button>
                  )}
                  {data.next === null ? null : (
                    <button
                      type="button"
                      className="zp-button"
                      onClick={() => address.set({ after: data.next, id: null })}
                    >
                      下一页
                    </button>
                  )}
                </div>
              </>
            }
            entry={(line) => <Entry line={line} />}
            empty={<Empty title={`没有“${ORDER_SHELF_NAMES[shelf]}”的订单`}>{EMPTY[shelf]}</Empty>}
            detail={selected === null ? null : <Detail key={selected.id} line={selected} />}
          />
        </>
      )}
    </>
  );
}

const EMPTY: Readonly<Record<OrderShelf, string>> = {
  attention: '少付、迟付和重复付款列在这里，由支付平台退回付款人。',
  open: '已生成、还没有付款的订单列在这里。',
  settled: '已作为评审费入账的列在这里；申报结束后可以退费。',
  refunding: '已请支付平台退款、还没有结果的列在这里。',
  refunded: '支付平台已经退回付款人的列在这里。',
  closed: '没有付款就关闭的订单列在这里。',
};

function Entry({ line }: { line: PaymentOrderLine }) {
  return (
    <>
      <strong>{line.applicantName}</strong>
      <span className="zp-muted">{line.unitName}</span>
      <span className="zp-small">
        {yuanOf(line.order.paid?.fen ?? line.order.amountFen)} 元，{formatInstant(line.order.createdAt)}
      </span>
    </>
  );
}

function Detail({ line }: { line: PaymentOrderLine }) {
  const { order } = line;
  const [refunding, setRefunding] = useState(false);
  const refund = useCommand(async (reason: string) => {
    await call(refundOrder, { params: { id: order.id }, body: { reason } });
    setRefunding(false);
  }, REFRESH);
  const ask = useCommand(() => call(askOrder, { params: { id: line.applicationId, orderId: order.id } }), REFRESH);
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>
          {line.applicantName}：{ORDER_SHELF_NAMES[order.shelf]}
        </h2>
        <p role="status">{orderWords(order)}</p>
        <Facts
          of={[
            ['申报号', line.applicationNumber],
            ['用人单位', line.unitName],
            ['申报现在', line.stageName],
            ['应付', `${yuanOf(order.amountFen)} 元`],
            ['实付', order.paid === null ? null : `${yuanOf(order.paid.fen)} 元`],
            ['付款时间', order.paid === null ? null : formatInstant(order.paid.at)],
            ['支付平台流水号', order.paid === null ? null : order.paid.reference],
            ['订单号', order.number],
            ['退款理由', order.refund === null ? null : order.refund.reason],
            ['退款时间', order.refund === null || order.refund.at === null ? null : formatInstant(order.refund.at)],
          ]}
        />
      </section>
      {refunding ? (
        <ReasonForm
          name={`refund-${order.id}`}
          title="退款"
          effect={`由支付平台把 ${yuanOf(order.paid?.fen ?? 0)} 元退回付款人，不能撤回。`}
          button="退款"
          onSend={(reason) => refund.mutateAsync(reason)}
          onCancel={() => setRefunding(false)}
        />
      ) : (
        <section className="zp-card">
          <h2>办理</h2>
          <ErrorNote error={ask.error} />
          <div className="zp-row">
            {line.refundable ? (
              <button type="button" className="zp-button zp-button-main" onClick={() => setRefunding(true)}>
                退款
              </button>
            ) : null}
            <button type="button" className="zp-button" disabled={ask.isPending} onClick={() => ask.mutate(undefined)}>
              向支付平台查询
            </button>
          </div>
          {order.shelf === 'settled' && !line.refundable ? (
            <p className="zp-muted">已入账的评审费在申报结束后才能退。</p>
          ) : null}
        </section>
      )}
    </div>
  );
}
