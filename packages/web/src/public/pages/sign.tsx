import type { OpenedPledge } from '@zhiping/contract';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { formatInstant } from '../../shared/text/dates.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { SignaturePad } from '../../shared/ui/SignaturePad.tsx';
import { useLink, withPicture } from '../use-link.ts';

/** 手机签名: reached by the code on the form; shows the pledge and takes one signature. */
export default function Sign() {
  const { token, data, error } = useLink<OpenedPledge>('/api/pledge-signatures/open');
  const [picture, setPicture] = useState<Blob | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [signedAt, setSigned] = useState<string | null>(null);
  if (error !== null) {
    return (
      <div className="zp-page">
        <ErrorNote error={error} />
      </div>
    );
  }
  if (data === null) return <Loading />;
  if (signedAt !== null) {
    return (
      <section className="zp-page zp-card" role="status">
        <h1>已签名</h1>
        <p>{formatInstant(signedAt, true)}收到。可以关闭本页，回到电脑上继续填报。</p>
      </section>
    );
  }
  const send = () => {
    if (picture === null) return;
    setBusy(true);
    setFailed(null);
    api
      .post<{ at: string }>('/api/pledge-signatures/sign', withPicture({ token }, picture))
      .then(({ at }) => setSigned(at), setFailed)
      .finally(() => setBusy(false));
  };
  return (
    <article className="zp-page zp-letter">
      <h1>申报承诺签名</h1>
      <p className="zp-muted">
        {data.applicantName}，{data.planName}，申报号 {data.number}
      </p>
      <section className="zp-card">
        <p className="zp-prose">{data.text}。</p>
        <p className="zp-muted">请本人在下面的框内手写签名，{formatInstant(data.expiresAt)}前有效。</p>
        <SignaturePad onChange={setPicture} />
        <ErrorNote error={failed} />
        <p>
          <button type="button" className="zp-button zp-button-main" disabled={picture === null || busy} onClick={send}>
            {busy ? '正在提交…' : '确认签名'}
          </button>
        </p>
      </section>
    </article>
  );
}
