import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getMe,
  readSecurity,
  renewRecoveryCodes,
  type Security,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { qrSvg } from '../../../shared/qr.ts';
import { Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';

const CHANGES = [readSecurity, getMe] as const;

/** 两步验证: set up by scanning, kept with recovery codes, ended with password and code. */
export function SecondFactor({ security }: { security: Security }) {
  const { secondFactor } = security;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <section className="zp-card zp-stack" aria-label="两步验证">
      <h2>两步验证</h2>
      {secondFactor.on ? (
        <p>
          已开启{secondFactor.since === null ? '' : `（${formatInstant(secondFactor.since)}起）`}，还有
          {secondFactor.recoveryCodesLeft} 个恢复码。
        </p>
      ) : (
        <p>
          登录时在密码之后再输入手机身份验证器显示的六位数字，密码泄露也不能登录。
          {secondFactor.required ? '您的身份必须开启。' : ''}
        </p>
      )}
      {codes === null ? null : <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {secondFactor.on ? (
        <Change required={secondFactor.required} onCodes={setCodes} />
      ) : codes === null ? (
        <SetUp onCodes={setCodes} />
      ) : null}
    </section>
  );
}

function SetUp({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const begin = useCallCommand(beginSecondFactor, []);
  const confirm = useCallCommand(confirmSecondFactor, CHANGES);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const start = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ body: { password } });
  };
  const finish = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ body: { code } }, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) });
  };
  if (!begin.data) {
    return (
      <form onSubmit={start} className="zp-stack">
        <Field
          label="登录密码"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <ErrorNote error={begin.error} />
        <button type="submit" className="zp-button zp-button-main" disabled={begin.isPending}>
          设置两步验证
        </button>
      </form>
    );
  }
  return (
    <form onSubmit={finish} className="zp-stack">
      <p>一、用手机上的身份验证器（如微信小程序“腾讯身份验证器”、Microsoft Authenticator）扫描二维码。</p>
      <div
        role="img"
        aria-label="身份验证器二维码"
        style={{ width: '14rem', maxWidth: '100%' }}
        dangerouslySetInnerHTML={{ __html: qrSvg(begin.data.uri) }}
      />
      <p>
        不能扫描的，<a href={begin.data.uri}>在本机的身份验证器中打开</a>，或手工输入密钥{' '}
        <span className="zp-mono" style={{ overflowWrap: 'anywhere', userSelect: 'all' }} data-testid="totp-secret">
          {begin.data.secret}
        </span>
      </p>
      <Field
        label="二、输入验证器显示的六位数字"
        value={code}
        onChange={setCode}
        max={6}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <ErrorNote error={confirm.error} />
      <button type="submit" className="zp-button zp-button-main" disabled={confirm.isPending}>
        开启两步验证
      </button>
    </form>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <div className="zp-proof" role="status">
      <p>
        <strong>恢复码</strong>：手机不在身边时代替验证码，每个只能用一次。请抄下或打印，妥善保存；只显示这一次。
      </p>
      <ul className="zp-list zp-mono" style={{ columns: '10rem' }}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <button type="button" className="zp-button" onClick={onKept}>
        已保存
      </button>
    </div>
  );
}

function Change(props: { required: boolean; onCodes: (codes: readonly string[]) => void }) {
  const renew = useCallCommand(renewRecoveryCodes, CHANGES);
  const end = useCallCommand(endSecondFactor, CHANGES);
  const [open, setOpen] = useState<'renew' | 'end' | null>(null);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const close = () => {
    setOpen(null);
    setPassword('');
    setCode('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { password, code };
    if (open === 'end') end.mutate({ body }, { onSuccess: close });
    else {
      const onSuccess = ({ recoveryCodes }: { recoveryCodes: string[] }) => {
        props.onCodes(recoveryCodes);
        close();
      };
      renew.mutate({ body }, { onSuccess });
    }
  };
  if (open === null) {
    return (
      <div className="zp-row">
        <button type="button" className="zp-button" onClick={() => setOpen('renew')}>
          重新生成恢复码
        </button>
        {props.required ? null : (
          <button type="button" className="zp-button" onClick={() => setOpen('end')}>
            关闭两步验证
          </button>
        )}
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="zp-stack">
      <Field label="登录密码" type="password" autoComplete="current-password" value={password} onChange={setPassword} />
      <Field label="验证码或恢复码" value={code} onChange={setCode} max={20} autoComplete="one-time-code" />
      <ErrorNote error={renew.error ?? end.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={renew.isPending || end.isPending}>
          {open === 'end' ? '关闭两步验证' : '重新生成恢复码'}
        </button>
        <button type="button" className="zp-button" onClick={close}>
          返回
        </button>
      </div>
    </form>
  );
}
