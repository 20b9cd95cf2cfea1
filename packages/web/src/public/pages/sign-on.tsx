import { useEffect, useState } from 'react';
import { api, problemFrom } from '../../shared/api.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { Link } from '../router.tsx';
import { challengeOf, LoginCode } from './login-code.tsx';
import { keepPending, takeAttempt } from '../../shared/sign-on.ts';

/** Where the identity provider sends the browser back to: finishes signing in, or says how to link the identity. */
export default function SignOn() {
  // Taken out once: whoever opens this address again must begin anew.
  const [attempt] = useState(takeAttempt);
  const [error, setError] = useState<unknown>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  useEffect(() => {
    if (attempt === null) return;
    const address = attempt.purpose === 'merge' ? '/api/me/merges/sign-on' : '/api/sign-on/answer';
    api.post(address, { proof: attempt.proof, query: location.search.slice(1) }).then(
      () => location.replace(attempt.to),
      (thrown: unknown) => {
        const problem = problemFrom(thrown);
        const asked = challengeOf(problem);
        if (problem.code === 'SIGN_ON_UNKNOWN') keepPending(problem.details);
        if (asked === null) setError(thrown);
        else setChallenge(asked);
      },
    );
  }, [attempt]);
  if (challenge !== null) {
    const done = () => location.assign(attempt?.to ?? '/app/');
    return (
      <div className="zp-page zp-login">
        <LoginCode challenge={challenge} onDone={done} onBack={() => location.assign('/login')} />
      </div>
    );
  }
  return (
    <div className="zp-page">
      <h1>统一身份认证</h1>
      {attempt === null ? <p>这次认证不是在本页开始的，或已经用过。请回到登录页重新开始。</p> : null}
      {error === null && attempt !== null ? (
        <Loading what={attempt.purpose === 'merge' ? '正在核对' : '正在完成登录'} />
      ) : (
        <ErrorNote error={error} />
      )}
      {attempt?.purpose === 'merge' ? (
        <p>
          <a href={attempt.to}>回到合并账户</a>
        </p>
      ) : null}
      <p>
        <Link href="/login">用密码登录</Link>　<Link href="/register">注册</Link>
      </p>
    </div>
  );
}
