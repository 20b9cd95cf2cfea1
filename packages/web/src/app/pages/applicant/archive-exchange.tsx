import {
  AppError,
  downloadArchiveTemplate,
  exportArchive,
  exportArchiveSheets,
  importArchive,
  type ImportPreview,
  previewArchiveImport,
  previewSheetImport,
  readArchive,
} from '@zhiping/contract';
import { archiveFileSchema, kindSpec, ROW_KINDS, type RowKind } from '@zhiping/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNote, StateMark } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { base64Of } from '../../parts/base64.ts';
import { fileHref } from '../../parts/FilePreview.tsx';
import { FilePicker } from '../../parts/files.tsx';
import { useCommand } from '../../use-command.ts';
import './archive.css';

const EFFECTS = { new: '新增', changed: '修改', same: '没有变化', refused: '不能导入' } as const;

/** 导入与导出: the whole archive as a file, templates, and an import that shows its effects before anything is written. */
export default function ArchiveExchangePage() {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [kind, setKind] = useState<RowKind>('paper');
  const [done, setDone] = useState<{ readonly created: number; readonly changed: number } | null>(null);
  const write = useCommand(
    (looked: ImportPreview) => call(importArchive, { body: { rows: looked.rows, digest: looked.digest } }),
    [keyOf(readArchive)],
  );
  const choose = async (file: File) => {
    setPreview(null);
    setDone(null);
    setError(null);
    try {
      setPreview(await previewOf(file));
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <div className="zp-stack">
      <p>
        <Link to="/archive">业绩档案</Link> › 导入与导出
      </p>
      <h1>导入与导出</h1>
      <section className="zp-card zp-stack" aria-label="导出">
        <h2>导出</h2>
        <p>导出的文件含有证件号码等个人信息，请妥善保管。佐证材料不在其中。</p>
        <div className="zp-row">
          <a className="zp-button" href={fileHref(exportArchive, {})} download>
            整个档案（JSON 文件）
          </a>
          <a className="zp-button" href={fileHref(exportArchiveSheets, {})} download>
            整个档案（Excel 文件）
          </a>
        </div>
      </section>
      <section className="zp-card zp-stack" aria-label="导入">
        <h2>导入</h2>
        <p>可以导入从本页导出的文件，也可以下载模板填写后导入。选择文件后先显示会改变什么，确认后才写入。</p>
        <div className="zp-row">
          <label className="zp-field">
            <span className="zp-field-label">模板类别</span>
            <select className="zp-input" value={kind} onChange={(event) => setKind(event.target.value as RowKind)}>
              {ROW_KINDS.map((spec) => (
                <option key={spec.kind} value={spec.kind}>
                  {spec.label}
                </option>
              ))}
            </select>
          </label>
          <a className="zp-button" href={fileHref(downloadArchiveTemplate, { kind })} download>
            下载模板
          </a>
        </div>
        <FilePicker
          main
          label="选择要导入的文件"
          accept=".json,.xlsx"
          onFiles={([file]) => file && void choose(file)}
        />
        <ErrorNote error={error} />
        {done === null ? null : (
          <p role="status">
            已导入：新增 {done.created} 项，修改 {done.changed} 项。<Link to="/archive">查看业绩档案</Link>
          </p>
        )}
      </section>
      {preview === null ? null : (
        <Effects
          preview={preview}
          busy={write.isPending}
          error={write.error}
          onConfirm={() =>
            write.mutate(preview, {
              onSuccess: (answer) => {
                setDone(answer);
                setPreview(null);
              },
            })
          }
        />
      )}
    </div>
  );
}

function Effects(props: {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
}) {
  const { preview } = props;
  const of = (effect: keyof typeof EFFECTS) => preview.effects.filter((one) => one.effect === effect);
  const changing = [...of('refused'), ...of('changed'), ...of('new')];
  const blocked = of('refused').length > 0 || preview.cells.length > 0;
  return (
    <section className="zp-card zp-stack" aria-label="导入预览">
      <h2>导入预览</h2>
      <p>
        新增 {of('new').length} 项，修改 {of('changed').length} 项，没有变化 {of('same').length} 项
        {blocked ? `，有 ${of('refused').length + preview.cells.length} 处须先更正` : ''}。
      </p>
      {preview.cells.length === 0 ? null : (
        <ul aria-label="读不懂的单元格">
          {preview.cells.map((one) => (
            <li key={`${one.sheet} ${one.cell}`}>
              {one.sheet} {one.cell}：{one.message}
            </li>
          ))}
        </ul>
      )}
      <ul className="zp-list">
        {changing.map((one) => (
          <li key={`${one.effect} ${one.id}`}>
            <StateMark state={one.effect === 'refused' ? 'unmet' : 'missing'} word={false} />{' '}
            <strong>{EFFECTS[one.effect]}</strong>　{kindSpec(one.kind).label}　{one.heading}
            {one.effect === 'changed' ? `：${one.changed.join('、')}` : ''}
            {one.verifiedAgain ? '（已核验的内容改动后须重新核验）' : ''}
            {one.blanks > 0 ? `　还有 ${one.blanks} 处要填写` : ''}
            {one.problems.map((problem) => (
              <span key={`${problem.field} ${problem.message}`} className="zp-warn">
                {`　${problem.message}`}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <ErrorNote error={props.error} />
      {blocked || changing.length === 0 ? null : (
        <button type="button" className="zp-button zp-button-main" disabled={props.busy} onClick={props.onConfirm}>
          确认导入 {changing.length} 项
        </button>
      )}
    </section>
  );
}

/** Asks the server what this file would do. Throws the refusal, also for a file that is no archive at all. */
async function previewOf(file: File): Promise<ImportPreview> {
  if (file.size > 600_000) throw new AppError('SPREADSHEET_TOO_LARGE');
  if (file.name.toLowerCase().endsWith('.json')) {
    const parsed = archiveFileSchema.safeParse(parseJson(await file.text()));
    if (!parsed.success) throw new AppError('ARCHIVE_SHEET');
    return call(previewArchiveImport, { body: parsed.data });
  }
  return call(previewSheetImport, { body: { content: await base64Of(file) } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
