import { type FormEvent, useEffect, useState } from 'react';
import { ApiError, api, problemFrom } from '../../shared/api.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Link } from '../router.tsx';
import { useRead } from '../use-read.ts';
import { challengeOf, LoginCode } from './login-code.tsx';
import { beginSignOn, goOn } from '../../shared/sign-on.ts';

/** `GET /api/demonstration/logins`: one login per role, only in demonstration mode (404 otherwise). */
interface DemonstrationLogin {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
}

interface DemonstrationLogins {
  readonly provinces: readonly {
    readonly name: string;
    readonly logins: readonly DemonstrationLogin[];
    readonly experts: readonly DemonstrationLogin[];
  }[];
}

interface LoginsProps {
  readonly of: readonly DemonstrationLogin[];
  readonly onChoose: (login: DemonstrationLogin) => void;
}

function Logins({ of, onChoose }: LoginsProps) {
  return (
    <ul className="zp-list zp-logins">
      {of.map((login) => (
        <li key={login.username}>
          <button type="button" onClick={() => onChoose(login)}>
            <strong>{login.role}</strong>
            <span>{login.name}</span>
            <span className="zp-mono zp-muted">{login.username}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Only addresses of this site: a crafted link must not send people elsewhere after signing in. */
export function safeTarget(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/app/';
  return /^\/app(?:\/|$|\?)/.test(to) ? to : '/app/';
}

export default function Login() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const signOn = useRead<{ name: string | null }>('/api/sign-on');
  const [challenge, setChallenge] = useState<string | null>(null);
  const [logins, setLogins] = useState<DemonstrationLogins>({ provinces: [] });
  useEffect(() => {
    const stop = new AbortController();
    api.get<DemonstrationLogins>('/api/demonstration/logins', stop.signal).then(setLogins, (thrown: unknown) => {
      // Not a demonstration installation: there is nothing to show.
      if (stop.signal.aborted || (thrown instanceof ApiError && thrown.problem.status === 404)) return;
      setError(thrown);
    });
    return () => stop.abort();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    api.post('/api/session', { username: username.trim(), password }).then(
      () => goOn(safeTarget(location.search)),
      (thrown: unknown) => {
        const asked = challengeOf(problemFrom(thrown));
        setChallenge(asked);
        setError(asked === null ? thrown : null);
        setBusy(false);
      },
    );
  };
  const fill = (login: DemonstrationLogin) => {
    setUsername(login.username);
    setPassword(login.password);
    document.getElementById('username')?.focus();
  };
  if (challenge !== null) {
    return (
      <div className="zp-page zp-login">
        <LoginCode
          challenge={challenge}
          onDone={() => goOn(safeTarget(location.search))}
          onBack={() => setChallenge(null)}
        />
      </div>
    );
  }
  return (
    <div className="zp-page zp-login">
      <form className="zp-card" onSubmit={submit}>
        <h1>登录</h1>
        <div className="zp-field">
          <label htmlFor="username">用户名、手机号码或电子邮箱</label>
          <input
            id="username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </div>
        <div className="zp-field">
          <label htmlFor="password">密码</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <ErrorNote error={error} />
        <button type="submit" className="zp-button zp-button-main" disabled={busy}>
          {busy ? '正在登录…' : '登录'}
        </button>
        {signOn.data?.name ? (
          <button
            type="button"
            className="zp-button"
            onClick={() => void beginSignOn(safeTarget(location.search)).catch(setError)}
          >
            用{signOn.data.name}登录
          </button>
        ) : null}
        <p>
          还没有账户？<Link href={`/register${location.search}`}>注册</Link>
        </p>
      </form>
      {logins.provinces.length === 0 ? null : (
        <section className="zp-card" aria-label="演示账户">
          <h2>演示账户</h2>
          <p className="zp-muted">点一下即填好用户名和密码。演示环境中人员与单位均为虚构。</p>
          {logins.provinces.map((province, index) => (
            <details key={province.name} open={index === 0}>
              <summary>{province.name}</summary>
              <Logins of={province.logins} onChoose={fill} />
            </details>
          ))}
          {logins.provinces
            .filter(({ experts }) => experts.length > 0)
            .map(({ name, experts }) => (
              <details key={name}>
                <summary>
                  {name}评审专家 {experts.length} 人（谁参加由抽取决定）
                </summary>
                <Logins of={experts} onChoose={fill} />
              </details>
            ))}
        </section>
      )}
    </div>
  );
}
