import {
  type Archive,
  type ArchiveRow,
  disputeRow,
  editArchiveRow,
  readArchive,
  recycleArchiveRow,
  restoreArchiveRow,
  submitArchiveRows,
} from '@zhiping/contract';
import {
  currentTitleOf,
  countingOf,
  type Fields,
  fieldProblems,
  fieldWarnings,
  headingOf,
  hintsOf,
  isAsked,
  kindSpec,
} from '@zhiping/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import {
  Empty,
  ErrorNote,
  formatDate,
  formatInstant,
  Loading,
  ReturnList,
  SavedMark,
  StateMark,
} from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useAutosave } from '../../autosave.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { ArchiveConflicts } from './archive-conflicts.tsx';
import { ArchiveEvidence } from './archive-evidence.tsx';
import { ArchiveField } from './archive-field.tsx';
import { ArchiveHints } from './ArchiveHints.tsx';
import { usePlansOfRow } from './archive-plans.ts';
import { FetchedNote } from './FetchedNote.tsx';
import { standingOf } from './archive-state.ts';
import './archive.css';

/** One row of the own archive: what is asked, what is shown, whether it counts. Everything saves itself. */
export default function ArchiveRowPage() {
  const id = usePathParam('id');
  const { data, error, refetch } = useEndpoint(readArchive, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const row = data.rows.find((one) => one.id === id);
  if (row === undefined) {
    return (
      <Empty title="档案中没有这一项" action={<Link to="/archive">回到业绩档案</Link>}>
        地址可能不完整。没有任何内容丢失。
      </Empty>
    );
  }
  return <RowEditor key={id} row={row} archive={data} />;
}

function RowEditor({ row, archive }: { row: ArchiveRow; archive: Archive }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const spec = kindSpec(row.kind);
  const plans = usePlansOfRow(archive);
  const hints = hintsOf(
    row.kind,
    plans.hinting.flatMap((plan) => plan.hints),
  );

  const keep = useCallback(
    (next: ArchiveRow) =>
      client.setQueryData<Archive>(keyOf(readArchive, {}), (before) =>
        before === undefined
          ? before
          : { ...before, rows: before.rows.map((one) => (one.id === next.id ? next : one)) },
      ),
    [client],
  );
  const autosave = useAutosave<Fields>({
    name: `archive-row-${row.id}`,
    version: row.version,
    initial: row.fields,
    save: async (fields, version) => {
      const saved = await call(editArchiveRow, {
        params: { rowId: row.id },
        body: { version, fields: fields as Record<string, string> },
      });
      keep(saved.row);
      return { version: saved.row.version, savedAt: saved.savedAt, values: saved.row.fields };
    },
  });
  const { values } = autosave;
  const problems = fieldProblems(row.kind, values);
  const warnings = fieldWarnings(row.kind, values);
  const title = currentTitleOf(archive.rows);
  const counting = countingOf(
    { ...row, fields: values, listed: row.fetched?.listed === true },
    title,
    null,
    archive.evidence?.lists,
  );
  const standing = standingOf({ ...row, fields: values as ArchiveRow['fields'] });
  const editable = row.state !== 'recycled';
  const nameable = archive.rows
    .filter((one) => one.state !== 'recycled' && kindSpec(one.kind).achievement && one.kind !== 'benefit')
    .map((one) => ({ id: one.id, label: `${kindSpec(one.kind).label}：${headingOf(one)}` }));

  /** Saves what is typed, does one thing on the row as the server has it then, and shows the archive anew. */
  const act = async (run: (version: number) => Promise<unknown>, leave: boolean) => {
    setBusy(true);
    setError(null);
    try {
      if ((await autosave.flush()) === null) return;
      const current = client.getQueryData<Archive>(keyOf(readArchive, {}))?.rows.find((one) => one.id === row.id);
      await run(current?.version ?? row.version);
      await client.invalidateQueries({ queryKey: keyOf(readArchive) });
      if (leave) void navigate({ to: '/archive' });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const submit = () => {
    setAsked(true);
    const [first] = problems;
    if (first !== undefined) {
      document.getElementById(`field-${first.field}-input`)?.focus();
      return;
    }
    void act((version) => call(submitArchiveRows, { body: { rows: [{ id: row.id, version }] } }), true);
  };

  return (
    <div className="zp-stack zp-arow">
      <p>
        <Link to="/archive">业绩档案</Link> › {spec.label}
      </p>
      <div className="zp-row">
        <h1>{headingOf({ kind: row.kind, fields: values })}</h1>
        <StateMark state={standing.mark} word={false} />
        <span>{standing.word}</span>
      </div>
      {standing.next === '' ? null : <p>{standing.next}</p>}
      {row.state === 'verified' ? (
        <p className="zp-muted">
          {row.fetched?.listed === true
            ? '由考试成绩名单证明，不须单位核验，也不须上传证明材料。'
            : `单位已于${row.verifiedAt === null ? '' : formatInstant(row.verifiedAt)}核验。修改内容或材料后须重新核验；已经提交的申报不受影响。`}
        </p>
      ) : null}
      <FetchedNote
        row={row}
        onDispute={(reason) =>
          act((version) => call(disputeRow, { params: { rowId: row.id }, body: { version, reason } }), false)
        }
      />
      {row.returned === null ? null : (
        <ReturnList
          title="单位退回的意见"
          items={row.returned.items.map((item, at) => ({
            id: String(at),
            place: spec.fields.find((field) => field.name === item.field)?.label ?? spec.label,
            clause: null,
            wrong: item.problem,
            todo: item.whatToDo,
            answered: item.field !== null && touched.has(item.field),
            ...(item.field === null ? {} : { href: `#field-${item.field}` }),
          }))}
        />
      )}
      <ArchiveConflicts kind={row.kind} conflicts={autosave.conflicts} onKeep={autosave.settle} />
      <fieldset className="zp-card zp-aform" disabled={!editable}>
        <legend className="zp-hidden">{spec.label}</legend>
        {spec.hint === undefined ? null : <p className="zp-muted zp-awide">{spec.hint}</p>}
        <ArchiveHints
          planNames={plans.hinting.map(({ planName }) => planName)}
          hints={hints.filter(({ field }) => field === undefined)}
        />
        {spec.fields
          .filter((field) => isAsked(field, values))
          .map((field) => (
            <ArchiveField
              key={field.name}
              field={field}
              fetched={row.fetched?.fields.includes(field.name) ?? false}
              value={values[field.name] ?? null}
              rows={nameable}
              hints={hints.filter((hint) => hint.field === field.name)}
              warning={warnings.find((one) => one.field === field.name)}
              problem={asked ? problems.find((one) => one.field === field.name) : undefined}
              onChange={(value) => {
                setTouched((before) => new Set(before).add(field.name));
                autosave.change({ [field.name]: value });
              }}
            />
          ))}
        <p className="zp-awide">
          <SavedMark state={autosave.state} />
        </p>
      </fieldset>
      <ArchiveEvidence
        row={row}
        values={values}
        plans={plans}
        onRow={(next) => {
          autosave.seen(next.version);
          keep(next);
        }}
      />
      <section className="zp-card" aria-label="能否计入">
        <h2>能否计入</h2>
        {counting.effectiveOn === null ? null : <p>计算时间以 {formatDate(counting.effectiveOn, true)} 为准。</p>}
        {counting.afterCurrentTitle === true ? <p>取得现职称之后的业绩。</p> : null}
        {counting.reasons.length === 0 ? (
          <p>内容和材料齐全，已核验。</p>
        ) : (
          <ul>
            {counting.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </section>
      <ErrorNote error={error} />
      <div className="zp-row zp-astick">
        {row.state === 'draft' || row.state === 'returned' ? (
          <button type="button" className="zp-button zp-button-main" disabled={busy} onClick={submit}>
            提交单位核验
          </button>
        ) : null}
        <Link className="zp-button" to="/archive">
          回到业绩档案
        </Link>
        {editable ? (
          <button
            type="button"
            className="zp-button zp-button-quiet"
            disabled={busy}
            onClick={() =>
              void act((version) => call(recycleArchiveRow, { params: { rowId: row.id }, body: { version } }), true)
            }
          >
            移入回收站
          </button>
        ) : (
          <button
            type="button"
            className="zp-button"
            disabled={busy}
            onClick={() =>
              void act((version) => call(restoreArchiveRow, { params: { rowId: row.id }, body: { version } }), false)
            }
          >
            恢复为草稿
          </button>
        )}
      </div>
    </div>
  );
}
