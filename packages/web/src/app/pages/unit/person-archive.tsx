import {
  type ArchiveRow,
  downloadEvidence,
  downloadPhoto,
  listUnitPeople,
  type PersonArchive,
  readPersonArchive,
  returnArchiveRow,
  revealArchiveRow,
} from '@zhiping/contract';
import {
  evidenceChecklist,
  fieldWarnings,
  kindSpec,
  personalFieldsOf,
  PURPOSES,
  ROW_STATE_LABELS,
} from '@zhiping/core';
import type { ReactNode } from 'react';
import { ErrorNote, formatDate, formatInstant, Masked, StateMark } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { fileHref } from '../../parts/FilePreview.tsx';
import { rowFacts, rowTitle } from '../../parts/row-facts.ts';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';
import { Attestations } from './attestations.tsx';
import { RowReturn } from './row-return.tsx';
import '../../parts/material.css';

interface Props {
  readonly archive: PersonArchive;
  /** In the order of work. */
  readonly rows: readonly ArchiveRow[];
  readonly current: string | null;
  readonly returning: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  /** The row whose confirmation `error` is about. */
  readonly failed: string | null;
  readonly onConfirm: (row: ArchiveRow) => void;
  readonly onReturning: (rowId: string | null) => void;
  readonly onFile: (row: ArchiveRow, file: ShownFile) => void;
}

/** Rows of one person: what waits first, each with its facts, checklist and files; then what the unit states. */
export function PersonArchiveDetail(props: Props) {
  const { archive, rows } = props;
  const { person, currentTitle } = archive;
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const others = rows.filter(({ state }) => state !== 'waiting');
  return (
    <div className="zp-stack">
      <section aria-label="本人">
        <h2>{person.name}</h2>
        {archive.photoId === null ? (
          <p className="zp-small zp-muted">本人还没有上传证件照。</p>
        ) : (
          <img
            className="zp-photo-small"
            src={fileHref(downloadPhoto, { photoId: archive.photoId })}
            alt={`${person.name}的证件照`}
          />
        )}
        <p>
          {person.post}
          {currentTitle === null
            ? ''
            : `　现职称：${currentTitle.name}，${formatDate(currentTitle.acquiredOn, true)}取得`}
        </p>
        <p>{waiting.length > 0 ? `有 ${waiting.length} 项等待核验。` : '没有等待核验的内容。'}</p>
      </section>
      {waiting.map((row) => (
        <RowCard key={row.id} row={row} {...props} />
      ))}
      <Attestations personId={person.personId} />
      {others.length === 0 ? null : (
        <details className="zp-card" open={others.some(({ id }) => id === props.current)}>
          <summary>已核验和已退回的内容（{others.length} 项）</summary>
          {others.map((row) => (
            <RowCard key={row.id} row={row} {...props} />
          ))}
        </details>
      )}
    </div>
  );
}

function RowCard(props: Props & { readonly row: ArchiveRow }) {
  const { row, archive, onFile, onReturning } = props;
  const back = useCommand(
    (items: readonly { field: string | null; problem: string; whatToDo: string }[]) =>
      call(returnArchiveRow, { params: { rowId: row.id }, body: { version: row.version, items: [...items] } }),
    [keyOf(readPersonArchive), keyOf(listUnitPeople)],
  );
  const title = rowTitle(row);
  const { counting } = row;
  const missing = evidenceChecklist(
    { kind: row.kind, fields: row.fields, evidence: row.evidence, listed: row.fetched?.listed === true },
    archive.evidence?.lists,
  ).filter((check) => !check.satisfied);
  const warnings = fieldWarnings(row.kind, row.fields).filter(
    ({ field }) => !personalFieldsOf(row.kind).includes(field),
  );
  const current = row.id === props.current;
  return (
    <section
      id={`row-${row.id}`}
      className={`zp-card zp-urow${current ? ' zp-urow-now' : ''}`}
      aria-label={title}
      aria-current={current}
    >
      <h3>
        <span className="zp-muted">{kindSpec(row.kind).label}</span> {title}{' '}
        <span className="zp-label">{ROW_STATE_LABELS[row.state]}</span>
      </h3>
      <RowFacts row={row} />
      {counting.afterCurrentTitle === null ? null : (
        <Check good={counting.afterCurrentTitle}>
          {counting.afterCurrentTitle ? '取得现职称之后的业绩' : '不计入：不晚于现职称取得日期'}
        </Check>
      )}
      {missing.map((check) => (
        <Check key={`${check.label} ${check.source}`} good={false}>
          缺少{check.label}（{check.source}）
        </Check>
      ))}
      {warnings.map((warning) => (
        <Check key={warning.field} good={false}>
          {warning.message}
        </Check>
      ))}
      {row.returned === null ? null : (
        <ul className="zp-small">
          {row.returned.items.map((item) => (
            <li key={`${item.field}${item.problem}`}>
              退回意见：{item.problem}　{item.whatToDo}
            </li>
          ))}
        </ul>
      )}
      <div className="zp-row">
        {row.evidence.map((file) => (
          <button
            key={file.id}
            type="button"
            className="zp-button zp-small"
            onClick={() => onFile(row, { name: file.name, href: fileHref(downloadEvidence, { evidenceId: file.id }) })}
          >
            {file.purposes.map((purpose) => PURPOSES[purpose]).join('、') || file.name}
            {archive.usedElsewhere.includes(file.id) ? '（他人也上传过同一文件）' : ''}
          </button>
        ))}
        {row.evidence.length === 0 ? (
          <span className="zp-small zp-muted">
            {row.fetched?.listed === true ? '由名单本身证明，不须单位核验，也不须佐证材料。' : '没有佐证文件'}
          </span>
        ) : null}
      </div>
      <ErrorNote error={props.failed === row.id ? props.error : null} />
      {props.returning === row.id ? (
        <RowReturn
          row={row}
          onCancel={() => onReturning(null)}
          onSend={async (items) => {
            await back.mutateAsync(items);
            onReturning(null);
          }}
        />
      ) : (
        <div className="zp-row">
          {row.state === 'waiting' ? (
            <button
              type="button"
              className="zp-button zp-button-main"
              disabled={props.busy}
              onClick={() => props.onConfirm(row)}
            >
              核验属实<span className="zp-hidden">：{title}</span>
            </button>
          ) : null}
          {row.state === 'waiting' || (row.state === 'verified' && row.fetched?.listed !== true) ? (
            <button type="button" className="zp-button" onClick={() => onReturning(row.id)}>
              退回<span className="zp-hidden">：{title}</span>
            </button>
          ) : null}
        </div>
      )}
    </section>
  );
}

/** Facts of a row; ID number and phone stay masked until shown on purpose, which leaves a record. */
function RowFacts({ row }: { row: ArchiveRow }) {
  const personal = new Set(personalFieldsOf(row.kind));
  const facts = rowFacts(row);
  const { fetched } = row;
  return (
    <>
      {fetched === null ? null : (
        <p className="zp-small">
          取自{fetched.register}，{formatInstant(fetched.at)}。
          {fetched.disputed === null ? '' : `本人认为有误：${fetched.disputed}`}
        </p>
      )}
      <Facts
        of={facts.filter(([, , field]) => !personal.has(field)).map(([label, value]) => [label, value] as const)}
      />
      {facts
        .filter(([, , field]) => personal.has(field))
        .map(([label, value, field]) => (
          <p key={field}>
            {label}：
            <Masked
              masked={value}
              label={label}
              reveal={async () => {
                const { fields } = await call(revealArchiveRow, { params: { rowId: row.id } });
                return String(fields[field] ?? '');
              }}
            />
          </p>
        ))}
    </>
  );
}

function Check({ good, children }: { good: boolean; children: ReactNode }) {
  return (
    <p className="zp-small">
      <StateMark state={good ? 'met' : 'missing'} word={false} />
      <span className="zp-hidden">{good ? '符合：' : '注意：'}</span> {children}
    </p>
  );
}
