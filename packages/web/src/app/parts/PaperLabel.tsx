import type { PaperView } from '@zhiping/contract';
import { qrSvg } from '../../shared/qr.ts';
import './paper-label.css';

/** The label of an envelope: who, what, and a code that opens the case at the desk and tells which submission it holds. */
export function PaperLabel({ paper }: { paper: PaperView }) {
  const mark = paper.snapshot?.mark ?? '';
  const address = `${location.origin}/app/office/paper?id=${paper.applicationId}&mark=${mark}`;
  return (
    <section className="zp-paperlabel" aria-label={`${paper.applicantName}的档案袋标签`}>
      <div>
        <p className="zp-paperlabel-name">{paper.applicantName}</p>
        <p>{paper.unitName}</p>
        <p>
          {paper.specialty}　{paper.levelName}
        </p>
        <p className="zp-small">{paper.planName}</p>
        <p className="zp-small zp-mono">
          申报号 {paper.number}　材料 {mark}
        </p>
      </div>
      {/* The picture is made here from an address of this site. */}
      <div
        className="zp-paperlabel-code"
        role="img"
        aria-label={`申报号 ${paper.number} 的二维码`}
        dangerouslySetInnerHTML={{ __html: qrSvg(address) }}
      />
    </section>
  );
}
