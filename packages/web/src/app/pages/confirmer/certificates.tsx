import { type Certificate, downloadCertificate, listCertificates, urlFor } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatDate, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { Revocation } from './certificate-revocation.tsx';

const STATES = { valid: '有效', revoked: '已撤销', replaced: '已更换' } as const;

/** 证书: issued certificates, for the office and for the authority that issues them. */
export default function Certificates() {
  const address = useAddressState();
  const search = address.get('search') ?? '';
  const { data, error, refetch } = useEndpoint(listCertificates, { query: search === '' ? {} : { search } });
  const [typed, setTyped] = useState(search);
  const selected = data?.items.find((item) => item.id === address.get('id')) ?? data?.items[0] ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    address.set({ search: typed.trim() === '' ? null : typed.trim(), id: null });
  };
  return (
    <>
      <h1>证书</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="已颁发的证书"
          items={data.items}
          selected={selected?.id ?? null}
          onSelect={(id) => address.set({ id })}
          filters={
            <form onSubmit={submit} className="zp-row" role="search">
              <input
                className="zp-input"
                aria-label="按姓名、单位或证书编号查找"
                placeholder="姓名、单位或证书编号"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
              <button type="submit" className="zp-button">
                查找
              </button>
            </form>
          }
          entry={(item) => (
            <span className="zp-entry">
              <strong>{item.holderName}</strong>
              <span className="zp-muted">
                {item.specialty} {item.titleName}
              </span>
              <span>
                {STATES[item.state]}
                {item.revocation === null ? '' : '，撤销待复核'}
              </span>
            </span>
          )}
          empty={
            <Empty title={search === '' ? '还没有颁发证书' : '没有找到'}>
              {search === '' ? '评审结果确认后颁发的证书列在这里。' : '姓名和单位须写全，证书编号须逐字相符。'}
            </Empty>
          }
          detail={selected === null ? null : <Detail certificate={selected} />}
        />
      )}
    </>
  );
}

function Detail({ certificate }: { certificate: Certificate }) {
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>
          {certificate.holderName} {certificate.titleName}
        </h2>
        <Facts
          of={[
            ['状态', STATES[certificate.state]],
            ['证书编号', certificate.number],
            ['工作单位', certificate.unitName],
            ['系列和专业', `${certificate.seriesName} ${certificate.specialty}`],
            ['级别', certificate.levelName],
            ['取得时间', formatDate(certificate.obtainedOn, true)],
            ['评审组织', certificate.committeeName],
            ['批准文号', certificate.approvalNumber],
            ['颁发', `${certificate.issuer}，${formatDate(certificate.issuedOn, true)}`],
            ['撤销日期', certificate.revokedOn === null ? null : formatDate(certificate.revokedOn, true)],
            ['撤销理由', certificate.revokeReason],
          ]}
        />
        <a
          className="zp-button"
          href={urlFor(downloadCertificate.url, { id: certificate.id })}
          target="_blank"
          rel="noreferrer"
        >
          打开电子证书
        </a>
      </section>
      {certificate.state === 'valid' ? <Revocation key={certificate.id} certificate={certificate} /> : null}
    </div>
  );
}
