import { getMe, givePrivacyConsent, listPrivacyConsents, readPrivacyNotice } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote, formatInstant, Loading } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';
import { useCallCommand } from '../use-command.ts';
import '../parts/material.css';

/** Asked at the first sign-in and again with every new version: the notice, consent to it, and apart from it to sensitive data. */
export function ConsentGate() {
  const { data, error, refetch } = useEndpoint(readPrivacyNotice, {});
  const give = useCallCommand(givePrivacyConsent, [getMe, listPrivacyConsents]);
  const [agreed, setAgreed] = useState(false);
  const [sensitive, setSensitive] = useState(false);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const notice = data?.notice;
  if (!notice) return <Loading />;
  return (
    <section className="zp-card zp-stack" aria-label="个人信息处理告知书">
      <h1>{notice.title}</h1>
      <p className="zp-muted">
        第 {notice.version} 版，{formatInstant(notice.publishedAt)}发布。请阅读后决定是否同意。
      </p>
      <p className="zp-prose zp-pre">{notice.body}</p>
      <label className="zp-check">
        <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
        <span>我已阅读并同意以上告知书</span>
      </label>
      <h2>敏感个人信息</h2>
      <p className="zp-prose zp-pre">{notice.sensitive}</p>
      <label className="zp-check">
        <input type="checkbox" checked={sensitive} onChange={(event) => setSensitive(event.target.checked)} />
        <span>我单独同意处理上述敏感个人信息</span>
      </label>
      <ErrorNote error={give.error} />
      <button
        type="button"
        className="zp-button zp-button-main"
        disabled={!agreed || !sensitive || give.isPending}
        onClick={() => give.mutate({ body: { version: notice.version, sensitive: true } })}
      >
        同意并继续
      </button>
      <p className="zp-muted">不同意的，可以退出；不在平台办理不影响您以其他方式申报的权利。</p>
    </section>
  );
}
