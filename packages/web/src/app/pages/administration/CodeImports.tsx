import { type CodeImport, importCodes, listCodeImports, listCodes } from '@zhiping/contract';
import { CODE_COLUMNS, CODE_TABLES, type CodeTableId } from '@zhiping/core';
import { useState } from 'react';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { FileField } from '../../parts/files.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { useCallCommand } from '../../use-command.ts';

/** Lists taken into a table, each with its source and the lines that could not be taken. */
export function CodeImports({ table }: { table: CodeTableId }) {
  const pages = usePages(table);
  const { data } = useEndpoint(listCodeImports, { params: { table }, query: { limit: 10, ...pages.after } });
  return (
    <section className="zp-card zp-stack" aria-label="导入名单">
      <h2>导入名单</h2>
      <ImportForm table={table} />
      {(data?.items ?? []).map((one) => (
        <Imported key={one.id} one={one} />
      ))}
      <PageButtons pages={pages} next={data?.next} />
    </section>
  );
}

function ImportForm({ table }: { table: CodeTableId }) {
  const take = useCallCommand(importCodes, [listCodes, listCodeImports]);
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  return (
    <form
      className="zp-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (file === null) return;
        void file
          .text()
          .then((content) => take.mutate({ params: { table }, body: { fileName: file.name, content, source } }));
      }}
    >
      <p className="zp-muted">
        电子表格另存为“CSV（UTF-8）”。第一行是表头：{CODE_COLUMNS.join('、')}，其中代码、名称、生效日期必须有。代码是
        {CODE_TABLES[table].form}。
      </p>
      <FileField label="文件" accept=".csv,.tsv,.txt,text/csv" onFile={setFile} />
      <Field label="名单的来源" value={source} onChange={setSource} max={200} help="公布的机关、文件名称和文号。" />
      <ErrorNote error={take.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={take.isPending || file === null}>
          {take.isPending ? '正在导入…' : '导入'}
        </button>
      </div>
    </form>
  );
}

function Imported({ one }: { one: CodeImport }) {
  return (
    <details className="zp-card">
      <summary>
        {formatInstant(one.importedAt)}，{one.importedBy ?? '平台'}导入{one.fileName}：新增 {one.added} 条，没有变化{' '}
        {one.unchanged} 条，没有读入 {one.failures.length} 条
      </summary>
      <p>来源：{one.source}</p>
      {one.failures.length === 0 ? null : (
        <div className="zp-over">
          <table className="zp-lines">
            <thead>
              <tr>
                <th scope="col">行</th>
                <th scope="col">内容</th>
                <th scope="col">为什么没有读入</th>
              </tr>
            </thead>
            <tbody>
              {one.failures.map(({ line, text, problem }) => (
                <tr key={`${line} ${text}`}>
                  <td>{line === 0 ? '' : line}</td>
                  <td>{text}</td>
                  <td>{problem}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
