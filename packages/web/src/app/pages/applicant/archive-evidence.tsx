import {
  type ArchiveRow,
  joinEvidence,
  orderEvidence,
  removeEvidence,
  tagEvidence,
  turnEvidence,
} from '@zhiping/contract';
import { type EvidenceCheck, evidenceChecklist, evidenceRulesOf, type Fields, type Purpose } from '@zhiping/core';
import { useRef, useState } from 'react';
import { ErrorNote, StateMark } from '../../../shared/index.ts';
import { call } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { severalAtOnce } from '../../resumable.ts';
import { FilePicker } from '../../parts/files.tsx';
import { EvidenceFiles } from './EvidenceFiles.tsx';
import type { usePlansOfRow } from './archive-plans.ts';
import { uploadEvidence } from './archive-upload.ts';

interface Sending {
  readonly key: number;
  readonly name: string;
  readonly part: number;
  readonly error: unknown;
}

/** Files under way at the same time. */
const AT_ONCE = 3;
const ACCEPTED = 'application/pdf,image/jpeg,image/png';

/**
 * The evidence of a row: what is asked, with a button for each that tags the file, and the files that are there. Some files go
 * up at a time, each in pieces, so that a lost line costs a piece; one that is refused says why and the others go on.
 */
export function ArchiveEvidence(props: {
  row: ArchiveRow;
  values: Fields;
  plans: ReturnType<typeof usePlansOfRow>;
  onRow: (row: ArchiveRow) => void;
}) {
  const { row, values, onRow } = props;
  const { plans, plan, choose } = props.plans;
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [error, setError] = useState<unknown>(null);
  const nextKey = useRef(0);
  const newest = useRef(row.version);
  const checks = evidenceChecklist(
    { kind: row.kind, fields: values, evidence: row.evidence, listed: row.fetched?.listed === true },
    plan?.lists,
  );

  /** Answers of uploads under way together may come in any order; an older one would hide what a newer one brought. */
  const take = (next: ArchiveRow) => {
    if (next.version < newest.current) return;
    newest.current = next.version;
    onRow(next);
  };
  const upload = async (files: readonly File[], purposes: readonly Purpose[]) => {
    const entries = files.map((file, at) => ({ file, key: nextKey.current + at }));
    nextKey.current += files.length;
    setSending((before) => [
      ...before,
      ...entries.map(({ file, key }) => ({ key, name: file.name, part: 0, error: null })),
    ]);
    const patch = (key: number, change: Partial<Sending>) =>
      setSending((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
    await severalAtOnce(entries, AT_ONCE, async ({ file, key }) => {
      try {
        take(await uploadEvidence(row.id, file, purposes, (part) => patch(key, { part })));
        setSending((before) => before.filter((one) => one.key !== key));
      } catch (thrown) {
        patch(key, { error: thrown });
      }
    });
  };
  const change = (request: Promise<{ row: ArchiveRow }>) => {
    setError(null);
    request.then((answer) => onRow(answer.row), setError);
  };

  return (
    <section className="zp-card zp-stack" aria-label="佐证材料">
      <h2>佐证材料</h2>
      <p className="zp-muted">
        可上传 PDF、JPG、PNG 文件，单个不超过 20
        兆，一次可选多个。手机上可以直接拍照。断线后自动继续；关闭网页后重新选择同一个文件，从已收到处接着传。涉密材料须先脱密。
      </p>
      {plans.length === 0 ? null : (
        <Choice
          label="按哪个计划的清单"
          value={plan?.planId ?? ''}
          none="通用清单"
          onChange={choose}
          options={plans.map(({ planId, planName, applied }) => ({
            value: planId,
            label: `${planName}${applied ? '（正在申报）' : ''}`,
          }))}
        />
      )}
      {plan === undefined || plan.lists.some(({ kinds }) => kinds.includes(row.kind)) ? null : (
        <p className="zp-small zp-muted">这个计划的文件没有写明这一类的材料，按通用清单。</p>
      )}
      {checks.length === 0 ? (
        <p>{nothingAsked(row.fetched?.listed === true, evidenceRulesOf(row.kind, plan?.lists ?? []).length > 0)}</p>
      ) : null}
      <ul className="zp-list zp-asked">
        {checks.map((check) => (
          <Asked
            key={`${check.label} ${check.source}`}
            check={check}
            onFiles={(files) => void upload(files, check.anyOf.slice(0, 1))}
          />
        ))}
        <li>
          <span>其他材料（选填）</span>
          <FilePicker
            accept={ACCEPTED}
            multiple
            label="上传其他材料"
            onFiles={(files) => void upload(files, ['other'])}
          />
        </li>
      </ul>
      {sending.map((one) => (
        <div key={one.key} className="zp-sending">
          <span>{one.name}</span>
          {one.error === null ? (
            <progress value={one.part} max={1} aria-label={`${one.name}上传进度`}>
              {Math.round(one.part * 100)}%
            </progress>
          ) : (
            <>
              <ErrorNote error={one.error} />
              <button
                type="button"
                className="zp-link"
                onClick={() => setSending((before) => before.filter(({ key }) => key !== one.key))}
              >
                知道了
              </button>
            </>
          )}
        </div>
      ))}
      <ErrorNote error={error} />
      <EvidenceFiles
        files={row.evidence}
        onOrder={(ids) => change(call(orderEvidence, { params: { rowId: row.id }, body: { ids: [...ids] } }))}
        onJoin={(ids, name) => change(call(joinEvidence, { params: { rowId: row.id }, body: { ids: [...ids], name } }))}
        onTurn={(file, quarters) => change(call(turnEvidence, { params: { evidenceId: file.id }, body: { quarters } }))}
        onTag={(file, purposes) =>
          change(call(tagEvidence, { params: { evidenceId: file.id }, body: { purposes: [...purposes] } }))
        }
        onRemove={(file) => change(call(removeEvidence, { params: { evidenceId: file.id } }))}
      />
    </section>
  );
}

/** Why the checklist is empty; `depends`: something may be asked of rows of this kind, by what is filled in. */
function nothingAsked(listed: boolean, depends: boolean): string {
  if (listed) return '由考试成绩名单证明，不须上传材料。';
  return depends
    ? '要上传什么随填写的内容而定；按现在所填的，还没有必须上传的材料。'
    : '这一类不要求上传材料，由单位核验。';
}

function Asked({ check, onFiles }: { check: EvidenceCheck; onFiles: (files: readonly File[]) => void }) {
  return (
    <li>
      <span>
        <StateMark state={check.satisfied ? 'met' : 'missing'} word={false} />{' '}
        <span className="zp-hidden">{check.satisfied ? '已有：' : '缺少：'}</span>
        {check.label}
        <span className="zp-small zp-muted">　{check.source}</span>
      </span>
      <FilePicker
        accept={ACCEPTED}
        multiple
        label={check.satisfied ? '再传一份' : '上传'}
        of={check.label}
        onFiles={onFiles}
      />
    </li>
  );
}
