import { Link } from '@tanstack/react-router';
import {
  downloadCalendar,
  type ApplicationCase,
  listOwnApplications,
  readApplication,
  readStampedPage,
  submitStampedPage,
  urlFor,
  withdrawApplication,
} from '@zhiping/contract';
import { useState } from 'react';
import {
  ConfirmStep,
  ErrorNote,
  formatInstant,
  Loading,
  StatusLine,
  Timeline,
  useClock,
} from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { fileHref } from '../../parts/FilePreview.tsx';
import { FileField, SCANS } from '../../parts/files.tsx';
import { ReturnNotice } from '../../parts/ReturnNotice.tsx';
import { FeeCard } from '../../parts/FeeCard.tsx';
import { Facts } from '../../parts/Field.tsx';
import { ConsentCard } from '../../parts/ConsentCard.tsx';
import { ApplicationForms } from '../../parts/ApplicationForms.tsx';
import { SealingChain } from '../../parts/SealingChain.tsx';
import { timelineSteps } from '../../parts/timeline-steps.ts';
import { useCommand } from '../../use-command.ts';

const VERDICTS: Readonly<Record<string, string>> = {
  eligible: '符合条件',
  'needs-judgement': '需人工判断',
  incomplete: '材料不全',
  ineligible: '不符合条件',
};
const REFRESH = [keyOf(readApplication), keyOf(listOwnApplications)];

/** One's own case: what it waits for, who acts, until when; the drawn course; then the details. */
export default function Application() {
  const params = { id: usePathParam('id') };
  const { data, error, refetch } = useEndpoint(readApplication, { params });
  const clock = useClock(data?.organiserId);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <article className="zp-stack">
      <header>
        <h1>
          {data.specialty.name} {data.levelName}
        </h1>
        <p className="zp-muted">
          {data.plan.name}，申报号 {data.number}
        </p>
      </header>
      <Waiting data={data} {...(clock === null ? {} : { now: clock.now })} />
      <Timeline steps={timelineSteps(data.timeline)} />
      {data.returned === null ? null : <ReturnNotice data={data} />}
      <FeeCard id={data.id} />
      <ApplicationForms id={data.id} stage={data.stage} />
      {data.stage === 'stamped-page' ? <StampedPage data={data} /> : null}
      <ConsentCard id={data.id} mayAsk={data.waiting.who !== 'nobody'} />
      <SealingChain id={data.id} />
      <Details data={data} />
      <Withdraw data={data} />
    </article>
  );
}

function Waiting({ data, now }: { data: ApplicationCase; now?: string }) {
  const { waiting } = data;
  const ended = waiting.who === 'nobody';
  const editable = data.actions.some(({ id }) => id === 'edit');
  return (
    <>
      <StatusLine
        waiting={{
          why: waiting.why,
          who: ended ? null : waiting.yours ? '您本人' : waiting.whoName,
          until: waiting.until?.at ?? null,
          provisional: waiting.until?.provisional ?? false,
          yours: ended ? null : waiting.yours,
          ...(waiting.workingDaysLeft === null ? {} : { workingDaysLeft: waiting.workingDaysLeft }),
        }}
        {...(now === undefined ? {} : { now })}
        action={
          editable && waiting.yours ? (
            <Link className="zp-button zp-button-main" to={`/applications/${data.id}/edit`}>
              {data.stage === 'draft' ? '继续填报' : data.returned === null ? '核对并提交' : '补充完善'}
            </Link>
          ) : null
        }
      />
      {ended ? null : <p className="zp-muted">{waiting.next}</p>}
      {data.lastSafeDay ? <p>{data.lastSafeDay.words}</p> : null}
      {ended ? null : (
        <p>
          <a href={fileHref(downloadCalendar, { id: data.id })} download>
            把期限加入日历
          </a>
        </p>
      )}
      {data.stage === 'certified' ? (
        <p>
          <Link to="/certificates">查看证书</Link>
        </p>
      ) : null}
    </>
  );
}

function StampedPage({ data }: { data: ApplicationCase }) {
  const [file, setFile] = useState<File | null>(null);
  const command = useCommand(
    (chosen: File) =>
      call(
        submitStampedPage,
        { params: { id: data.id }, body: { version: data.version } },
        { file: chosen, fileName: chosen.name },
      ),
    REFRESH,
  );
  return (
    <ConfirmStep
      title="提交盖章页"
      effects={[
        `上传盖好公章的${data.stampedPage === null || data.stampedPage === undefined ? '盖章页' : data.stampedPage.words}的扫描件。`,
        '由评委会办公室在网上审核；不合要求的退回重新上传，不计入提交次数。',
        ...(data.waiting.until === null
          ? []
          : [`须在 ${data.waiting.until.words} 之前提交并审核通过，请留出审核的时间。`]),
      ]}
      touches={file === null ? '请先选择文件（PDF、JPEG 或 PNG，不超过 20 MB）。' : `本次提交 1 个文件：${file.name}`}
      agree="我已核对：公章位置正确，评语由有关部门填写，页面完整清晰。"
      button="提交盖章页"
      onConfirm={() => (file === null ? Promise.resolve() : command.mutateAsync(file))}
    >
      <FileField label="盖章页扫描件" accept={SCANS} onFile={setFile} />
    </ConfirmStep>
  );
}

function Details({ data }: { data: ApplicationCase }) {
  return (
    <>
      <section className="zp-card">
        <h2>申报信息</h2>
        <Facts
          of={[
            ['申报人', data.applicantName],
            ['用人单位', data.unitName],
            ['申报方式', data.routeName],
            ['执行标准', data.specialty.standard],
            [
              '提交次数',
              data.submissions.limit === null
                ? `已提交 ${data.submissions.used} 次，不限次数`
                : `已提交 ${data.submissions.used} 次，共 ${data.submissions.limit} 次，盖章页不计`,
            ],
          ]}
        />
      </section>
      {(data.submitted ?? []).length === 0 ? null : (
        <section className="zp-card">
          <h2>提交回执</h2>
          <ul className="zp-list">
            {data.submitted?.map((one) => (
              <li key={one.ordinal}>
                <p>
                  第 {one.ordinal} 次，收到时间 {formatInstant(one.receivedAt, true)}
                  {one.verdict === null ? '' : `，自动核对：${VERDICTS[one.verdict] ?? one.verdict}（供审核参考）`}
                </p>
                <p className="zp-small zp-muted">
                  材料指纹 <span className="zp-mono zp-break">{one.snapshotHash}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(data.stampedPages ?? []).length === 0 ? null : (
        <section className="zp-card">
          <h2>盖章页</h2>
          <ul className="zp-list">
            {data.stampedPages?.map((page) => (
              <li key={page.id}>
                <a
                  href={urlFor(readStampedPage.url, { id: data.id, fileId: page.id })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {page.name}
                </a>
                <span className="zp-muted">
                  {' '}
                  {formatInstant(page.uploadedAt)}
                  {page.returned ? '，已退回' : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="zp-card">
        <h2>办理记录</h2>
        {data.history.length === 0 ? (
          <p className="zp-muted">还没有办理。送出以后，每一步的时间和办理人记在这里。</p>
        ) : null}
        <ol className="zp-list">
          {data.history.toReversed().map((step) => (
            <li key={`${step.at} ${step.action}`}>
              <span className="zp-muted">{formatInstant(step.at)}</span> {step.who}：{step.action}
              {step.reason === null ? null : <p>理由：{step.reason}</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Withdraw({ data }: { data: ApplicationCase }) {
  const [asked, setAsked] = useState(false);
  const action = data.actions.find(({ id }) => id === 'withdraw');
  const command = useCommand(
    () => call(withdrawApplication, { params: { id: data.id }, body: { version: data.version } }),
    REFRESH,
  );
  if (!action) return null;
  if (action.obstacle !== null) return <p className="zp-muted">不能撤回：{action.obstacle}</p>;
  if (!asked) {
    return (
      <div>
        <button type="button" className="zp-button" onClick={() => setAsked(true)}>
          撤回申报
        </button>
      </div>
    );
  }
  return (
    <ConfirmStep
      title="撤回申报"
      effects={['本次申报结束，已经办理的环节不再保留效力。', '在申报时间内可以重新建立申报，从头办理。']}
      touches="本次操作涉及 1 份申报。"
      agree="我确认撤回。"
      button="撤回申报"
      onConfirm={() => command.mutateAsync(undefined)}
      onCancel={() => setAsked(false)}
    />
  );
}
