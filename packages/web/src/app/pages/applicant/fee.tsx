import { handInSlip, readApplication, readFee } from '@zhiping/contract';
import { type FeeState, type OrderState, yuanOf } from '@zhiping/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty, ErrorNote, Loading, PrintPage, StatusLine } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { FeeAccount, FeeHistory } from '../../parts/FeeFacts.tsx';
import { FileField, SCANS } from '../../parts/files.tsx';
import { PayOnline } from '../../parts/PayOnline.tsx';
import { useCommand } from '../../use-command.ts';

/** 缴纳评审费: what to pay to whom, the slip, and where it stands. Printed it is the payment notice. */
export default function Fee() {
  const id = usePathParam('id');
  // While an order waits for its payment, what the provider says shows by itself.
  const [watching, setWatching] = useState(false);
  const { data, error, refetch } = useEndpoint(
    readFee,
    { params: { id } },
    watching ? { refetchInterval: WATCH_MS } : {},
  );
  const running = data?.charged?.online.orders.some(({ state, outcome }) => isRunning(state, outcome)) ?? false;
  if (running !== watching) setWatching(running);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const fee = data.charged;
  const back = <Link to={`/applications/${id}`}>返回申报</Link>;
  if (!fee) return <Empty title="本计划不收评审费">不需要缴费。{back}</Empty>;
  const open = fee.waiting && (fee.state === 'due' || fee.state === 'slip');
  return (
    <PrintPage
      title={fee.settled === null ? '评审费缴费通知' : '评审费'}
      subtitle={`${data.planName}，申报号 ${data.number}`}
      tools={back}
      foot={<p>{data.planName}</p>}
    >
      <div className="zp-stack">
        <StatusLine
          waiting={{
            why: whyOf(fee.waiting || fee.state !== 'due' ? fee.state : 'later', fee.unpaid, fee.online.offered),
            who: open ? (fee.state === 'slip' ? '评委会办公室' : '您本人') : null,
            until: null,
            yours: open ? fee.state === 'due' : null,
          }}
        />
        <p>
          {data.unitName} {data.applicantName}：应缴评审费 {yuanOf(fee.amountFen)} 元，{fee.stateName}。
        </p>
        <PayOnline id={id} online={fee.online} open={open} />
        <FeeAccount id={data.applicationId} fee={fee} />
        {open ? <HandIn id={id} again={fee.state === 'slip'} /> : null}
        <FeeHistory id={id} fee={fee} />
      </div>
    </PrintPage>
  );
}

const WATCH_MS = 2000;
const isRunning = (state: OrderState, outcome: string | null): boolean =>
  state === 'asked' || state === 'open' || state === 'closing' || (state === 'paid' && outcome === null);

function whyOf(state: FeeState | 'later', unpaid: string, offered: boolean): string {
  switch (state) {
    case 'later':
      return '资格审查通过以后才缴费，现在不需要缴纳。';
    case 'due':
      return `待缴费：请${offered ? '网上支付，或' : ''}按下面的账户转账并上传转账凭证。${unpaid}。`;
    case 'slip':
      return '已交凭证：等待评委会办公室核对到账。';
    case 'paid':
      return '已到账，收据见下。';
    case 'waived':
      return '免缴评审费。';
    case 'refunded':
      return '评审费已退。';
  }
}

function HandIn({ id, again }: { id: string; again: boolean }) {
  const [file, setFile] = useState<File | null>(null);
  const command = useCommand(
    async (chosen: File) => {
      await call(handInSlip, { params: { id } }, { file: chosen, fileName: chosen.name });
      setFile(null);
    },
    [keyOf(readFee), keyOf(readApplication)],
  );
  return (
    <section className="zp-card zp-noprint">
      <h2>上传转账凭证</h2>
      <p className="zp-muted">
        {again ? '已上传凭证，可以再上传一份更清楚的。' : ''}银行回单或转账成功页面的截图，PDF、JPEG 或 PNG，不超过 20
        MB。
      </p>
      <FileField label="转账凭证" accept={SCANS} onFile={setFile} />
      <ErrorNote error={command.error} />
      <button
        type="button"
        className="zp-button zp-button-main"
        disabled={file === null || command.isPending}
        onClick={() => file && command.mutate(file)}
      >
        {command.isPending ? '正在上传…' : '上传凭证'}
      </button>
    </section>
  );
}
