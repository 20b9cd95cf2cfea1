import {
  approveExtension,
  declineExtension,
  type Extension,
  listExtensions,
  proposeExtension,
} from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';

const STATES: Readonly<Record<Extension['state'], string>> = {
  proposed: '等待另一人批准',
  approved: '已批准，已公告',
  declined: '没有批准',
};

/** 延期: a longer window for everybody after a fault of the platform; one proposes, another approves. */
export default function Extensions() {
  const { data, error, refetch } = useEndpoint(listExtensions, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>延期</h1>
      <p className="zp-prose">
        平台故障影响办理时，可以对全体申报人延长一个时间窗口。由一人提出，另一位工作人员或监督人员批准；批准后随即生效，在首页公告，因该窗口关闭而结束的申报恢复办理。
      </p>
      <div className="zp-stack">
        {data.items.length === 0 ? <Empty title="还没有延期">提出的延期和办理结果列在这里。</Empty> : null}
        {data.items.map((item) => (
          <One key={item.id} item={item} />
        ))}
        <Propose plans={data.plans} />
      </div>
    </>
  );
}

function One({ item }: { item: Extension }) {
  const [asked, setAsked] = useState(false);
  const approve = useCallCommand(approveExtension, [listExtensions]);
  const decline = useCallCommand(declineExtension, [listExtensions]);
  const params = { id: item.id };
  return (
    <section className="zp-card">
      <h2>
        {item.windowName}：{formatDate(item.from)}延至{formatDate(item.to)}
      </h2>
      <p>
        {item.planName}。理由：{item.reason}
      </p>
      <p>
        <strong>{STATES[item.state]}</strong>
        <span className="zp-muted">
          ，{formatInstant(item.proposedAt)}提出
          {item.decidedAt === null ? '' : `，${formatInstant(item.decidedAt)}办理`}
          {item.revived > 0 ? `，${item.revived} 件申报恢复办理` : ''}
        </span>
      </p>
      {item.state !== 'proposed' ? null : asked ? (
        <ConfirmStep
          title="批准延期"
          effects={[
            `“${item.windowName}”对全体延至${formatDate(item.to)}，后续期限随之顺延。`,
            '因该窗口关闭而逾期的申报恢复到原来的环节。',
            '在平台首页公告。',
          ]}
          touches="本次操作涉及本计划的全部申报。"
          agree="平台故障属实，同意对全体延期。"
          button="批准延期"
          onConfirm={() => approve.mutateAsync({ params })}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <>
          <ErrorNote error={decline.error} />
          <div className="zp-row">
            {item.yours ? (
              <span className="zp-muted">您提出的，请另一人批准。</span>
            ) : (
              <button type="button" className="zp-button zp-button-main" onClick={() => setAsked(true)}>
                批准…
              </button>
            )}
            <button type="button" className="zp-button" onClick={() => decline.mutate({ params })}>
              {item.yours ? '撤销' : '不批准'}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

type Plans = readonly {
  readonly id: string;
  readonly name: string;
  readonly windows: readonly { readonly id: string; readonly name: string; readonly closesOn: string }[];
}[];

function Propose({ plans }: { plans: Plans }) {
  const choices = plans.flatMap((plan) =>
    plan.windows.map((window) => ({ key: `${plan.id} ${window.id}`, plan, window })),
  );
  const [key, setKey] = useState(choices[0]?.key ?? '');
  const [to, setTo] = useState('');
  const [reason, setReason] = useKeptText('extension');
  const command = useCallCommand(proposeExtension, [listExtensions]);
  const chosen = choices.find((one) => one.key === key);
  if (chosen === undefined) return null;
  return (
    <form
      className="zp-card"
      onSubmit={(event) => {
        event.preventDefault();
        command.mutate(
          { params: { id: chosen.plan.id }, body: { window: chosen.window.id, to, reason: reason.trim() } },
          { onSuccess: () => setReason('') },
        );
      }}
    >
      <h2>提出延期</h2>
      <label className="zp-field">
        <span className="zp-field-label">时间窗口</span>
        <select className="zp-input" value={key} onChange={(event) => setKey(event.target.value)}>
          {choices.map(({ key: value, plan, window }) => (
            <option key={value} value={value}>
              {plan.name}：{window.name}（{formatDate(window.closesOn)}截止）
            </option>
          ))}
        </select>
      </label>
      <Field label="延至（含当日）" type="date" value={to} onChange={setTo} />
      <Field label="理由" value={reason} onChange={setReason} max={500} help="写明故障的时间和影响，将向全体公告" />
      <ErrorNote error={command.error} />
      <button type="submit" className="zp-button zp-button-main" disabled={command.isPending}>
        提出延期
      </button>
    </form>
  );
}
