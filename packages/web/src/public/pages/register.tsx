import { type FormEvent, useState } from 'react';
import { api } from '../../shared/api.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Link } from '../router.tsx';
import { useRead } from '../use-read.ts';
import { safeTarget } from './login.tsx';
import { goOn } from '../../shared/sign-on.ts';

interface Notice {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly sensitive: string;
}
const EMPTY = { name: '', idNumber: '', phone: '', email: '', password: '', again: '' };
type Values = typeof EMPTY;

interface EntryProps {
  readonly name: keyof Values;
  readonly label: string;
  readonly type?: string;
  readonly autoComplete: string;
  readonly needed?: boolean;
  readonly help?: string;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

function Entry({ name, label, type = 'text', autoComplete, needed = true, help, values, onChange }: EntryProps) {
  return (
    <div className="zp-field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        required={needed}
        value={values[name]}
        {...(help === undefined ? {} : { 'aria-describedby': `${name}-help` })}
        onChange={(event) => onChange({ ...values, [name]: event.target.value })}
      />
      {help === undefined ? null : (
        <small id={`${name}-help`} className="zp-muted">
          {help}
        </small>
      )}
    </div>
  );
}

/** 注册: an account of one's own; signed in at once, then on to joining a unit. */
export default function Register() {
  const [values, setValues] = useState(EMPTY);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const privacy = useRead<{ notice: Notice | null }>('/api/privacy-notice');
  const notice = privacy.data?.notice ?? null;
  const [agreed, setAgreed] = useState({ notice: false, sensitive: false });
  const consents = notice === null || (agreed.notice && agreed.sensitive);
  const differs = values.again !== '' && values.again !== values.password;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (values.again !== values.password) return;
    setBusy(true);
    setError(null);
    const { name, idNumber, phone, email, password } = values;
    const contact = { ...(phone === '' ? {} : { phone }), ...(email === '' ? {} : { email }) };
    const consent = notice === null ? {} : { notice: notice.version, sensitive: agreed.sensitive };
    api.post('/api/registration', { name, idNumber, password, ...contact, ...consent }).then(
      () => goOn(location.search === '' ? '/app/account/unit' : safeTarget(location.search)),
      (thrown: unknown) => {
        setError(thrown);
        setBusy(false);
      },
    );
  };
  const entry = { values, onChange: setValues };
  return (
    <div className="zp-page zp-login">
      <form className="zp-card" onSubmit={submit}>
        <h1>注册</h1>
        <p className="zp-muted">
          申报人和单位经办人都先注册本人账户。已有账户的请<Link href={`/login${location.search}`}>登录</Link>。
        </p>
        <Entry {...entry} name="name" label="姓名" autoComplete="name" help="与身份证一致" />
        <Entry {...entry} name="idNumber" label="身份证号码" autoComplete="off" help="加密保存，加入单位时由单位核对" />
        <Entry {...entry} name="phone" label="手机号码" type="tel" autoComplete="tel" needed={values.email === ''} />
        <Entry
          {...entry}
          name="email"
          label="电子邮箱（与手机号码至少填一项）"
          type="email"
          autoComplete="email"
          needed={values.phone === ''}
        />
        <Entry
          {...entry}
          name="password"
          label="密码"
          type="password"
          autoComplete="new-password"
          help="至少10个字符，不用生日、号码和常见词"
        />
        <Entry {...entry} name="again" label="再输入一次密码" type="password" autoComplete="new-password" />
        {differs ? (
          <p className="zp-error" role="alert">
            两次输入的密码不一致。
          </p>
        ) : null}
        {notice === null ? null : (
          <>
            <details>
              <summary>{notice.title}</summary>
              <p style={{ whiteSpace: 'pre-wrap' }}>{notice.body}</p>
              <p style={{ whiteSpace: 'pre-wrap' }}>{notice.sensitive}</p>
            </details>
            <label className="zp-check">
              <input
                type="checkbox"
                required
                checked={agreed.notice}
                onChange={(event) => setAgreed({ ...agreed, notice: event.target.checked })}
              />
              <span>我已阅读并同意《{notice.title}》</span>
            </label>
            <label className="zp-check">
              <input
                type="checkbox"
                required
                checked={agreed.sensitive}
                onChange={(event) => setAgreed({ ...agreed, sensitive: event.target.checked })}
              />
              <span>我单独同意处理证件号码、照片等敏感个人信息</span>
            </label>
          </>
        )}
        <ErrorNote error={error ?? privacy.error} />
        <button
          type="submit"
          className="zp-button zp-button-main"
          disabled={busy || differs || !consents || (privacy.data === null && privacy.error === null)}
        >
          {busy ? '正在注册…' : '注册并登录'}
        </button>
      </form>
    </div>
  );
}
