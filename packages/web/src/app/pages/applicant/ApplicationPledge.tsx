import {
  type ApplicationCase,
  beginPledgeSignature,
  readApplication,
  readPledgeSignature,
  readPledgeSignatureFile,
  scanPledgeSignature,
  urlFor,
} from '@zhiping/contract';
import { useEffect, useState } from 'react';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { qrSvg } from '../../../shared/qr.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useCommand } from '../../use-command.ts';
import '../../parts/qr.css';
import { FilePicker, SCANS } from '../../parts/files.tsx';

const LOOK_AGAIN_MS = 2000;

/** The pledge signed by hand: on the phone by a code of one use, noticed here by itself, or on paper that is scanned. */
export function ApplicationPledge({ data, onSigned }: { data: ApplicationCase; onSigned: () => void }) {
  const params = { id: data.id };
  const [shown, setShown] = useState<{ readonly address: string; readonly before: string | null } | null>(null);
  const signature = useEndpoint(
    readPledgeSignature,
    { params },
    shown === null ? {} : { refetchInterval: LOOK_AGAIN_MS },
  );
  const at = signature.data?.signed?.at ?? null;
  // The code goes away by itself once a newer signature is there.
  const link = shown !== null && shown.before === at ? shown.address : null;
  const begin = useCommand(async () => {
    const { token } = await call(beginPledgeSignature, { params, body: {} });
    setShown({ address: `${location.origin}/sign#${token}`, before: at });
  }, []);
  const scan = useCommand(
    (file: File) => call(scanPledgeSignature, { params, body: {} }, { file, fileName: file.name }),
    [keyOf(readPledgeSignature), keyOf(readApplication)],
  );
  useEffect(() => {
    if (at !== null) onSigned();
  }, [at, onSigned]);
  const signed = signature.data?.signed ?? null;
  return (
    <div id="pledged">
      <p>
        {data.pledge?.text}
        <span className="zp-label">{data.pledge?.label}</span>
      </p>
      <ErrorNote error={signature.error ?? begin.error ?? scan.error} />
      {signed === null ? null : (
        <p role="status">
          已签名（{signed.way === 'phone' ? '手机签名' : '手写扫描'}，{formatInstant(signed.at)}）
          <a href={urlFor(readPledgeSignatureFile.url, params)} target="_blank" rel="noreferrer">
            查看签名
          </a>
        </p>
      )}
      {signed?.way === 'phone' ? (
        <img className="zp-signed" alt="承诺的签名" src={urlFor(readPledgeSignatureFile.url, params)} />
      ) : null}
      {link === null ? null : (
        <div className="zp-qr">
          <div
            role="img"
            aria-label="手机签名的二维码"
            className="zp-qr-code"
            dangerouslySetInnerHTML={{ __html: qrSvg(link) }}
          />
          <p>
            请用手机扫描二维码签名，十五分钟内有效；签完本页会自动显示。也可以
            <a href={link} target="_blank" rel="noreferrer">
              在本机打开签名页
            </a>
            。
          </p>
        </div>
      )}
      <div className="zp-row">
        <button type="button" className="zp-button" disabled={begin.isPending} onClick={() => begin.mutate(undefined)}>
          {link === null ? (signed === null ? '用手机签名' : '重新签名') : '换一个二维码'}
        </button>
        <FilePicker label="上传手写签名的扫描件" accept={SCANS} onFiles={([file]) => file && scan.mutate(file)} />
      </div>
    </div>
  );
}
