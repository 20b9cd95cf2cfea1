import { readApplication, readStampedPage } from '@zhiping/contract';
import { formatInstant } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { fileHref } from '../../parts/FilePreview.tsx';
import { SealingChain } from '../../parts/SealingChain.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';

/** The scans of part seven, the latest first; each opens beside. Nothing where none was handed in. */
export function StampedPageCard({ id, onFile }: { id: string; onFile: (file: ShownFile) => void }) {
  const { data } = useEndpoint(readApplication, { params: { id } });
  const pages = data?.stampedPages ?? [];
  if (pages.length === 0) return null;
  return (
    <>
      <SealingChain id={id} />
      <section className="zp-card">
        <h2>盖章页</h2>
        <p className="zp-muted">公章须与上列部门一致；盖错的请退回改正。</p>
        <ul className="zp-list">
          {pages.toReversed().map((page) => (
            <li key={page.id}>
              <button
                type="button"
                className="zp-button"
                onClick={() => onFile({ name: page.name, href: fileHref(readStampedPage, { id, fileId: page.id }) })}
              >
                {page.name}
              </button>
              <span className="zp-muted">
                {' '}
                {formatInstant(page.uploadedAt)}
                {page.returned ? '，已退回' : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
