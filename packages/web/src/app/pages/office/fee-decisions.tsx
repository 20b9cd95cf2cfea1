import {
  confirmFee,
  type FeeView,
  listFees,
  officeRefuse,
  readFee,
  readReconciliation,
  refundFee,
  returnSlip,
  waiveFee,
} from '@zhiping/contract';
import { yuanOf } from '@zhiping/core';
import { useState } from 'react';
import { ConfirmStep, dateOf, useClock } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { FileField, SCANS } from '../../parts/files.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { useCommand } from '../../use-command.ts';

type Form = 'confirm' | 'return' | 'waive' | 'refuse' | 'refund';
const REFRESH = [keyOf(listFees), keyOf(readFee), keyOf(readReconciliation)];

/** What the office may do about one fee. */
export function FeeDecisions({ fee, charged }: { fee: FeeView; charged: NonNullable<FeeView['charged']> }) {
  const [form, setForm] = useState<Form | null>(null);
  const run = useCommand(async (send: () => Promise<unknown>) => {
    await send();
    setForm(null);
  }, REFRESH);
  const params = { id: fee.applicationId };
  const { version } = fee;
  const cancel = () => setForm(null);
  switch (form) {
    case 'confirm':
      return (
        <Confirm
          fee={fee}
          amountFen={charged.amountFen}
          onSend={(body) => run.mutateAsync(() => call(confirmFee, { params, body: { version, ...body } }))}
          onCancel={cancel}
        />
      );
    case 'waive':
      return (
        <Waive
          kinds={charged.waivers}
          onSend={(body, file) =>
            run.mutateAsync(() => call(waiveFee, { params, body: { version, ...body } }, { file, fileName: file.name }))
          }
          onCancel={cancel}
        />
      );
    case 'return':
      return (
        <ReasonForm
          name={`slip-${params.id}`}
          title="退回凭证"
          effect="申报人会看到理由，重新上传；状态回到“待缴费”。"
          button="退回凭证"
          onSend={(reason) => run.mutateAsync(() => call(returnSlip, { params, body: { version, reason } }))}
          onCancel={cancel}
        />
      );
    case 'refuse':
      return (
        <ReasonForm
          name={`unpaid-${params.id}`}
          title="未缴费，不予评审"
          effect={`${charged.unpaid}。申报到此结束，申报人会看到理由。`}
          button="不予评审"
          onSend={(reason) => run.mutateAsync(() => call(officeRefuse, { params, body: { version, reason } }))}
          onCancel={cancel}
        />
      );
    case 'refund':
      return (
        <Refund
          onSend={(body) => run.mutateAsync(() => call(refundFee, { params, body: { version, ...body } }))}
          onCancel={cancel}
        />
      );
    case null: {
      const open = charged.waiting && (charged.state === 'due' || charged.state === 'slip');
      const refundable = charged.state === 'paid' && ENDED.has(fee.stage);
      if (!open && !refundable) return null;
      return (
        <section className="zp-card">
          <h2>办理</h2>
          <div className="zp-row">
            {open ? (
              <button type="button" className="zp-button zp-button-main" onClick={() => setForm('confirm')}>
                确认到账
              </button>
            ) : null}
            {charged.state === 'slip' && open ? (
              <button type="button" className="zp-button" onClick={() => setForm('return')}>
                退回凭证
              </button>
            ) : null}
            {open ? (
              <>
                <button type="button" className="zp-button" onClick={() => setForm('waive')}>
                  免缴
                </button>
                <button type="button" className="zp-button" onClick={() => setForm('refuse')}>
                  未缴费，不予评审
                </button>
              </>
            ) : null}
            {refundable ? (
              <button type="button" className="zp-button" onClick={() => setForm('refund')}>
                登记退费
              </button>
            ) : null}
          </div>
        </section>
      );
    }
  }
}

const ENDED = new Set(['withdrawn', 'not-recommended', 'refused', 'expired', 'not-passed', 'cancelled']);

function Confirm(props: {
  fee: FeeView;
  amountFen: number;
  onSend: (body: { paidOn: string; amountFen: number; payer: string; note: string }) => Promise<unknown>;
  onCancel: () => void;
}) {
  const clock = useClock();
  const [paidOn, setPaidOn] = useState('');
  const [payer, setPayer] = useState(props.fee.applicantName);
  const [note, setNote] = useState('');
  const day = paidOn === '' ? (clock === null ? '' : dateOf(clock.now)) : paidOn;
  return (
    <ConfirmStep
      title="确认到账"
      effects={['申报进入下一环节。', '生成收据编号，申报人可以看到。']}
      touches={`本次确认 1 件，${yuanOf(props.amountFen)} 元。`}
      agree={`已在银行账户中看到这笔 ${yuanOf(props.amountFen)} 元的收款。`}
      button="确认到账"
      onConfirm={() =>
        props.onSend({ paidOn: day, amountFen: props.amountFen, payer: payer.trim(), note: note.trim() })
      }
      onCancel={props.onCancel}
    >
      <Field label="到账日期" type="date" value={day} onChange={setPaidOn} />
      <Field label="付款人" value={payer} onChange={setPayer} max={120} required={false} />
      <Field label="说明" value={note} onChange={setNote} max={500} required={false} help="如现金、刷卡或单位代缴" />
    </ConfirmStep>
  );
}

function Waive(props: {
  kinds: readonly { readonly id: string; readonly name: string; readonly label: string }[];
  onSend: (body: { kind: string; reason: string }, file: File) => Promise<unknown>;
  onCancel: () => void;
}) {
  const [kind, setKind] = useState(props.kinds[0]?.id ?? 'other');
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File | null>(null);
  return (
    <ConfirmStep
      title="免缴评审费"
      effects={['申报进入下一环节，不生成收据。', '理由和证明记入存证记录。']}
      touches={file === null ? '请先选择证明文件。' : `本次免缴 1 件，证明：${file.name}`}
      agree="免缴有依据，理由已写明。"
      button="免缴"
      onConfirm={() =>
        file === null || reason.trim() === ''
          ? Promise.reject(new Error('请写明理由并附上证明。'))
          : props.onSend({ kind, reason: reason.trim() }, file)
      }
      onCancel={props.onCancel}
    >
      {props.kinds.length === 0 ? <p>本计划没有规定减免情形；确需免缴的，写明依据的文件。</p> : null}
      <label className="zp-field">
        <span className="zp-field-label">情形</span>
        <select className="zp-input" value={kind} onChange={(event) => setKind(event.target.value)}>
          {props.kinds.map(({ id, name, label }) => (
            <option key={id} value={id}>
              {name}（{label}）
            </option>
          ))}
          <option value="other">其他（写明依据）</option>
        </select>
      </label>
      <Field label="理由和依据" value={reason} onChange={setReason} max={500} />
      <FileField label="证明文件" accept={SCANS} onFile={setFile} />
    </ConfirmStep>
  );
}

function Refund(props: {
  onSend: (body: { refundedOn: string; reason: string }) => Promise<unknown>;
  onCancel: () => void;
}) {
  const clock = useClock();
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const day = on === '' ? (clock === null ? '' : dateOf(clock.now)) : on;
  return (
    <ConfirmStep
      title="登记退费"
      effects={['记下退费的日期和理由，对账时从已到账中减去。', '平台不转账，请先在银行办好。']}
      touches="本次登记 1 件。"
      agree="款项已经退回付款人。"
      button="登记退费"
      onConfirm={() =>
        reason.trim() === ''
          ? Promise.reject(new Error('请写明理由。'))
          : props.onSend({ refundedOn: day, reason: reason.trim() })
      }
      onCancel={props.onCancel}
    >
      <Field label="退费日期" type="date" value={day} onChange={setOn} />
      <Field label="理由" value={reason} onChange={setReason} max={500} />
    </ConfirmStep>
  );
}
