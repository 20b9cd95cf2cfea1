import {
  importResultList,
  listResultLists,
  listUnmatchedResults,
  previewResultList,
  RESULT_STATES,
  type ResultListPreview,
} from '@zhiping/contract';
import { kindSpec, RESULT_KINDS, resultColumns, type ResultKind } from '@zhiping/core';
import { useState } from 'react';
import { ConfirmStep, ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { base64Of } from '../../parts/base64.ts';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import { FileField } from '../../parts/files.tsx';
import { RESULT_STATE_WORDS } from './result-list-unmatched.tsx';

const SHOWN = 100;

/** One list: chosen, seen line by line, then imported with its source and day. */
export function ResultListImport({ organiserId }: { organiserId: string }) {
  const params = { organiserId };
  const [kind, setKind] = useState<ResultKind>('examination');
  const [file, setFile] = useState<{ readonly fileName: string; readonly content: string } | null>(null);
  const [seen, setSeen] = useState<ResultListPreview | null>(null);
  const [source, setSource] = useState('');
  const [publishedOn, setPublishedOn] = useState('');
  const [tell, setTell] = useState(true);
  const [done, setDone] = useState<string | null>(null);
  const look = useCommand(async (chosen: File) => {
    setDone(null);
    setSeen(null);
    const read = { fileName: chosen.name, content: await base64Of(chosen) };
    setSeen(await call(previewResultList, { params, body: { kind, ...read } }));
    setFile(read);
  }, []);
  const keep = useCommand(async () => {
    if (file === null || seen === null) return;
    const body = { kind, ...file, source, publishedOn, tell, digest: seen.digest };
    const { added, unchanged } = await call(importResultList, { params, body });
    setSeen(null);
    setDone(`已导入：新增或更正 ${added} 行，与以前相同 ${unchanged} 行。写入档案在后台进行，稍后刷新可见。`);
  }, [keyOf(listResultLists), keyOf(listUnmatchedResults)]);
  const columns = resultColumns(kind);
  const readable = seen === null ? 0 : seen.lines.length - seen.counts.unreadable;
  return (
    <section className="zp-card zp-stack" aria-label="导入名单">
      <h2>导入名单</h2>
      <label className="zp-field">
        <span className="zp-field-label">名单的内容</span>
        <select
          className="zp-input"
          value={kind}
          onChange={(event) => {
            const chosen = RESULT_KINDS.find((one) => one === event.target.value);
            if (chosen !== undefined) setKind(chosen);
            setSeen(null);
          }}
        >
          {RESULT_KINDS.map((one) => (
            <option key={one} value={one}>
              {kindSpec(one).label}
            </option>
          ))}
        </select>
      </label>
      <p className="zp-muted">
        Excel 工作簿（.xlsx）或 CSV 文件，至多 5000 行。第一行是表头，列的次序不限：{columns.all.join('、')}；必须有
        {columns.needed.join('、')}。{kind === 'examination' ? '考试名称与评审通知所写的一致，申报时才认得出。' : ''}
      </p>
      <FileField
        label="名单文件"
        accept=".xlsx,.csv,.txt,text/csv"
        onFile={(chosen) => chosen && look.mutate(chosen)}
      />
      {look.isPending ? <p role="status">正在读取名单…</p> : null}
      <ErrorNote error={look.error} />
      {done === null ? null : <p role="status">{done}</p>}
      {seen === null ? null : (
        <>
          <Preview seen={seen} fileName={file?.fileName ?? ''} />
          {readable === 0 ? null : (
            <>
              <Field
                label="名单的来源"
                value={source}
                onChange={setSource}
                max={200}
                help="公布的机关、文件名称和文号，写在本人档案中这一项旁边。"
              />
              <Field label="公布日期" type="date" value={publishedOn} onChange={setPublishedOn} />
              <label className="zp-check">
                <input type="checkbox" checked={tell} onChange={(event) => setTell(event.target.checked)} />
                <span>写入档案后告诉本人（站内消息和电子邮件，每人一次；以后注册的，到时告诉）</span>
              </label>
              {source.trim() === '' || publishedOn === '' ? null : (
                <ConfirmStep
                  title="导入名单"
                  effects={[
                    `${seen.counts.taken} 项写入本人档案，视为已核验${tell ? '，并告诉本人' : '，不另告诉本人'}。`,
                    `${seen.counts.waiting} 项等待本人注册并核对身份。`,
                    `${seen.counts['name-differs']} 项姓名不同，${seen.counts['not-passed']} 项不合格，都不写入档案。`,
                  ]}
                  touches={`本次操作涉及名单中的 ${readable} 行。`}
                  agree="我已看过预览，名单与公布的一致。"
                  button="确认导入"
                  onConfirm={() => keep.mutateAsync(undefined)}
                  onCancel={() => setSeen(null)}
                />
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

function Preview({ seen, fileName }: { seen: ResultListPreview; fileName: string }) {
  const [only, setOnly] = useState<(typeof RESULT_STATES)[number] | ''>('');
  const lines = seen.lines.filter(({ state }) => only === '' || state === only);
  return (
    <div className="zp-stack">
      <h3>预览：{fileName}</h3>
      <label className="zp-field">
        <span className="zp-field-label">显示</span>
        <select
          className="zp-input"
          value={only}
          onChange={(event) => setOnly(RESULT_STATES.find((one) => one === event.target.value) ?? '')}
        >
          <option value="">全部 {seen.lines.length} 行</option>
          {RESULT_STATES.filter((state) => seen.counts[state] > 0).map((state) => (
            <option key={state} value={state}>
              {RESULT_STATE_WORDS[state]}（{seen.counts[state]} 行）
            </option>
          ))}
        </select>
      </label>
      <div className="zp-over">
        <table className="zp-lines">
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">姓名</th>
              <th scope="col">结果</th>
              <th scope="col">会怎样</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, SHOWN).map(({ line, person, result, state, problem }) => (
              <tr key={line}>
                <td>{line}</td>
                <td>{person}</td>
                <td>{result}</td>
                <td>{state === 'unreadable' ? `没有读入：${problem}` : RESULT_STATE_WORDS[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > SHOWN ? <p className="zp-muted">只显示前 {SHOWN} 行，其余请按上面的类别查看。</p> : null}
    </div>
  );
}
