import { type Archive, type ArchiveRow, createArchiveRow, readArchive, submitArchiveRows } from '@zhiping/contract';
import { headingOf, type KindSpec, kindsOf, kindSpec, type RowKind, SECTIONS, type SectionId } from '@zhiping/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty, ErrorNote, formatDate, Loading, StateMark } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useCommand } from '../../use-command.ts';
import { ready, standingOf } from './archive-state.ts';
import './archive.css';

/** 业绩档案 by section: what is there, how it stands, what is still to do. */
export default function ArchivePage() {
  const { data, error, refetch } = useEndpoint(readArchive, {});
  const address = useAddressState();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const shown = address.get('show') === 'recycled' ? 'recycled' : 'rows';
  const rows = data.rows.filter((row) => (row.state === 'recycled') === (shown === 'recycled'));
  const recycled = data.rows.filter((row) => row.state === 'recycled').length;
  return (
    <div className="zp-stack zp-archive">
      <h1>业绩档案</h1>
      <p className="zp-prose">
        档案由您长期保存，单位逐项核验一次，以后每次申报都可以选用。
        {data.unit === null ? '您还没有加入用人单位，可以先填写，加入后再提交核验。' : `核验单位：${data.unit.name}。`}
        {data.currentTitle === null
          ? ''
          : `现职称：${data.currentTitle.name}，${formatDate(data.currentTitle.acquiredOn, true)}取得。`}
      </p>
      {shown === 'rows' ? <HandIn archive={data} /> : null}
      <nav className="zp-row zp-small" aria-label="档案各部分">
        {shown === 'rows' ? (
          SECTIONS.map((section) => (
            <a key={section.id} href={`#section-${section.id}`}>
              {section.label}（{rows.filter((row) => kindSpec(row.kind).section === section.id).length}）
            </a>
          ))
        ) : (
          <button type="button" className="zp-link" onClick={() => address.set({ show: null })}>
            回到业绩档案
          </button>
        )}
        {shown === 'rows' ? <Link to="/archive/photo">证件照</Link> : null}
        {shown === 'rows' ? <Link to="/archive/registers">查询登记</Link> : null}
        {shown === 'rows' ? <Link to="/archive/exchange">导入与导出</Link> : null}
        {shown === 'rows' && recycled > 0 ? (
          <button type="button" className="zp-link" onClick={() => address.set({ show: 'recycled' })}>
            回收站（{recycled}）
          </button>
        ) : null}
      </nav>
      {shown === 'recycled' && rows.length === 0 ? (
        <Empty title="回收站是空的">移去的内容会放在这里，可以恢复。</Empty>
      ) : null}
      {SECTIONS.map((section) => (
        <Section
          key={section.id}
          id={section.id}
          label={section.label}
          rows={rows.filter((row) => kindSpec(row.kind).section === section.id)}
          adding={shown === 'rows'}
        />
      ))}
    </div>
  );
}

/** Everything that is complete goes to the unit with one button; the number is said first. */
function HandIn({ archive }: { archive: Archive }) {
  const rows = archive.rows.filter(ready);
  const counts = {
    verified: archive.rows.filter((row) => row.state === 'verified').length,
    waiting: archive.rows.filter((row) => row.state === 'waiting').length,
    returned: archive.rows.filter((row) => row.state === 'returned').length,
    draft: archive.rows.filter((row) => row.state === 'draft').length,
  };
  const submit = useCommand(
    () => call(submitArchiveRows, { body: { rows: rows.map(({ id, version }) => ({ id, version })) } }),
    [keyOf(readArchive)],
  );
  return (
    <section className="zp-card" aria-label="核验进度">
      <p>
        已核验 {counts.verified} 项，待单位核验 {counts.waiting} 项，已退回 {counts.returned} 项，草稿 {counts.draft}{' '}
        项。
      </p>
      {counts.returned === 0 ? null : (
        <>
          <p>
            <strong>请先处理单位退回的内容：</strong>
          </p>
          <ul>
            {archive.rows
              .filter((row) => row.state === 'returned')
              .map((row) => (
                <li key={row.id}>
                  <Link to={`/archive/${row.id}`}>{headingOf(row)}</Link>
                  {row.returned === null ? '' : `：${row.returned.items.map((item) => item.problem).join('；')}`}
                </li>
              ))}
          </ul>
        </>
      )}
      {archive.unit?.staffed === false ? (
        <p role="status">
          <strong>{archive.unit.name}在平台上没有可以办理的经办人（您本人除外），现在不能提交核验。</strong>
          填写的内容都会保留，<Link to="/account/unit">看看怎么办</Link>。
        </p>
      ) : null}
      {rows.length > 0 && archive.unit?.staffed === true ? (
        <div className="zp-row">
          <button
            type="button"
            className="zp-button zp-button-main"
            disabled={submit.isPending}
            onClick={() => submit.mutate(undefined)}
          >
            把填写完整的 {rows.length} 项提交核验
          </button>
          <span className="zp-small zp-muted">{rows.map(headingOf).join('、')}</span>
        </div>
      ) : null}
      <ErrorNote error={submit.error} />
    </section>
  );
}

function Section(props: { id: SectionId; label: string; rows: readonly ArchiveRow[]; adding: boolean }) {
  const { rows } = props;
  const kinds = kindsOf(props.id).filter((kind) => kind.single !== true || !rows.some((row) => row.kind === kind.kind));
  if (!props.adding && rows.length === 0) return null;
  return (
    <section id={`section-${props.id}`} className="zp-asection" aria-label={props.label}>
      <h2>{props.label}</h2>
      <ul className="zp-list zp-acards">
        {rows.map((row) => (
          <li key={row.id}>
            <RowCard row={row} />
          </li>
        ))}
      </ul>
      {props.adding ? <AddRow kinds={kinds} /> : null}
    </section>
  );
}

function RowCard({ row }: { row: ArchiveRow }) {
  const standing = standingOf(row);
  const spec = kindSpec(row.kind);
  const { counting } = row;
  // Why it does not count, without what the state says already.
  const reasons = counting.reasons.filter((reason) => !/^(尚未|等待|已被|在回收站|有 \d+ 处)/.test(reason));
  return (
    <Link className="zp-acard" to={`/archive/${row.id}`}>
      <span className="zp-row">
        <StateMark state={standing.mark} word={false} />
        <span className="zp-small">{standing.word}</span>
        <span className="zp-small zp-muted">{spec.label}</span>
      </span>
      <strong>{headingOf(row)}</strong>
      <span className="zp-small zp-muted">
        {counting.effectiveOn === null ? '' : formatDate(counting.effectiveOn, true)}
        {counting.afterCurrentTitle === true ? '　现职称之后' : ''}
        {row.evidence.length === 0 ? '' : `　材料 ${row.evidence.length} 份`}
      </span>
      {row.fetched === null ? null : <span className="zp-small zp-muted">取自{row.fetched.register}</span>}
      {standing.next === '' ? null : <span className="zp-small">{standing.next}</span>}
      {reasons.map((reason) => (
        <span key={reason} className="zp-small zp-reason">
          {reason}
        </span>
      ))}
    </Link>
  );
}

function AddRow({ kinds }: { kinds: readonly KindSpec[] }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const add = async (kind: RowKind) => {
    setError(null);
    try {
      const { row } = await call(createArchiveRow, { body: { kind } });
      client.setQueryData<Archive>(keyOf(readArchive, {}), (before) =>
        before === undefined ? before : { ...before, rows: [...before.rows, row] },
      );
      void navigate({ to: `/archive/${row.id}` });
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <div className="zp-row">
      {kinds.map((spec) => (
        <button key={spec.kind} type="button" className="zp-button" onClick={() => void add(spec.kind as RowKind)}>
          添加{spec.label}
        </button>
      ))}
      <ErrorNote error={error} />
    </div>
  );
}
