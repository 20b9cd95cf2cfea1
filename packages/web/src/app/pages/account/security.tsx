import {
  changePassword,
  endOtherSessions,
  endSession,
  listOwnSignIns,
  readSecurity,
  type Security as SecurityOf,
  unlinkIdentity,
} from '@zhiping/contract';
import { isTokenRelation } from '@zhiping/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { beginSignOn } from '../../../shared/sign-on.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { Facts, Field } from '../../parts/Field.tsx';
import { useMe } from '../../session.ts';
import { useCallCommand } from '../../use-command.ts';
import { ContactChange } from './ContactChange.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { deviceName, OUTCOME_NAMES, WAY_NAMES } from './sign-in-words.ts';

/** 账户安全: password, second factor, where one is signed in, who tried to. */
export default function Security() {
  const me = useMe();
  const { data, error, refetch } = useEndpoint(readSecurity, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>账户安全</h1>
      {me.data?.limited ? (
        <p className="zp-error" role="alert">
          您的身份必须使用两步验证。请在下面设置；设置前只能办理个人事项。
        </p>
      ) : null}
      <section className="zp-card">
        <h2>登录名</h2>
        <Facts
          of={[
            ['用户名', data.username],
            ['手机号码', data.phone],
            ['电子邮箱', data.email],
          ]}
        />
        <p className="zp-muted">以上都可以用来登录。</p>
        <ContactChange />
      </section>
      <SecondFactor security={data} />
      {data.signOn ? <SignOn signOn={data.signOn} /> : null}
      <Password />
      {me.data?.relations.some(({ relation }) => isTokenRelation(relation)) ? (
        <section className="zp-card" aria-label="接口令牌与推送">
          <h2>接口令牌与推送</h2>
          <p>
            本单位的系统要调用平台接口的，<Link to="/account/tokens">建立和停用接口令牌</Link>
            ；要在申报换环节时得到通知的，
            <Link to="/account/webhooks">建立推送</Link>。
          </p>
        </section>
      ) : null}
      {me.data !== undefined && me.data.relations.length > 0 ? (
        <section className="zp-card" aria-label="委托与移交">
          <h2>委托与移交</h2>
          <p>
            出差、休假或离开岗位时，<Link to="/account/delegations">委托同事代办，或移交给接任的人</Link>。
          </p>
        </section>
      ) : null}
      <section className="zp-card" aria-label="合并账户">
        <h2>合并账户</h2>
        <p>
          您还有另一个账户的，例如忘记以前注册过、单位或办公室另外登记过，可以
          <Link to="/account/merge">合并成一个</Link>。
        </p>
      </section>
      <Sessions sessions={data.sessions} />
      <SignIns />
    </div>
  );
}

function SignOn({ signOn }: { signOn: NonNullable<SecurityOf['signOn']> }) {
  const unlink = useCallCommand(unlinkIdentity, [readSecurity]);
  const [error, setError] = useState<unknown>(null);
  return (
    <section className="zp-card zp-stack" aria-label={signOn.name}>
      <h2>{signOn.name}</h2>
      {signOn.links.length === 0 ? <p>还没有关联。关联后可以直接用{signOn.name}登录。</p> : null}
      <ul className="zp-list zp-stack">
        {signOn.links.map((link) => (
          <li key={link.id} className="zp-row">
            <span>已关联，{formatInstant(link.linkedAt)}</span>
            <button
              type="button"
              className="zp-button"
              disabled={unlink.isPending}
              onClick={() => unlink.mutate({ params: { identityId: link.id } })}
            >
              解除关联
            </button>
          </li>
        ))}
      </ul>
      <ErrorNote error={error ?? unlink.error} />
      {signOn.links.length > 0 ? null : (
        <button
          type="button"
          className="zp-button"
          onClick={() => void beginSignOn('/app/account/security').catch(setError)}
        >
          关联{signOn.name}
        </button>
      )}
    </section>
  );
}

function Password() {
  const change = useCallCommand(changePassword, [readSecurity]);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { body: { current, next } },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
        },
      },
    );
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>修改密码</h2>
      <Field label="现在的密码" type="password" autoComplete="current-password" value={current} onChange={setCurrent} />
      <Field
        label="新密码"
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        help="至少10个字符，不用生日、号码和常见词。修改后，其他设备上的登录立即结束。"
      />
      <ErrorNote error={change.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button" disabled={change.isPending}>
          修改密码
        </button>
        {change.isSuccess ? <span role="status">已修改</span> : null}
      </div>
    </form>
  );
}

function Sessions({ sessions }: { sessions: SecurityOf['sessions'] }) {
  const end = useCallCommand(endSession, [readSecurity]);
  const endOthers = useCallCommand(endOtherSessions, [readSecurity]);
  return (
    <section className="zp-card zp-stack" aria-label="正在登录的设备">
      <h2>正在登录的设备</h2>
      <ErrorNote error={end.error ?? endOthers.error} />
      <ul className="zp-list zp-stack">
        {sessions.map((one) => (
          <li key={one.id} className="zp-row">
            <span>
              {deviceName(one.agent)}
              {one.current ? '（本机）' : ''}
              <br />
              <span className="zp-small zp-muted">
                {one.address}，{formatInstant(one.createdAt)}登录，最近使用{formatInstant(one.lastSeenAt)}
              </span>
            </span>
            {one.current ? null : (
              <button
                type="button"
                className="zp-button"
                disabled={end.isPending}
                onClick={() => end.mutate({ params: { sessionId: one.id } })}
              >
                退出<span className="zp-hidden">：{deviceName(one.agent)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <button type="button" className="zp-button" disabled={endOthers.isPending} onClick={() => endOthers.mutate({})}>
          退出其他全部设备
        </button>
      ) : null}
    </section>
  );
}

function SignIns() {
  const pages = usePages();
  const query = { limit: 10, ...pages.after };
  const { data, error, refetch } = useEndpoint(listOwnSignIns, { query });
  return (
    <section className="zp-card zp-stack" aria-label="登录记录">
      <h2>登录记录</h2>
      <p className="zp-muted">有不是本人的登录时，请立即修改密码，并告知平台安全管理员。</p>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <ul className="zp-list">
        {(data?.items ?? []).map((one) => (
          <li key={one.id}>
            {formatInstant(one.at)}，{OUTCOME_NAMES[one.outcome]}（{WAY_NAMES[one.way]}）
            <span className="zp-small zp-muted">
              　{deviceName(one.agent)}，{one.address}
            </span>
          </li>
        ))}
      </ul>
      <PageButtons pages={pages} next={data?.next} />
    </section>
  );
}
