import {
  approveStampedPage,
  cancelApplication,
  downloadCorrectionNotice,
  type OfficeCheck,
  officePass,
  officeRefuse,
  officeReturn,
  openCheck,
  readCheck,
  readReuse,
  listOfficeWork,
  receivePaper,
  returnStampedPage,
  unlockSubmission,
} from '@zhiping/contract';
import type { ConditionRow } from '@zhiping/standard';
import { useState } from 'react';
import { ConfirmStep, ErrorNote, formatInstant, Loading, ReturnList, StatusLine } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { fileHref } from '../../parts/FilePreview.tsx';
import { JumpLink, useNamedPlace } from '../../parts/JumpLink.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { ReportCard } from '../../parts/ReportCard.tsx';
import { ReuseFindings } from '../../parts/ReuseFindings.tsx';
import { ReturnForm } from '../../parts/ReturnForm.tsx';
import { SubmissionMaterial } from '../../parts/SubmissionMaterial.tsx';
import { RowsBehind, type ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';
import { CallNotes } from './CallNotes.tsx';
import { CheckEndorsements } from './check-endorsements.tsx';
import type { Behind } from './check-evidence.tsx';
import { type CheckedClause, checkedClauses, CheckGuide, ClauseOutline, placeId } from './check-guide.tsx';
import { CheckItems } from './check-items.tsx';
import { CheckJudgements } from './check-judgements.tsx';
import { CheckPublicity } from './check-publicity.tsx';
import { StampedPageCard } from './stamped-page-card.tsx';

/** One application for the office: what it waits for, what may be done, the material, the report, the decisions. */
export function CheckDetail({ id, onFile }: { id: string; onFile: (file: ShownFile) => void }) {
  const { data, error, refetch } = useEndpoint(readCheck, { params: { id } });
  const reuse = useEndpoint(readReuse, { params: { id } });
  useNamedPlace(data !== undefined && !reuse.isPending);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { line, submission, items, notices, opened } = data;
  const resting = new Map(data.behind.map(({ condition, rows }) => [condition, new Set(rows)]));
  const behind: Behind = (condition) => {
    const ids = resting.get(condition.id);
    const rows = submission?.snapshot.rows.filter((row) => ids?.has(row.id)) ?? [];
    const open = condition.state === 'judge' || condition.state === 'missing';
    return rows.length === 0 ? null : <RowsBehind applicationId={id} rows={rows} open={open} onFile={onFile} />;
  };
  const report = data.reviewed ?? submission?.report ?? null;
  const checking = line.stage === 'office-check';
  const clauses = submission === null || !checking ? [] : checkedClauses(items, submission, report);
  return (
    <div className="zp-stack">
      <StatusLine
        waiting={{
          why: `${line.number}　${line.applicantName}：${line.why}`,
          who: line.who,
          until: line.until?.at ?? null,
          provisional: line.until?.provisional ?? false,
          yours: data.actions.some(({ obstacle }) => obstacle === null),
        }}
      />
      {submission !== null && checking ? (
        <CheckGuide clauses={clauses} items={items} judgements={data.judgements} />
      ) : null}
      <StampedPageCard id={id} onFile={onFile} />
      {submission === null ? null : (
        <>
          <ReportCard
            submission={submission}
            reviewed={data.reviewed}
            behind={behind}
            outline={clauses.length === 0 ? undefined : <ClauseOutline clauses={clauses} />}
          />
          {checking ? (
            <>
              <CheckJudgements id={id} submission={submission.ordinal} judgements={data.judgements} opened={opened} />
              {reuse.isPending ? (
                <Loading />
              ) : (
                <CheckItems
                  key={`${id} ${submission.ordinal}`}
                  id={id}
                  submission={submission}
                  report={report}
                  items={items}
                  catalogue={data.catalogue}
                  reused={new Set(reuse.data?.items.map(({ rowId }) => rowId))}
                  opened={opened}
                  behind={behind}
                  onFile={onFile}
                />
              )}
            </>
          ) : null}
        </>
      )}
      <Decisions check={data} />
      {submission === null ? null : (
        <>
          <ReuseFindings id={id} touches={(rowId) => <Touched rowId={rowId} clauses={clauses} resting={resting} />} />
          <CheckEndorsements
            id={id}
            titleOf={(rowId) => submission.snapshot.rows.find((row) => row.id === rowId)?.title ?? '一份材料'}
            onFile={onFile}
          />
        </>
      )}
      <CheckPublicity
        id={id}
        mayInvalidate={data.actions.some((one) => one.id === 'invalidate-publicity' && one.obstacle === null)}
        onFile={onFile}
      />
      <CallNotes key={id} id={id} organiserId={line.organiserId} />
      {submission === null ? null : (
        // What is decided on above stands there with its files: here it is whole, to be looked up.
        <details id="material" className="zp-place zp-fold" open={!checking}>
          <summary>申报材料全文</summary>
          <SubmissionMaterial line={line} submission={submission} onFile={onFile} />
        </details>
      )}
      {notices.map((notice, index) => (
        <details key={notice.ordinal} className="zp-fold" open={index === notices.length - 1}>
          <summary>
            第 {notice.ordinal} 次审核意见，{notice.items.length} 项
          </summary>
          <ReturnList
            title={`第 ${notice.ordinal} 次审核意见（${formatInstant(notice.issuedAt)}）`}
            items={notice.items.map((item) => ({
              id: item.place,
              place: item.place.startsWith('rows.')
                ? (submission?.snapshot.rows.find((row) => `rows.${row.id}` === item.place)?.title ?? '业绩材料')
                : (items.find((one) => one.place === item.place)?.title ?? item.place),
              clause: item.label === '' ? null : item.label,
              wrong: item.problem,
              todo: item.whatToDo,
              answered: false,
            }))}
          />
          <a
            href={fileHref(downloadCorrectionNotice, { id, ordinal: notice.ordinal })}
            target="_blank"
            rel="noreferrer"
          >
            一次性告知书（PDF）
          </a>
        </details>
      ))}
    </div>
  );
}

/** The clauses something used elsewhere stands for. */
function Touched(props: {
  rowId: string;
  clauses: readonly CheckedClause[];
  resting: ReadonlyMap<string, ReadonlySet<string>>;
}) {
  const rests = (clause: ConditionRow): boolean =>
    props.resting.get(clause.id)?.has(props.rowId) === true || clause.children.some(rests);
  const touched = props.clauses.filter(({ clause }) => rests(clause));
  if (touched.length === 0) return null;
  return (
    <p className="zp-small">
      所涉及的条款：
      {touched.map(({ item, clause }, index) => (
        <span key={item.place}>
          {index === 0 ? '' : '、'}
          <JumpLink to={placeId(item.place)}>{clause.label === '' ? clause.text : clause.label}</JumpLink>
        </span>
      ))}
    </p>
  );
}

type Form = 'refuse' | 'send-back' | 'pass' | 'return-page' | 'unlock' | 'cancel' | 'paper';

function Decisions({ check }: { check: OfficeCheck }) {
  const { line } = check;
  const { id, version } = line;
  const [form, setForm] = useState<Form | null>(null);
  const refresh = [keyOf(readCheck), keyOf(listOfficeWork)];
  const run = useCommand(async (send: () => Promise<unknown>) => {
    await send();
    setForm(null);
  }, refresh);
  const params = { id };
  const plain = (endpoint: typeof openCheck) => run.mutateAsync(() => call(endpoint, { params, body: { version } }));
  const may = (action: string) => check.actions.some((one) => one.id === action && one.obstacle === null);
  const obstacle = check.actions.find((one) => one.obstacle !== null && one.id !== 'unlock')?.obstacle ?? null;
  const corrections = check.items.filter(({ decision }) => decision === 'correct').length;
  const open = check.items.filter(({ decision }) => decision === null).length;
  const cancel = () => setForm(null);

  switch (form) {
    case 'pass':
      return (
        <ConfirmStep
          title="资格审查通过"
          effects={[line.next, '通过后本次审核意见不能再改。']}
          touches="本次操作涉及 1 份申报。"
          agree="我已逐项审核。"
          button="审核通过"
          onConfirm={() => plain(officePass)}
          onCancel={cancel}
        />
      );
    case 'send-back':
      return (
        <ConfirmStep
          title="退回补正"
          effects={[
            `向申报人发出一次性告知书，共 ${corrections} 项。`,
            check.submissionLimit === null
              ? `申报人补正后再次提交；已提交 ${line.submissions} 次，不限次数。`
              : `申报人补正后再次提交；提交机会共 ${check.submissionLimit} 次，已用 ${line.submissions} 次。`,
          ]}
          touches="本次操作涉及 1 份申报。"
          agree="审核意见已经列全。"
          button="退回补正"
          onConfirm={() => plain(officeReturn)}
          onCancel={cancel}
        />
      );
    case 'refuse':
      return (
        <ReasonForm
          name={`refuse-${line.id}`}
          title="不予受理"
          effect="申报到此结束，申报人会看到理由。可以补正的请用“退回补正”。"
          button="不予受理"
          onSend={(reason) => run.mutateAsync(() => call(officeRefuse, { params, body: { version, reason } }))}
          onCancel={cancel}
        />
      );
    case 'return-page':
      return (
        <ReturnForm
          name={`stamped-page-return-${line.id}`}
          title="盖章页退回"
          button="退回"
          place="form.stamped-page"
          onSend={(items) =>
            run.mutateAsync(() => call(returnStampedPage, { params, body: { version, items: [...items] } }))
          }
          onCancel={cancel}
        />
      );
    case 'paper':
      return (
        <ReasonForm
          name={`paper-${line.id}`}
          title="收到纸质材料"
          effect="登记后等待上会。逾期送到的须写明接收的理由。"
          button="登记收到"
          required={false}
          onSend={(reason) =>
            run.mutateAsync(() =>
              call(receivePaper, { params, body: reason === '' ? { version } : { version, reason } }),
            )
          }
          onCancel={cancel}
        />
      );
    case 'unlock':
      return (
        <ReasonForm
          name={`unlock-${line.id}`}
          title="增加一次提交机会"
          effect="原则上只有规定的提交次数；理由记入存证记录。"
          button="增加一次"
          onSend={(reason) => run.mutateAsync(() => call(unlockSubmission, { params, body: { version, reason } }))}
          onCancel={cancel}
        />
      );
    case 'cancel':
      return (
        <ReasonForm
          name={`cancel-${line.id}`}
          title="取消申报资格"
          effect="查实弄虚作假等情形时使用，申报到此结束。"
          button="取消申报资格"
          onSend={(reason) => run.mutateAsync(() => call(cancelApplication, { params, body: { version, reason } }))}
          onCancel={cancel}
        />
      );
    case null:
      return (
        <section className="zp-card zp-place" id="decision">
          <h2>作出决定</h2>
          {line.stage === 'office-check' ? (
            <p>
              {open > 0 ? `还有 ${open} 项没有审核意见。` : '各项都有审核意见。'}
              {corrections > 0 ? `其中 ${corrections} 项需要补正。` : ''}
            </p>
          ) : null}
          {obstacle === null ? null : <p className="zp-muted">{obstacle}</p>}
          <ErrorNote error={run.error} />
          <div className="zp-row">
            {may('open-check') ? (
              <button
                type="button"
                className="zp-button zp-button-main"
                disabled={run.isPending}
                onClick={() => void plain(openCheck).catch(() => undefined)}
              >
                开始审核
              </button>
            ) : null}
            {may('office-pass') ? (
              <button
                type="button"
                className="zp-button zp-button-main"
                disabled={open > 0 || corrections > 0}
                onClick={() => setForm('pass')}
              >
                审核通过
              </button>
            ) : null}
            {may('office-return') ? (
              <button
                type="button"
                className="zp-button"
                disabled={open > 0 || corrections === 0}
                onClick={() => setForm('send-back')}
              >
                退回补正
              </button>
            ) : null}
            {may('approve-stamped-page') ? (
              <button
                type="button"
                className="zp-button zp-button-main"
                disabled={run.isPending}
                onClick={() => void plain(approveStampedPage).catch(() => undefined)}
              >
                盖章页通过
              </button>
            ) : null}
            {may('return-stamped-page') ? (
              <button type="button" className="zp-button" onClick={() => setForm('return-page')}>
                盖章页退回
              </button>
            ) : null}
            {may('receive-paper') ? (
              <button type="button" className="zp-button zp-button-main" onClick={() => setForm('paper')}>
                收到纸质材料
              </button>
            ) : null}
            {may('unlock') ? (
              <button type="button" className="zp-button" onClick={() => setForm('unlock')}>
                增加一次提交机会
              </button>
            ) : null}
            {may('office-refuse') ? (
              <button type="button" className="zp-button" onClick={() => setForm('refuse')}>
                不予受理
              </button>
            ) : null}
            {may('cancel') ? (
              <button type="button" className="zp-button" onClick={() => setForm('cancel')}>
                取消申报资格
              </button>
            ) : null}
          </div>
        </section>
      );
  }
}
