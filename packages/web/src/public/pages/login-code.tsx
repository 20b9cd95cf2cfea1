import { type FormEvent, useState } from 'react';
import { api } from '../../shared/api.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';

/** The step after the password: a code of the authenticator, or a recovery code. */
export function LoginCode(props: { challenge: string; onDone: () => void; onBack: () => void }) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    api
      .post('/api/session/code', { challenge: props.challenge, code: code.trim() })
      .then(props.onDone, (thrown: unknown) => {
        setError(thrown);
        setBusy(false);
      });
  };
  return (
    <form className="zp-card" onSubmit={submit}>
      <h1>两步验证</h1>
      <div className="zp-field">
        <label htmlFor="code">验证码或恢复码</label>
        <input
          id="code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          required
          minLength={6}
          maxLength={20}
          aria-describedby="code-help"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <small id="code-help" className="zp-muted">
          打开手机上的身份验证器，输入六位数字；手机不在身边的，输入一个恢复码。
        </small>
      </div>
      <ErrorNote error={error} />
      <button type="submit" className="zp-button zp-button-main" disabled={busy}>
        {busy ? '正在验证…' : '完成登录'}
      </button>
      <p>
        <button type="button" className="zp-link" onClick={props.onBack}>
          返回重新登录
        </button>
      </p>
    </form>
  );
}

/** The challenge where the server asks for a code after the password; null where it refused for another reason. */
export function challengeOf(problem: { readonly code: string; readonly details?: unknown }): string | null {
  if (problem.code !== 'SECOND_FACTOR_NEEDED') return null;
  const { challenge } = (problem.details ?? {}) as { readonly challenge?: unknown };
  return typeof challenge === 'string' ? challenge : null;
}
