import {
  askPrivacy,
  getMe,
  listPrivacyConsents,
  listOwnAccess,
  listOwnPrivacyRequests,
  PRIVACY_REQUEST_KINDS,
  type PrivacyRequestKind,
  withdrawPrivacyConsent,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { useCallCommand } from '../../use-command.ts';
import { KeptPeriods } from './KeptPeriods.tsx';
import { ACCESS_NAMES, REQUEST_KIND_NAMES, REQUEST_STATE_NAMES } from './privacy-words.ts';

/** 我的信息与隐私: who looked at the own data, what may be asked of the platform, and what was agreed to. */
export default function Privacy() {
  return (
    <div className="zp-stack">
      <h1>我的信息与隐私</h1>
      <Access />
      <Requests />
      <KeptPeriods />
      <Consents />
    </div>
  );
}

function Access() {
  const pages = usePages();
  const query = { limit: 20, ...pages.after };
  const { data, error, refetch } = useEndpoint(listOwnAccess, { query });
  return (
    <section className="zp-card zp-stack" aria-label="谁看过我的信息">
      <h2>谁看过我的信息</h2>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loading /> : null}
      {data?.items.length === 0 ? <Empty title="没有记录">有人查看您的档案或号码后列在这里。</Empty> : null}
      <ul className="zp-list">
        {(data?.items ?? []).map((one) => (
          <li key={one.id}>
            {formatInstant(one.at)}，{one.organisation}
            {one.byName} {ACCESS_NAMES[one.what]}
          </li>
        ))}
      </ul>
      <PageButtons pages={pages} next={data?.next} />
    </section>
  );
}

const KINDS = PRIVACY_REQUEST_KINDS.map((value) => ({ value, label: REQUEST_KIND_NAMES[value] }));

function Requests() {
  const { data, error, refetch } = useEndpoint(listOwnPrivacyRequests, {});
  const ask = useCallCommand(askPrivacy, [listOwnPrivacyRequests]);
  const [kind, setKind] = useState<PrivacyRequestKind>('copy');
  const [text, setText] = useKeptText('privacy-request');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ body: { kind, text } }, { onSuccess: () => setText('') });
  };
  return (
    <section className="zp-card zp-stack" aria-label="向平台提出请求">
      <h2>向平台提出请求</h2>
      <form onSubmit={submit} className="zp-stack">
        <Choice
          label="请求"
          value={kind}
          onChange={(value) => setKind(PRIVACY_REQUEST_KINDS.find((one) => one === value) ?? 'copy')}
          options={KINDS}
        />
        <label className="zp-field">
          <span className="zp-field-label">具体内容</span>
          <textarea
            className="zp-input"
            rows={4}
            required
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="zp-small zp-muted">十五日内答复，答复显示在这里。业绩档案可以随时自行修改和导出。</span>
        </label>
        <ErrorNote error={ask.error} />
        <button type="submit" className="zp-button" disabled={ask.isPending}>
          提出请求
        </button>
      </form>
      {ask.data ? (
        <p role="status">
          已受理，编号 {ask.data.number}，{formatInstant(ask.data.dueAt)}前答复。
        </p>
      ) : null}
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <ul className="zp-list zp-stack">
        {(data?.items ?? []).map((one) => (
          <li key={one.id}>
            <strong>{REQUEST_KIND_NAMES[one.kind]}</strong>（{one.number}）　{REQUEST_STATE_NAMES[one.state]}
            <br />
            {one.text}
            <br />
            <span className="zp-small zp-muted">
              {formatInstant(one.createdAt)}提出，
              {one.answeredAt === null
                ? `${formatInstant(one.dueAt)}前答复${one.overdue ? '，已逾期' : ''}`
                : `${formatInstant(one.answeredAt)}答复`}
            </span>
            {one.answer === '' ? null : <p>答复：{one.answer}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Consents() {
  const { data, error, refetch } = useEndpoint(listPrivacyConsents, {});
  const withdraw = useCallCommand(withdrawPrivacyConsent, [listPrivacyConsents, getMe]);
  const standing = (data?.items ?? []).some(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <section className="zp-card zp-stack" aria-label="我的同意">
      <h2>我的同意</h2>
      <ErrorNote error={error ?? withdraw.error} onRetry={() => void refetch()} />
      <ul className="zp-list">
        {(data?.items ?? []).map((one) => (
          <li key={one.id}>
            {one.kind === 'notice' ? '告知书' : '处理敏感个人信息'}第 {one.version} 版，{formatInstant(one.givenAt)}同意
            {one.withdrawnAt === null ? '' : `，${formatInstant(one.withdrawnAt)}撤回`}
          </li>
        ))}
      </ul>
      {standing ? (
        <button type="button" className="zp-button" disabled={withdraw.isPending} onClick={() => withdraw.mutate({})}>
          撤回同意
        </button>
      ) : null}
      <p className="zp-muted">撤回前的处理仍然有效；再次办理前会重新征求同意。</p>
    </section>
  );
}
