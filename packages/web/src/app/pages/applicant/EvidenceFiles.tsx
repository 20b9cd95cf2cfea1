import { downloadEvidence, type Evidence } from '@zhiping/contract';
import { PURPOSE_IDS, PURPOSES, type Purpose } from '@zhiping/core';
import { useState } from 'react';
import { formatSize } from '../../../shared/index.ts';
import { FilePreview, fileHref } from '../../parts/FilePreview.tsx';

interface Props {
  readonly files: readonly Evidence[];
  readonly onOrder: (ids: readonly string[]) => void;
  readonly onJoin: (ids: readonly string[], name: string) => void;
  readonly onTurn: (file: Evidence, quarters: 1 | 2 | 3) => void;
  readonly onTag: (file: Evidence, purposes: readonly Purpose[]) => void;
  readonly onRemove: (file: Evidence) => void;
}

/**
 * The files of a row in the order they are shown and bound: moved by dragging or with the buttons, looked at in the page,
 * pictures turned, several pictures joined to one PDF.
 */
export function EvidenceFiles(props: Props) {
  const { files, onOrder, onJoin } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const ids = files.map(({ id }) => id);
  const chosen = ids.filter((id) => picked.includes(id));
  const move = (id: string, to: number) => {
    const rest = ids.filter((one) => one !== id);
    onOrder([...rest.slice(0, to), id, ...rest.slice(to)]);
  };
  const first = files.find(({ id }) => id === chosen[0]);
  const pictures = files.filter(isPicture).length;
  return (
    <>
      {pictures < 2 ? null : (
        <div className="zp-row">
          <button
            type="button"
            className="zp-button"
            disabled={chosen.length < 2}
            onClick={() => {
              onJoin(chosen, joinedName(first));
              setPicked([]);
            }}
          >
            把选中的 {chosen.length} 张图片合成一个 PDF
          </button>
          <span className="zp-small zp-muted">勾选几张图片，按现在的次序合成；原来的图片不再列出。</span>
        </div>
      )}
      <ol className="zp-afiles" aria-label="已上传的材料">
        {files.map((file, at) => (
          <li
            key={file.id}
            className={over === file.id && dragged !== null ? 'zp-adrop' : undefined}
            draggable
            onDragStart={() => setDragged(file.id)}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(file.id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== file.id) move(dragged, at);
              setDragged(null);
              setOver(null);
            }}
          >
            <OneFile
              {...props}
              file={file}
              at={at}
              picked={picked.includes(file.id)}
              onPick={(take) => setPicked(take ? [...picked, file.id] : picked.filter((one) => one !== file.id))}
              onMove={(to) => move(file.id, to)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function OneFile(
  props: Props & {
    readonly file: Evidence;
    readonly at: number;
    readonly picked: boolean;
    readonly onPick: (take: boolean) => void;
    readonly onMove: (to: number) => void;
  },
) {
  const { file, files, at, picked, onPick, onMove, onTurn, onTag, onRemove } = props;
  const [open, setOpen] = useState<'shown' | 'tags' | null>(null);
  const toggle = (what: 'shown' | 'tags') => setOpen(open === what ? null : what);
  const named = <span className="zp-hidden">{file.name}</span>;
  return (
    <article className="zp-afile" aria-label={file.name}>
      <p>
        <span className="zp-agrip" aria-hidden="true" title="拖动可以调整次序">
          ⠿
        </span>
        <strong>{file.name}</strong>
        <span className="zp-small zp-muted">　{formatSize(file.bytes)}</span>
      </p>
      <p className="zp-small">
        {file.purposes.length === 0
          ? '还没有注明用途'
          : `用途：${file.purposes.map((purpose) => PURPOSES[purpose]).join('、')}`}
      </p>
      <div className="zp-row">
        <button type="button" className="zp-link" aria-expanded={open === 'shown'} onClick={() => toggle('shown')}>
          {open === 'shown' ? '收起' : '查看'}
          {named}
        </button>
        <button type="button" className="zp-link" aria-expanded={open === 'tags'} onClick={() => toggle('tags')}>
          注明用途{named}
        </button>
        <button type="button" className="zp-link" disabled={at === 0} onClick={() => onMove(at - 1)}>
          上移{named}
        </button>
        <button type="button" className="zp-link" disabled={at === files.length - 1} onClick={() => onMove(at + 1)}>
          下移{named}
        </button>
        {isPicture(file) ? (
          <>
            <button type="button" className="zp-link" onClick={() => onTurn(file, 3)}>
              向左转{named}
            </button>
            <button type="button" className="zp-link" onClick={() => onTurn(file, 1)}>
              向右转{named}
            </button>
            <label className="zp-check">
              <input type="checkbox" checked={picked} onChange={(event) => onPick(event.target.checked)} />
              <span>选中{named}</span>
            </label>
          </>
        ) : null}
        <button type="button" className="zp-link" onClick={() => onRemove(file)}>
          移去{named}
        </button>
      </div>
      {open === 'shown' ? (
        <FilePreview href={fileHref(downloadEvidence, { evidenceId: file.id })} name={file.name} />
      ) : null}
      {open === 'tags' ? (
        <fieldset className="zp-fieldset zp-tags">
          <legend>这份文件能看到（可多选）</legend>
          {PURPOSE_IDS.map((purpose) => (
            <label key={purpose} className="zp-check">
              <input
                type="checkbox"
                checked={file.purposes.includes(purpose)}
                onChange={(event) =>
                  onTag(
                    file,
                    event.target.checked ? [...file.purposes, purpose] : file.purposes.filter((one) => one !== purpose),
                  )
                }
              />
              <span>{PURPOSES[purpose]}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </article>
  );
}

const isPicture = (file: Evidence): boolean => file.mediaType.startsWith('image/');

/** Named after what the first page shows, else after its file. */
function joinedName(first: Evidence | undefined): string {
  const [purpose] = first?.purposes ?? [];
  if (purpose !== undefined && purpose !== 'other') return PURPOSES[purpose];
  return (first?.name ?? '材料').replace(/\.[^.]+$/, '').slice(0, 60);
}
