import type { OpenedInvitation } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { api } from '../../shared/api.ts';
import { EMPTY_LETTER, type LetterValues } from '../../shared/endorser-words.ts';
import { formatInstant } from '../../shared/text/dates.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { LetterFields } from '../../shared/ui/LetterFields.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { SignaturePad } from '../../shared/ui/SignaturePad.tsx';
import { useLink, withPicture } from '../use-link.ts';

/** 专家推荐书 or 专家评议书, filled in by an expert who holds a link of one use; no login. */
export default function Endorse() {
  const { token, data, error } = useLink<OpenedInvitation>('/api/endorsement-invitations/open');
  const [doneAt, setDone] = useState<string | null>(null);
  if (error !== null) {
    return (
      <div className="zp-page">
        <ErrorNote error={error} />
      </div>
    );
  }
  if (data === null) return <Loading />;
  if (doneAt !== null) {
    return (
      <section className="zp-page zp-card" role="status">
        <h1>《{data.form}》已提交</h1>
        <p>{formatInstant(doneAt, true)}收到，链接随即失效。评审时您将对该申报人回避。谢谢。</p>
      </section>
    );
  }
  return (
    <article className="zp-page zp-letter">
      <h1>{data.form}</h1>
      <section className="zp-card">
        <p>
          {data.invitedName}专家：{data.unitName} <strong>{data.applicantName}</strong> 申报{data.specialtyName}专业
          {data.levelName}（{data.planName}），请您
          {data.kind === 'recommendation' ? '出具推荐意见' : `对“${data.subject ?? '所选业绩'}”出具评议意见`}。
        </p>
        {data.asked.length === 0 ? null : (
          <>
            <p>标准的要求：</p>
            <ul className="zp-list">
              {data.asked.map(({ label, text }) => (
                <li key={`${label} ${text}`}>
                  {text}
                  {label === '' ? null : <span className="zp-label">{label}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="zp-muted">
          所填内容只用于本次申报的审核；您将不参加对该申报人的评审。链接在 {formatInstant(data.expiresAt)}{' '}
          前有效，只能提交一次。
        </p>
      </section>
      <Letter token={token} form={data.form} invitedName={data.invitedName} onDone={setDone} />
    </article>
  );
}

function Letter(props: { token: string; form: string; invitedName: string; onDone: (at: string) => void }) {
  const [values, setValues] = useState<LetterValues>({ ...EMPTY_LETTER, name: props.invitedName });
  const [pledged, setPledged] = useState(false);
  const [picture, setPicture] = useState<Blob | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (picture === null) return;
    setBusy(true);
    setError(null);
    const fields = { token: props.token, ...values, pledged: pledged ? 'yes' : 'no' };
    api
      .post<{ at: string }>('/api/endorsement-invitations/fill', withPicture(fields, picture))
      .then(({ at }) => props.onDone(at), setError)
      .finally(() => setBusy(false));
  };
  return (
    <form className="zp-card" onSubmit={submit}>
      <h2>填写《{props.form}》</h2>
      <LetterFields values={values} onChange={setValues} />
      <label className="zp-check">
        <input type="checkbox" required checked={pledged} onChange={(event) => setPledged(event.target.checked)} />
        <span>我承诺所填内容真实，意见由本人独立作出，并承担相应责任。</span>
      </label>
      <p>请手写签名：</p>
      <SignaturePad onChange={setPicture} />
      <ErrorNote error={error} />
      <p>
        <button type="submit" className="zp-button zp-button-main" disabled={busy || picture === null}>
          {busy ? '正在提交…' : '签名并提交'}
        </button>
      </p>
    </form>
  );
}
