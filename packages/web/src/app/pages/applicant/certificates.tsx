import { type Certificate, downloadCertificate, listLookups, listMyCertificates, urlFor } from '@zhiping/contract';
import QRCode from 'qrcode';
import { useEffect, useState } from 'react';
import { Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';

const STATES = { valid: '有效', revoked: '已撤销', replaced: '已更换' } as const;

/** 我的证书: download, the code to show, and when it was looked up. */
export default function MyCertificates() {
  const { data, error, refetch } = useEndpoint(listMyCertificates, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>我的证书</h1>
      {data.items.length === 0 ? (
        <Empty title="还没有证书">评审通过、公示期满并经确认后，电子证书会出现在这里，可以下载和验证。</Empty>
      ) : (
        data.items.map((certificate) => <Card key={certificate.id} certificate={certificate} />)
      )}
    </div>
  );
}

function Card({ certificate }: { certificate: Certificate }) {
  return (
    <article className="zp-card" aria-label={certificate.titleName}>
      <h2>
        {certificate.titleName}（{STATES[certificate.state]}）
      </h2>
      {certificate.revokeReason === null ? null : (
        <p role="note">
          {certificate.revokedOn === null ? '' : `${formatDate(certificate.revokedOn, true)}撤销。`}理由：
          {certificate.revokeReason}
        </p>
      )}
      <Facts
        of={[
          ['系列和专业', `${certificate.seriesName} ${certificate.specialty}`],
          ['级别', certificate.levelName],
          ['取得时间', formatDate(certificate.obtainedOn, true)],
          ['评审组织', certificate.committeeName],
          ['颁发', `${certificate.issuer}，${formatDate(certificate.issuedOn, true)}`],
          ['证书编号', certificate.number],
          ['验证码', certificate.verificationCode],
        ]}
      />
      <div className="zp-row">
        <a
          className="zp-button zp-button-main"
          href={urlFor(downloadCertificate.url, { id: certificate.id })}
          target="_blank"
          rel="noreferrer"
        >
          下载电子证书（PDF）
        </a>
        <a className="zp-button" href={certificate.verifyUrl} target="_blank" rel="noreferrer">
          验证一次
        </a>
      </div>
      <Code url={certificate.verifyUrl} />
      <Lookups id={certificate.id} />
    </article>
  );
}

/** The code of the certificate, to be scanned from the screen. */
function Code({ url }: { url: string }) {
  const [image, setImage] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    void QRCode.toDataURL(url, { errorCorrectionLevel: 'M', margin: 2, scale: 4 }).then((data) => {
      if (shown) setImage(data);
    });
    return () => {
      shown = false;
    };
  }, [url]);
  return image === null ? null : <img src={image} alt="证书验证二维码" width={220} height={220} />;
}

function Lookups({ id }: { id: string }) {
  const { data, error } = useEndpoint(listLookups, { params: { id } });
  return (
    <section>
      <h3>查验记录</h3>
      <ErrorNote error={error} />
      {data === undefined ? null : data.items.length === 0 ? (
        <p className="zp-muted">还没有人查验过。</p>
      ) : (
        <ul>
          {data.items.map((item) => (
            <li key={item.at}>
              {formatInstant(item.at, true)}，{item.way === 'scan' ? '扫描二维码' : '输入编号和姓名'}，显示
              {STATES[item.shown]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
