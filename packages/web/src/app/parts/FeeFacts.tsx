import { downloadFeeFile, downloadFeeReceipt, downloadPaymentNotice, type FeeView } from '@zhiping/contract';
import { yuanOf } from '@zhiping/core';
import { formatDate, formatInstant } from '../../shared/index.ts';
import { Facts } from './Field.tsx';
import { fileHref } from './FilePreview.tsx';

type Charged = NonNullable<FeeView['charged']>;

/** Where and how the fee is paid: the account as it should be read, and as it was printed where that differs. */
export function FeeAccount({ id, fee }: { id: string; fee: Charged }) {
  return (
    <section className="zp-card">
      <h2>收款账户</h2>
      <Facts
        of={[
          ['金额', `${yuanOf(fee.amountFen)} 元`],
          ['缴费方式', fee.method],
          ['户名', fee.account.name],
          ['账号', fee.account.number],
          ['开户银行', fee.account.bank],
          ['附言（必填）', fee.reference],
          ['缴纳期限', fee.due],
          ['收费依据', `${fee.basis}，通知${fee.label}`],
        ]}
      />
      <p>请在转账附言中只填写 {fee.reference}，到账后据此自动核对。</p>
      {fee.waiting || fee.settled !== null ? (
        <p>
          <a href={fileHref(downloadPaymentNotice, { id })} target="_blank" rel="noreferrer">
            缴费通知（PDF）
          </a>
          {fee.settled === null || fee.settled.receiptNumber === null ? null : (
            <>
              {'　'}
              <a href={fileHref(downloadFeeReceipt, { id })} target="_blank" rel="noreferrer">
                缴费凭据（PDF）
              </a>
            </>
          )}
        </p>
      ) : null}
      {fee.asPrinted === null ? null : (
        <details>
          <summary>通知上印的与此不同</summary>
          <Facts
            of={[
              ['户名', fee.asPrinted.name],
              ['账号', fee.asPrinted.number],
              ['开户银行', fee.asPrinted.bank],
            ]}
          />
          {fee.reading === null ? null : (
            <p>
              {fee.reading.question}。本计划采用：{fee.reading.chosen}。理由：{fee.reading.why}。
            </p>
          )}
        </details>
      )}
    </section>
  );
}

/** Slips handed in, the payment or waiver, and a refund. */
export function FeeHistory({ id, fee, onFile }: { id: string; fee: Charged; onFile?: (file: ShownFee) => void }) {
  const { settled, refund } = fee;
  const open = (fileId: string, name: string) => {
    const href = fileHref(downloadFeeFile, { id, fileId });
    return onFile === undefined ? (
      <a href={href} target="_blank" rel="noreferrer">
        {name}
      </a>
    ) : (
      <button type="button" className="zp-button" onClick={() => onFile({ href, name })}>
        {name}
      </button>
    );
  };
  return (
    <>
      {fee.slips.length === 0 ? null : (
        <section className="zp-card">
          <h2>转账凭证</h2>
          <ul className="zp-list">
            {fee.slips.toReversed().map((slip) => (
              <li key={slip.id}>
                {open(slip.id, slip.name)} <span className="zp-muted">{formatInstant(slip.uploadedAt)}</span>
                {slip.returnedReason === null ? null : <p>已退回：{slip.returnedReason}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {settled === null ? null : (
        <section className="zp-card">
          <h2>{settled.way === 'waiver' ? '免缴' : '收款收据'}</h2>
          <Facts
            of={[
              ['收据编号', settled.receiptNumber],
              [settled.way === 'waiver' ? '认定日期' : '到账日期', formatDate(settled.on)],
              ['金额', settled.way === 'waiver' ? null : `${yuanOf(settled.amountFen)} 元`],
              ['付款人', settled.payer === '' ? null : settled.payer],
              ['核对方式', WAYS[settled.way]],
              ['说明', settled.reason === '' ? null : settled.reason],
            ]}
          />
          {settled.proof === null ? null : <p>证明：{open(settled.proof.id, settled.proof.name)}</p>}
        </section>
      )}
      {refund === null ? null : (
        <section className="zp-card">
          <h2>退费</h2>
          <Facts
            of={[
              ['退费日期', formatDate(refund.on)],
              ['金额', `${yuanOf(refund.amountFen)} 元`],
              ['理由', refund.reason],
            ]}
          />
        </section>
      )}
    </>
  );
}

export interface ShownFee {
  readonly href: string;
  readonly name: string;
}
const WAYS = { hand: '人工确认', statement: '按银行流水核对', online: '网上支付', waiver: '免缴' } as const;
