import { askConsent, CONSENT_STATES, type ConsentRequest, readConsents } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatDate, formatInstant } from '../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../call.ts';
import { useKeptText } from '../kept.ts';
import { useCommand } from '../use-command.ts';
import { Field } from './Field.tsx';

/** 征求业务主管部门同意: whether the case rests on it, who was asked, what was answered; and the form to ask. */
export function ConsentCard({ id, mayAsk }: { id: string; mayAsk: boolean }) {
  const { data, error, refetch } = useEndpoint(readConsents, { params: { id } });
  const [asking, setAsking] = useState(false);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data || data.specs.length === 0) return null;
  return (
    <section className="zp-card" aria-label="征求同意">
      <h2>征求同意</h2>
      {data.specs.map((spec) => (
        <p key={spec.id}>
          <strong>{spec.name}</strong>（{spec.label}）：
          {spec.given === true
            ? '已同意。'
            : spec.given === false
              ? '主管部门不同意。'
              : spec.needed
                ? '按现有业绩，这种申报方式须取得同意，才能报到评审委员会。'
                : '按现有业绩不需要；凭奖项、荣誉申报的不须征求。'}
        </p>
      ))}
      <Requests requests={data.requests} />
      {mayAsk && !asking ? (
        <button type="button" className="zp-button" onClick={() => setAsking(true)}>
          征求同意或认可…
        </button>
      ) : null}
      {asking ? <AskForm id={id} data={data} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function Requests({ requests }: { requests: readonly ConsentRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <ul className="zp-list">
      {requests.map((one) => (
        <li key={one.id}>
          {one.authorityName}：<strong>{CONSENT_STATES[one.state]}</strong>
          {one.document === null ? '' : `，${one.document.number}，${formatDate(one.document.date)}`}
          <span className="zp-small zp-muted">
            　{one.rowTitle === null ? '对本次申报' : `对业绩“${one.rowTitle}”`}，{one.askedBy}于{' '}
            {formatInstant(one.askedAt)} 征求
          </span>
          {one.reason === '' ? null : <p className="zp-small">理由：{one.reason}</p>}
        </li>
      ))}
    </ul>
  );
}

function AskForm(props: {
  id: string;
  data: NonNullable<ReturnType<typeof useEndpoint<typeof readConsents>>['data']>;
  onClose: () => void;
}) {
  const { id, data, onClose } = props;
  const [consent, setConsent] = useState(data.specs[0]?.id ?? '');
  const spec = data.specs.find((one) => one.id === consent);
  const [authorityId, setAuthority] = useState('');
  const [rowId, setRow] = useState('');
  const [note, setNote] = useKeptText(`consent-${id}`);
  const run = useCommand(
    () =>
      call(askConsent, {
        params: { id },
        body: { consent, authorityId, rowId: rowId === '' ? null : rowId, note },
      }),
    [keyOf(readConsents)],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setNote('');
      onClose();
    };
    run.mutate(undefined, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} aria-label="征求同意或认可">
      {data.specs.length < 2 ? null : (
        <Choice label="哪一项同意" value={consent} onChange={setConsent} options={data.specs} />
      )}
      <Choice
        label="向哪个部门"
        value={authorityId}
        onChange={setAuthority}
        options={spec?.authorities ?? []}
        empty="请选择部门"
      />
      <Choice
        label="征求什么"
        value={rowId}
        onChange={setRow}
        required={false}
        options={data.rows.map((row) => ({ id: row.id, name: `认可业绩“${row.title}”` }))}
        empty="同意本次申报"
      />
      <Field label="说明（可不填）" value={note} onChange={setNote} required={false} max={500} />
      <p className="zp-small zp-muted">主管部门可以看到本次申报所选的业绩和佐证材料。</p>
      <ErrorNote error={run.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={run.isPending || authorityId === ''}>
          发送
        </button>
        <button type="button" className="zp-button" onClick={onClose}>
          返回
        </button>
      </div>
    </form>
  );
}

function Choice(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { readonly id: string; readonly name: string }[];
  empty?: string;
  required?: boolean;
}) {
  return (
    <label className="zp-field">
      <span className="zp-field-label">{props.label}</span>
      <select
        className="zp-input"
        value={props.value}
        required={props.required ?? true}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
