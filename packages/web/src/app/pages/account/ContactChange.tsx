import { beginContactChange, confirmContactChange, readSecurity } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';

const NAMES = { phone: '手机号码', email: '电子邮箱' } as const;
type Kind = keyof typeof NAMES;

/** 更换手机号码或电子邮箱: a code goes to the new one; nothing changes before it comes back. */
export function ContactChange() {
  const [kind, setKind] = useState<Kind | null>(null);
  const [changed, setChanged] = useState<Kind | null>(null);
  if (kind !== null) {
    return (
      <Steps
        key={kind}
        kind={kind}
        onEnd={(done) => {
          setChanged(done ? kind : null);
          setKind(null);
        }}
      />
    );
  }
  return (
    <div className="zp-row">
      <button type="button" className="zp-button" onClick={() => setKind('phone')}>
        更换手机号码
      </button>
      <button type="button" className="zp-button" onClick={() => setKind('email')}>
        更换电子邮箱
      </button>
      {changed === null ? null : <span role="status">{NAMES[changed]}已更换</span>}
    </div>
  );
}

function Steps({ kind, onEnd }: { kind: Kind; onEnd: (done: boolean) => void }) {
  const begin = useCallCommand(beginContactChange, []);
  const confirm = useCallCommand(confirmContactChange, [readSecurity]);
  const [value, setValue] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const sendCode = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ body: { kind, value: value.trim(), password } });
  };
  const sendBack = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ body: { kind, code } }, { onSuccess: () => onEnd(true) });
  };
  return (
    <div className="zp-stack">
      <form className="zp-stack" onSubmit={sendCode}>
        <Field
          label={`新的${NAMES[kind]}`}
          type={kind === 'phone' ? 'tel' : 'text'}
          value={value}
          onChange={setValue}
          max={120}
        />
        <Field
          label="您的密码"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <ErrorNote error={begin.error} />
        <div className="zp-row">
          <button
            type="submit"
            className={begin.isSuccess ? 'zp-button' : 'zp-button zp-button-main'}
            disabled={begin.isPending}
          >
            {begin.isSuccess ? '重新发送验证码' : '发送验证码'}
          </button>
          <button type="button" className="zp-button" onClick={() => onEnd(false)}>
            返回
          </button>
        </div>
      </form>
      {begin.isSuccess ? (
        <form className="zp-stack" onSubmit={sendBack}>
          <p role="status">
            验证码已发往新的{NAMES[kind]}，十分钟内有效。原来的{NAMES[kind]}在验证后才更换。
          </p>
          <Field
            label="收到的验证码"
            value={code}
            onChange={setCode}
            max={6}
            autoComplete="one-time-code"
            inputMode="numeric"
          />
          <ErrorNote error={confirm.error} />
          <div className="zp-row">
            <button type="submit" className="zp-button zp-button-main" disabled={confirm.isPending}>
              更换{NAMES[kind]}
            </button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
