import {
  approveRetention,
  declineRetention,
  listRetentionChanges,
  proposeRetention,
  readRetention,
  type RetentionChange,
} from '@zhiping/contract';
import { classSpec, DOCUMENT_CLASS_IDS, type DocumentClass } from '@zhiping/core';
import { type FormEvent, useState } from 'react';
import { ConfirmStep, ErrorNote, formatInstant } from '../../../shared/index.ts';
import { useKeptText } from '../../kept.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { limitWords, periodWords } from '../../parts/retention-words.ts';
import { useCallCommand } from '../../use-command.ts';

const CHANGED = [readRetention, listRetentionChanges] as const;

/** One change that waits for the second person. `now` is the period in force. */
export function DecideChange({ change, now }: { change: RetentionChange; now: number | null }) {
  const [asked, setAsked] = useState(false);
  const approve = useCallCommand(approveRetention, CHANGED);
  const decline = useCallCommand(declineRetention, CHANGED);
  const params = { id: change.id };
  const { name } = classSpec(change.class);
  return (
    <section className="zp-card zp-stack" aria-label={`等待批准：${name}`}>
      <h2>
        等待批准：{name}由 {periodWords(now)} 改为 {periodWords(change.months)}
      </h2>
      <p>
        {change.proposedBy}于 {formatInstant(change.proposedAt)} 提出。理由：{change.reason}
      </p>
      {asked ? (
        <ConfirmStep
          title="批准变更保存期限"
          effects={[
            `“${name}”的保存期限改为 ${periodWords(change.months)}，随即执行，并向全体用户公开。`,
            '已经期满的材料不会因此立即销毁，仍须编制销毁清册、经两人同意。',
          ]}
          touches="本次操作涉及这一类的全部材料。"
          agree="期限符合规定，理由属实。"
          button="批准"
          onConfirm={() => approve.mutateAsync({ params })}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <>
          <ErrorNote error={decline.error} />
          <div className="zp-row">
            {change.yours ? (
              <span className="zp-muted">您提出的，请另一人批准。</span>
            ) : (
              <button type="button" className="zp-button zp-button-main" onClick={() => setAsked(true)}>
                批准…
              </button>
            )}
            <button
              type="button"
              className="zp-button"
              disabled={decline.isPending}
              onClick={() => decline.mutate({ params })}
            >
              {change.yours ? '撤销' : '不批准'}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

const FOR_EVER = '永久';

/** The form of the first person. */
export function ProposeChange({
  lines,
}: {
  lines: readonly { readonly class: DocumentClass; readonly months: number | null }[];
}) {
  const propose = useCallCommand(proposeRetention, CHANGED);
  const [of, setOf] = useState('');
  const [months, setMonths] = useState('');
  const [reason, setReason] = useKeptText('retention');
  const chosen = DOCUMENT_CLASS_IDS.find((id) => id === of);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === undefined) return;
    const body = { class: chosen, months: months === FOR_EVER ? null : Number(months), reason: reason.trim() };
    propose.mutate({ body }, { onSuccess: () => [setOf(''), setMonths(''), setReason('')] });
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>提出变更</h2>
      <Choice
        label="类别"
        value={of}
        onChange={(value) => {
          setOf(value);
          setMonths('');
        }}
        options={lines.map((line) => ({
          value: line.class,
          label: `${classSpec(line.class).name}（现为 ${periodWords(line.months)}）`,
        }))}
      />
      {chosen !== undefined && classSpec(chosen).forever ? (
        <label className="zp-check">
          <input
            type="checkbox"
            checked={months === FOR_EVER}
            onChange={(event) => setMonths(event.target.checked ? FOR_EVER : '')}
          />
          <span>永久保存</span>
        </label>
      ) : null}
      {months === FOR_EVER ? null : (
        <Field
          label="保存多少个月"
          inputMode="numeric"
          max={3}
          value={months}
          onChange={(typed) => setMonths(typed.replace(/\D/g, ''))}
          {...(chosen === undefined ? {} : { help: `${limitWords(chosen)}。` })}
        />
      )}
      <Field
        label="理由"
        max={1000}
        value={reason}
        onChange={setReason}
        help="写明依据的文件或决定，批准的人和以后的人都看得到。"
      />
      <ErrorNote error={propose.error} />
      <div className="zp-row">
        <button
          type="submit"
          className="zp-button zp-button-main"
          disabled={propose.isPending || chosen === undefined || months === ''}
        >
          提出变更
        </button>
        {propose.isSuccess ? <span role="status">已提出，等待另一人批准。</span> : null}
      </div>
    </form>
  );
}
