import {
  type ArchiveRow,
  downloadEvidence,
  listUnitPeople,
  readPersonArchive,
  returnArchiveRow,
  verifyArchiveRow,
} from '@zhiping/contract';
import { kindSpec, PURPOSES, ROW_STATE_LABELS } from '@zhiping/core';
import { useState } from 'react';
import { ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { fileHref } from '../../parts/FilePreview.tsx';
import { rowFacts, rowTitle } from '../../parts/row-facts.ts';
import type { ShownFile } from '../../parts/SubmissionMaterial.tsx';
import { useCommand } from '../../use-command.ts';
import { Attestations } from './attestations.tsx';
import { RowReturn } from './row-return.tsx';
import '../../parts/material.css';

/** Rows of one person: what waits first, each with its facts and files; confirm or return one by one. */
export function PersonArchiveDetail({ personId, onFile }: { personId: string; onFile: (file: ShownFile) => void }) {
  const { data, error, refetch } = useEndpoint(readPersonArchive, { params: { personId } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const waiting = data.rows.filter(({ state }) => state === 'waiting');
  const others = data.rows.filter(({ state }) => state !== 'waiting');
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>{data.person.name}</h2>
        <Facts
          of={[
            ['岗位', data.person.post === '' ? null : data.person.post],
            [
              '现职称',
              data.currentTitle === null
                ? null
                : `${data.currentTitle.name}，${formatDate(data.currentTitle.acquiredOn)}取得`,
            ],
          ]}
        />
        <p>{waiting.length > 0 ? `有 ${waiting.length} 项等待核验。` : '没有等待核验的内容。'}</p>
      </section>
      {waiting.map((row) => (
        <RowCard key={row.id} row={row} usedElsewhere={data.usedElsewhere} onFile={onFile} />
      ))}
      <Attestations personId={personId} />
      {others.length === 0 ? null : (
        <details className="zp-card">
          <summary>其他内容（{others.length} 项）</summary>
          {others.map((row) => (
            <RowCard key={row.id} row={row} usedElsewhere={data.usedElsewhere} onFile={onFile} />
          ))}
        </details>
      )}
    </div>
  );
}

function RowCard(props: { row: ArchiveRow; usedElsewhere: readonly string[]; onFile: (file: ShownFile) => void }) {
  const { row, usedElsewhere, onFile } = props;
  const [returning, setReturning] = useState(false);
  const refresh = [keyOf(readPersonArchive), keyOf(listUnitPeople)];
  const verify = useCommand(
    () => call(verifyArchiveRow, { params: { rowId: row.id }, body: { version: row.version } }),
    refresh,
  );
  const back = useCommand(
    (items: readonly { field: string | null; problem: string; whatToDo: string }[]) =>
      call(returnArchiveRow, { params: { rowId: row.id }, body: { version: row.version, items: [...items] } }),
    refresh,
  );
  const title = rowTitle(row);
  return (
    <section className="zp-card zp-material" aria-label={title}>
      <h3>
        <span className="zp-muted">{kindSpec(row.kind).label}</span> {title}{' '}
        <span className="zp-label">{ROW_STATE_LABELS[row.state]}</span>
      </h3>
      <Facts of={rowFacts(row).map(([label, value]) => [label, value] as const)} />
      {row.counting.reasons.length === 0 ? null : (
        <ul className="zp-small">
          {row.counting.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div className="zp-row">
        {row.evidence.map((file) => (
          <button
            key={file.id}
            type="button"
            className="zp-button zp-small"
            onClick={() => onFile({ name: file.name, href: fileHref(downloadEvidence, { evidenceId: file.id }) })}
          >
            {file.purposes.map((purpose) => PURPOSES[purpose]).join('、') || file.name}
            {usedElsewhere.includes(file.id) ? '（他人也上传过同一文件）' : ''}
          </button>
        ))}
        {row.evidence.length === 0 ? <span className="zp-small zp-muted">没有佐证文件</span> : null}
      </div>
      <ErrorNote error={verify.error} />
      {row.state !== 'waiting' ? null : returning ? (
        <RowReturn
          row={row}
          onCancel={() => setReturning(false)}
          onSend={async (items) => {
            await back.mutateAsync(items);
            setReturning(false);
          }}
        />
      ) : (
        <div className="zp-row">
          <button
            type="button"
            className="zp-button zp-button-main"
            disabled={verify.isPending}
            onClick={() => verify.mutate(undefined)}
          >
            核验属实<span className="zp-hidden">：{title}</span>
          </button>
          <button type="button" className="zp-button" onClick={() => setReturning(true)}>
            退回<span className="zp-hidden">：{title}</span>
          </button>
        </div>
      )}
    </section>
  );
}
