import { publishPrivacyNotice, readPrivacyNotice } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';
import '../../parts/material.css';

/** 个人信息告知书: the version that stands, and publishing the next one. */
export default function NoticePage() {
  const { data, error, refetch } = useEndpoint(readPrivacyNotice, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { notice } = data;
  return (
    <div className="zp-stack">
      <h1>个人信息告知书</h1>
      {notice === null ? (
        <p>还没有发布。发布前，注册和登录的人不会被征求同意。</p>
      ) : (
        <section className="zp-card zp-stack">
          <h2>{notice.title}</h2>
          <p className="zp-muted">
            第 {notice.version} 版，{formatInstant(notice.publishedAt)}发布
          </p>
          <p className="zp-prose zp-pre">{notice.body}</p>
          <h3>敏感个人信息</h3>
          <p className="zp-prose zp-pre">{notice.sensitive}</p>
        </section>
      )}
      <Publish
        key={notice?.version ?? 0}
        title={notice?.title ?? ''}
        body={notice?.body ?? ''}
        sensitive={notice?.sensitive ?? ''}
      />
    </div>
  );
}

function Publish(props: { title: string; body: string; sensitive: string }) {
  const publish = useCallCommand(publishPrivacyNotice, [readPrivacyNotice]);
  const [title, setTitle] = useState(props.title);
  const [body, setBody] = useState(props.body);
  const [sensitive, setSensitive] = useState(props.sensitive);
  const filled = [title, body, sensitive].every((one) => one.trim() !== '');
  const changed = title !== props.title || body !== props.body || sensitive !== props.sensitive;
  return (
    <section className="zp-card zp-stack">
      <h2>发布新版</h2>
      <Field label="标题" value={title} onChange={setTitle} max={100} />
      <label className="zp-field">
        <span className="zp-field-label">正文</span>
        <textarea className="zp-input" rows={12} value={body} onChange={(event) => setBody(event.target.value)} />
      </label>
      <label className="zp-field">
        <span className="zp-field-label">敏感个人信息（须单独同意的部分）</span>
        <textarea
          className="zp-input"
          rows={4}
          value={sensitive}
          onChange={(event) => setSensitive(event.target.value)}
        />
      </label>
      {filled && changed ? (
        <ConfirmStep
          title="发布新版告知书"
          effects={['所有人下次打开平台时重新征求同意，同意前不能办理。', '以前的版本和同意记录保留。']}
          touches="本次操作发布 1 个版本。"
          agree="内容已经审定。"
          button="发布"
          onConfirm={() => publish.mutateAsync({ body: { title, body, sensitive } })}
        />
      ) : null}
    </section>
  );
}
