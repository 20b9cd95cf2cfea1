import { useId, useState } from 'react';
import { formatSize } from '../../shared/index.ts';
import './form.css';

/** Scans and photographs of papers. */
export const SCANS = 'application/pdf,image/jpeg,image/png';
/** The server takes no larger file; told before it is sent. */
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * One file of a form: a labelled place to choose it or to drop it on, which says in Chinese what was chosen, whatever
 * language the browser speaks. `onFile` is called with null when a choice is undone or the file is too large.
 */
export function FileField(props: {
  label: string;
  accept: string;
  onFile: (file: File | null) => void;
  help?: string;
}) {
  const id = useId();
  const [chosen, setChosen] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const tooLarge = chosen !== null && chosen.size > MAX_BYTES;
  const take = (file: File | null) => {
    setChosen(file);
    props.onFile(file !== null && file.size > MAX_BYTES ? null : file);
  };
  return (
    <div className="zp-field">
      <label className="zp-field-label" htmlFor={id}>
        {props.label}
      </label>
      <label
        className={over ? 'zp-file zp-file-over' : 'zp-file'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0] ?? null);
        }}
      >
        <span className="zp-button" aria-hidden="true">
          {chosen === null ? '选择文件' : '换一个文件'}
        </span>
        <span className="zp-file-name" aria-live="polite">
          {chosen === null ? (
            <span className="zp-muted">也可以把文件拖到这里</span>
          ) : (
            `${chosen.name}（${formatSize(chosen.size)}）`
          )}
        </span>
        <input
          id={id}
          className="zp-hidden"
          type="file"
          aria-label={props.label}
          accept={props.accept}
          onChange={(event) => {
            take(event.target.files?.[0] ?? null);
            // The same file, mended, may be chosen again.
            event.target.value = '';
          }}
        />
      </label>
      {tooLarge ? <span className="zp-warn">文件超过 20 MB，请压缩或分开后再选择。</span> : null}
      {props.help === undefined ? null : <span className="zp-small zp-muted">{props.help}</span>}
    </div>
  );
}

/** A button that asks for files and hands them on at once. */
export function FilePicker(props: {
  label: string;
  accept: string;
  onFiles: (files: readonly File[]) => void;
  /** What the files are of, for those who hear the button. */
  of?: string;
  multiple?: boolean;
  main?: boolean;
}) {
  return (
    <label className={`zp-button ${props.main === true ? 'zp-button-main ' : ''}zp-picker`}>
      {props.label}
      {props.of === undefined ? null : <span className="zp-hidden">{props.of}</span>}
      <input
        className="zp-hidden"
        type="file"
        multiple={props.multiple ?? false}
        accept={props.accept}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          // The same file can be chosen again after a refusal.
          event.target.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </label>
  );
}
