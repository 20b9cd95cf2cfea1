import { downloadSubmittedFile, type SubmissionView } from '@zhiping/contract';
import { fileHref } from './FilePreview.tsx';
import './material.css';

/** A file to be shown beside. */
export interface ShownFile {
  readonly href: string;
  readonly name: string;
}

export type SubmittedRow = SubmissionView['snapshot']['rows'][number];

/** The evidence files of a submitted row, each opened beside, and what its checklist asks and no file shows. */
export function RowFiles(props: { applicationId: string; row: SubmittedRow; onFile: (file: ShownFile) => void }) {
  const { applicationId, row, onFile } = props;
  return (
    <div className="zp-row">
      {row.files.map((file) => (
        <button
          key={file.fileId}
          type="button"
          className="zp-button zp-small"
          onClick={(event) => {
            stayInSight(event.currentTarget);
            onFile({
              name: `${file.purpose}　${file.name}`,
              href: fileHref(downloadSubmittedFile, { id: applicationId, fileId: file.fileId }),
            });
          }}
        >
          {file.purpose === '' ? file.name : file.purpose}
        </button>
      ))}
      {row.files.length === 0 ? <span className="zp-small zp-muted">没有佐证文件</span> : null}
      {row.lacks === undefined ? null : <strong className="zp-lack">缺少：{row.lacks.join('、')}</strong>}
    </div>
  );
}

/** The column for the file narrows the others, so that all above grows: what was pressed keeps its place on the screen. */
function stayInSight(pressed: HTMLElement): void {
  const before = pressed.getBoundingClientRect().top;
  requestAnimationFrame(() => window.scrollBy(0, pressed.getBoundingClientRect().top - before));
}

/** What a submitted row states, in one line, and the own part in it. */
export function RowFacts({ row }: { row: SubmittedRow }) {
  return (
    <>
      <p className="zp-small zp-muted">{row.facts.map(({ name, value }) => `${name}：${value}`).join('；')}</p>
      {row.ownPart === null ? null : <p className="zp-small">本人完成部分：{row.ownPart}</p>}
    </>
  );
}

/** The rows a clause rests on, right below it: named while folded; open, what each states and its files. */
export function RowsBehind(props: {
  applicationId: string;
  rows: readonly SubmittedRow[];
  open: boolean;
  onFile: (file: ShownFile) => void;
}) {
  const { applicationId, rows, onFile } = props;
  return (
    <details className="zp-behind" open={props.open}>
      <summary>
        所依据的材料 {rows.length} 项<span className="zp-muted">：{rows.map(({ title }) => title).join('、')}</span>
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="zp-muted">{row.kindName}</span> {row.title}
            <RowFacts row={row} />
            <RowFiles applicationId={applicationId} row={row} onFile={onFile} />
          </li>
        ))}
      </ul>
    </details>
  );
}
