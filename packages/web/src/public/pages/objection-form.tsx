import type { PublicPublicity } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { api } from '../../shared/api.ts';
import { formatInstant } from '../../shared/text/dates.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';

interface Filed {
  readonly receiptNumber: string;
  readonly receivedAt: string;
}

/** Objection with real name and contact; answered by a receipt number, with which the answer can be asked for. */
export function ObjectionForm(props: {
  publicity: PublicPublicity;
  place: number | null;
  onPlace: (place: number | null) => void;
}) {
  const { publicity, place } = props;
  const [values, setValues] = useState({ name: '', contact: '', content: '' });
  const [truthful, setTruthful] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [filed, setFiled] = useState<Filed | null>(null);
  const [key] = useState(() => crypto.getRandomValues(new Uint32Array(4)).join('-'));
  if (filed !== null)
    return (
      <section id="objection" className="zp-card" aria-live="polite">
        <h2>异议已收到</h2>
        <p>
          回执号 <strong className="zp-mono zp-receipt-number">{filed.receiptNumber}</strong>
        </p>
        <p>收到时间：{formatInstant(filed.receivedAt, true)}。请记下回执号，核查完毕后可凭它在“公示”页查询答复。</p>
      </section>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    api
      .post<Filed>(
        `/api/publicities/${encodeURIComponent(publicity.token)}/objections`,
        { ...values, place: publicity.list === null ? null : place, truthful },
        { idempotencyKey: key },
      )
      .then(setFiled, setError)
      .finally(() => setBusy(false));
  };
  const field = (name: keyof typeof values) => ({
    id: `objection-${name}`,
    required: true,
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });
  return (
    <section id="objection" className="zp-card">
      <h2>提出异议</h2>
      <p className="zp-muted">
        请实事求是，署真实姓名。您的姓名和联系方式加密保存，只给负责核查的人看，不告诉被反映人。
      </p>
      <form onSubmit={submit}>
        {publicity.list === null ? null : (
          <div className="zp-field">
            <label htmlFor="objection-place">对哪一位提出</label>
            <select
              id="objection-place"
              required
              value={place ?? ''}
              onChange={(event) => props.onPlace(event.target.value === '' ? null : Number(event.target.value))}
            >
              <option value="">请选择</option>
              {publicity.list.map((person) => (
                <option key={person.place} value={person.place}>
                  {person.place}　{person.name}　{person.unit}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="zp-field">
          <label htmlFor="objection-content">反映的问题和依据</label>
          <textarea rows={6} maxLength={2000} {...field('content')} />
        </div>
        <div className="zp-field">
          <label htmlFor="objection-name">真实姓名</label>
          <input autoComplete="name" maxLength={60} {...field('name')} />
        </div>
        <div className="zp-field">
          <label htmlFor="objection-contact">联系电话或地址</label>
          <input autoComplete="tel" maxLength={100} {...field('contact')} />
        </div>
        <label className="zp-check">
          <input type="checkbox" required checked={truthful} onChange={(event) => setTruthful(event.target.checked)} />
          <span>我确认所反映的情况属实，并愿意配合核查。</span>
        </label>
        <ErrorNote error={error} />
        <button type="submit" className="zp-button zp-button-main" disabled={busy}>
          {busy ? '正在提交…' : '提交异议'}
        </button>
      </form>
    </section>
  );
}
