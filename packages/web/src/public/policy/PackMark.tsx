import type { DocumentMark } from '@zhiping/standard';

const LABELS: Readonly<Record<DocumentMark['kind'], string>> = { unverified: '未经核实', sample: '示例' };

/** Says of a pack that it does not state a checked official text, and why; nothing for one that does. */
export function PackMark({ mark }: { mark: DocumentMark | undefined }) {
  if (!mark) return null;
  return (
    <p className="zp-prose zp-pack-mark" role="note">
      <strong className="zp-chip">{LABELS[mark.kind]}</strong> {mark.note}
    </p>
  );
}
