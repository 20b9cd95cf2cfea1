import { type FeeLine, type FeeView, listFees, readFee } from '@zhiping/contract';
import { FEE_STATE_NAMES, FEE_STATES, type FeeState, yuanOf } from '@zhiping/core';
import { useState } from 'react';
import { Empty, ErrorNote, formatDate, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { FeeHistory, type ShownFee } from '../../parts/FeeFacts.tsx';
import { Facts } from '../../parts/Field.tsx';
import { FilePreview } from '../../parts/FilePreview.tsx';
import { FeeDecisions } from './fee-decisions.tsx';
import { SectionTabs } from '../../parts/SectionTabs.tsx';

/** 缴费: who has to pay, whose slip waits to be looked at, who has paid; page by page, by state. */
export default function Fees() {
  const address = useAddressState();
  const state = FEE_STATES.find((one) => one === address.get('state')) ?? 'due';
  const after = address.get('after');
  const { data, error, refetch } = useEndpoint(listFees, {
    query: { state, limit: 50, ...(after === null ? {} : { after }) },
  });
  const [file, setFile] = useState<ShownFee | null>(null);
  const items = data?.items ?? [];
  const selected = items.find(({ id }) => id === address.get('id')) ?? items[0] ?? null;
  return (
    <>
      <h1>缴费</h1>
      <SectionTabs section="fees" here="/office/fees" />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title={FEE_STATE_NAMES[state]}
          items={items}
          selected={selected?.id ?? null}
          onSelect={(id) => {
            setFile(null);
            address.set({ id });
          }}
          filters={
            <>
              <label className="zp-field">
                <span className="zp-field-label">状态</span>
                <select
                  className="zp-input"
                  value={state}
                  onChange={(event) => address.set({ state: event.target.value, id: null, after: null })}
                >
                  {FEE_STATES.map((one) => (
                    <option key={one} value={one}>
                      {FEE_STATE_NAMES[one]}
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
          empty={<Empty title={`没有“${FEE_STATE_NAMES[state]}”的申报`}>{EMPTY[state]}</Empty>}
          detail={selected === null ? null : <Detail key={selected.id} id={selected.id} onFile={setFile} />}
          beside={file === null ? undefined : <FilePreview {...file} onClose={() => setFile(null)} />}
        />
      )}
    </>
  );
}

const EMPTY: Readonly<Record<FeeState, string>> = {
  due: '资格审查通过、计划规定缴费的申报列在这里。',
  slip: '申报人上传的转账凭证列在这里，等待核对到账。',
  paid: '确认到账的申报列在这里。',
  waived: '免缴的申报列在这里。',
  refunded: '申报结束后退费的列在这里。',
};

function Entry({ line }: { line: FeeLine }) {
  return (
    <>
      <strong>{line.applicantName}</strong>
      <span className="zp-muted">{line.unitName}</span>
      <span className="zp-small">
        {yuanOf(line.amountFen)} 元，附言 {line.reference}
        {line.settledOn === null ? '' : `，${formatDate(line.settledOn)}`}
      </span>
    </>
  );
}

function Detail({ id, onFile }: { id: string; onFile: (file: ShownFee) => void }) {
  const { data, error, refetch } = useEndpoint(readFee, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data?.charged) return <Loading />;
  const fee: NonNullable<FeeView['charged']> = data.charged;
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>
          {data.applicantName}：{fee.stateName}
        </h2>
        <Facts
          of={[
            ['申报号', data.number],
            ['用人单位', data.unitName],
            ['计划', data.planName],
            ['应缴', `${yuanOf(fee.amountFen)} 元`],
            ['附言', fee.reference],
            ['未缴费的', fee.unpaid],
          ]}
        />
      </section>
      <FeeDecisions fee={data} charged={fee} />
      <FeeHistory id={id} fee={fee} onFile={onFile} />
    </div>
  );
}
