import { downloadUnitProof, type UnitPublicity } from '@zhiping/contract';
import type { ReactNode } from 'react';
import { formatDate, formatInstant } from '../../shared/index.ts';
import { fileHref } from './FilePreview.tsx';
import type { ShownFile } from './SubmittedRow.tsx';

type Proof = UnitPublicity['proofs'][number];

/** The proofs of a unit's publicity by kind, each opened beside; what is needed and absent says so. */
export function PublicityProofs(props: {
  publicity: UnitPublicity;
  onFile: (file: ShownFile) => void;
  /** What may be done with one file, e.g. taking it away. */
  act?: (file: Proof['files'][number]) => ReactNode;
}) {
  const { publicity, onFile, act = () => null } = props;
  return (
    <ul className="zp-list" aria-label="公示证明">
      {publicity.proofs.map((proof) => (
        <li key={proof.kind} className="zp-material">
          <p>
            <span className="zp-label">{proof.label}</span> {proof.name}
            {proof.files.length > 0 ? null : proof.needed ? (
              <strong className="zp-lack">　缺少，须上传后才能推荐</strong>
            ) : (
              <span className="zp-muted">　没有上传</span>
            )}
          </p>
          {proof.files.map((file) => (
            <div key={file.id} className="zp-row">
              <button
                type="button"
                className="zp-button zp-small"
                onClick={() =>
                  onFile({
                    name: proof.name,
                    href: fileHref(downloadUnitProof, { id: publicity.id, proofId: file.id }),
                  })
                }
              >
                {file.image ? '查看照片' : '查看文件'}
              </button>
              <span className="zp-small">
                {file.takenOn === null ? '' : `拍摄于 ${formatDate(file.takenOn, true)}，`}
                {file.uploadedBy}于 {formatInstant(file.uploadedAt)} 上传
              </span>
              {act(file)}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
