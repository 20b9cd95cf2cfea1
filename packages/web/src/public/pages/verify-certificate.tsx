import type { Verification } from '@zhiping/contract';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { api } from '../../shared/api.ts';
import { formatDate, formatInstant } from '../../shared/text/dates.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { type Claim, checkFragment } from '../check-fragment.ts';
import './certificate.css';
import './publicity.css';

type Scan = { readonly state: 'none' | 'checking' | 'forged' } | { readonly state: 'signed'; readonly claim: Claim };

/** 证书验证: by number and name, or by the code on the certificate, whose signature this page checks by itself. */
export default function VerifyCertificate() {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<Verification | null>(null);
  const [scan, setScan] = useState<Scan>({ state: 'none' });
  const answer = useRef<HTMLDivElement>(null);

  const ask = (asked: { number: string; name: string; way: 'number' | 'scan' }) => {
    setBusy(true);
    setError(null);
    setResult(null);
    api
      .post<{ result: Verification }>('/api/certificates/verify', asked)
      .then(({ result: found }) => {
        setResult(found);
        answer.current?.focus();
      }, setError)
      .finally(() => setBusy(false));
  };
  useEffect(() => {
    const read = () => {
      const fragment = location.hash.slice(1);
      if (fragment === '' || fragment === 'content') return;
      setScan({ state: 'checking' });
      checkFragment(fragment).then((claim) => {
        if (claim === null) {
          setScan({ state: 'forged' });
          return;
        }
        setScan({ state: 'signed', claim });
        setNumber(claim.number);
        setName(claim.name);
        ask({ number: claim.number, name: claim.name, way: 'scan' });
      }, setError);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask({ number, name, way: 'number' });
  };
  return (
    <div className="zp-page zp-verify">
      <h1>证书验证</h1>
      <p className="zp-prose">
        扫描证书上的二维码会自动打开本页；也可以填写证书编号和姓名。两项都相符才显示结果。查验记录持证人可以看到，不记录查验人的身份。
      </p>
      <ScanNote scan={scan} />
      <form className="zp-card" onSubmit={submit}>
        <div className="zp-field">
          <label htmlFor="certificate-number">证书编号</label>
          <input
            id="certificate-number"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </div>
        <div className="zp-field">
          <label htmlFor="certificate-name">持证人姓名</label>
          <input
            id="certificate-name"
            required
            autoComplete="off"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit" className="zp-button zp-button-main" disabled={busy}>
          {busy ? '正在查询…' : '验证'}
        </button>
      </form>
      <div ref={answer} tabIndex={-1} aria-live="polite">
        <ErrorNote error={error} />
        {result === null ? null : <Answer result={result} />}
      </div>
    </div>
  );
}

function ScanNote({ scan }: { scan: Scan }) {
  switch (scan.state) {
    case 'none':
      return null;
    case 'checking':
      return <p role="status">正在核对二维码的签名…</p>;
    case 'forged':
      return (
        <section className="zp-card zp-outcome zp-outcome-bad" role="alert">
          <h2>二维码的签名不符</h2>
          <p>二维码的内容不是由本平台签发的，或者被改动过，可能系伪造。请用证书编号和姓名再查一次。</p>
        </section>
      );
    case 'signed':
      return (
        <section className="zp-card zp-outcome zp-outcome-good">
          <h2>二维码的签名有效</h2>
          <p>
            {scan.claim.name}，{scan.claim.specialty}，{scan.claim.title}，{formatDate(scan.claim.obtainedOn, true)}
            取得。签名由本页自行核对；证书现在是否仍然有效，以下面的查询为准。
          </p>
        </section>
      );
  }
}

const STATES = {
  valid: { title: '证书有效', tone: 'good' },
  revoked: { title: '证书已撤销', tone: 'bad' },
  replaced: { title: '证书已更换，本编号不再使用', tone: 'bad' },
} as const;

function Answer({ result }: { result: Verification }) {
  if (!result.found)
    return (
      <section className="zp-card zp-outcome zp-outcome-bad">
        <h2>没有查到相符的证书</h2>
        <p>
          编号或者姓名可能有误，请对照证书逐字核对后再试。如果核对无误仍查不到，证书可能系伪造，请向颁发证书的人力资源和社会保障部门反映。
        </p>
        <p className="zp-muted">查询时间：{formatInstant(result.checkedAt, true)}</p>
      </section>
    );
  const { title, tone } = STATES[result.state];
  const facts: readonly (readonly [string, string])[] = [
    ['姓名', result.name],
    ['资格名称', result.titleName],
    ['级别', result.levelName],
    ['系列', result.seriesName],
    ['专业', result.specialty],
    ['取得时间', formatDate(result.obtainedOn, true)],
    ['评审组织', result.committeeName],
    ['颁发部门', result.issuer],
    ['颁发日期', formatDate(result.issuedOn, true)],
    ['证书编号', result.number],
  ];
  return (
    <section className={`zp-card zp-outcome zp-outcome-${tone}`}>
      <h2>{title}</h2>
      {result.revokedOn === null ? null : <p>自{formatDate(result.revokedOn, true)}起撤销，不再有效。</p>}
      <dl className="zp-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="zp-muted">查询时间：{formatInstant(result.checkedAt, true)}</p>
    </section>
  );
}
