import {
  approvePlan,
  type AnswerOf,
  declinePlan,
  listPlanOpenings,
  type PlanOpening,
  readOfficeBoard,
} from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useMe } from '../../session.ts';
import { useCallCommand } from '../../use-command.ts';
import { PlanPreview } from './plan-preview.tsx';

type Listed = AnswerOf<typeof listPlanOpenings>;

const STATES: Readonly<Record<PlanOpening['state'], string>> = {
  proposed: '等待另一人批准',
  opened: '已公布',
  declined: '没有批准',
};

/** 评审计划: what this organiser runs, what waits for a second person, and the published plans it may open. */
export default function Plans() {
  const me = useMe();
  const { data, error, refetch } = useEndpoint(listPlanOpenings, {});
  const address = useAddressState();
  const chosen = address.get('pack');
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data || !me.data) return <Loading />;
  const offices = new Set(
    me.data.relations.flatMap(({ relation, organiserId }) => (relation === 'office' ? (organiserId ?? []) : [])),
  );
  const organisers = data.organisers.filter(({ id }) => offices.has(id));
  const organiser = organisers.find(({ id }) => id === address.get('organiser')) ?? organisers[0];
  if (chosen !== null && organiser !== undefined) {
    return <PlanPreview organiser={organiser} pack={chosen} onBack={() => address.set({ pack: null })} />;
  }
  return (
    <>
      <h1>评审计划</h1>
      <p className="zp-prose">
        政策库里发布的计划，经核对评委会备案、标准和工作日历后，由一人提出公布，另一位工作人员或监督人员批准；批准后各时间窗口按计划自动开放和关闭。
      </p>
      <div className="zp-stack">
        <Waiting openings={data.openings} />
        <Running plans={data.plans} />
        {organiser === undefined ? null : (
          <Offered
            data={data}
            organiser={organiser}
            others={organisers}
            onOrganiser={(id) => address.set({ organiser: id })}
            onChoose={(pack) => address.set({ pack, organiser: organiser.id })}
          />
        )}
        <Decided openings={data.openings} />
      </div>
    </>
  );
}

function Waiting({ openings }: { openings: readonly PlanOpening[] }) {
  const waiting = openings.filter(({ state }) => state === 'proposed');
  return (
    <>
      {waiting.map((opening) => (
        <WaitingOne key={opening.id} opening={opening} />
      ))}
    </>
  );
}

function WaitingOne({ opening }: { opening: PlanOpening }) {
  const [asked, setAsked] = useState(false);
  const approve = useCallCommand(approvePlan, [listPlanOpenings, readOfficeBoard]);
  const decline = useCallCommand(declinePlan, [listPlanOpenings]);
  const params = { id: opening.id };
  return (
    <section className="zp-card" aria-label={`等待批准：${opening.name}`}>
      <h2>{opening.name}</h2>
      <p>
        <strong>等待另一人批准</strong>
        <span className="zp-muted">
          ，第 {opening.number} 版，{formatInstant(opening.proposedAt)}提出
        </span>
      </p>
      <p>
        结果确认部门：{opening.confirmerName}。说明：{opening.note}
      </p>
      <p>
        <a href={`/policies/${opening.pack}?version=${opening.number}`} target="_blank" rel="noreferrer">
          查看计划全文
        </a>
      </p>
      {asked ? (
        <ConfirmStep
          title="批准公布"
          effects={[
            '计划列入可以申报的计划，各时间窗口按计划日期自动开放和关闭。',
            '此后建立的申报都按这一版办理，不因计划修改而改变。',
            '批准前再核对一次备案、标准和日历，有缺项的不能公布。',
          ]}
          touches="本次操作涉及 1 个计划，公布后不能撤回。"
          agree="已看过计划全文和核对结果，同意公布。"
          button="批准公布"
          onConfirm={() => approve.mutateAsync({ params })}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <>
          <ErrorNote error={decline.error} />
          <div className="zp-row">
            {opening.yours ? (
              <span className="zp-muted">您提出的，请另一人批准。</span>
            ) : (
              <button type="button" className="zp-button zp-button-main" onClick={() => setAsked(true)}>
                批准…
              </button>
            )}
            <button type="button" className="zp-button" onClick={() => decline.mutate({ params })}>
              {opening.yours ? '撤销' : '不批准'}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Running({ plans }: { plans: Listed['plans'] }) {
  return (
    <section className="zp-card" aria-label="已公布的计划">
      <h2>已公布的计划</h2>
      {plans.length === 0 ? (
        <Empty title="还没有公布计划">从下面的政策库里选一个计划，核对后提出公布。</Empty>
      ) : (
        <ul className="zp-list zp-stack">
          {plans.map((plan) => (
            <li key={plan.id}>
              <strong>{plan.name}</strong>
              <br />
              <span className="zp-muted">
                {plan.year} 年度，第 {plan.number} 版，{formatInstant(plan.openedAt)}公布；结果由{plan.confirmerName}
                确认
              </span>
              <ul>
                {plan.windows.map((window) => (
                  <li key={window.id}>
                    {window.name}：{formatDate(window.opensOn)}至{formatDate(window.closesOn)}
                  </li>
                ))}
              </ul>
              <a href={`/policies/${plan.pack}?version=${plan.number}`} target="_blank" rel="noreferrer">
                查看计划全文<span className="zp-hidden">：{plan.name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Offered(props: {
  data: Listed;
  organiser: Listed['organisers'][number];
  others: Listed['organisers'];
  onOrganiser: (id: string) => void;
  onChoose: (pack: string) => void;
}) {
  const { data, organiser, others } = props;
  const running = new Set(data.plans.filter((plan) => plan.organiserId === organiser.id).map(({ pack }) => pack));
  const packs = data.packs.filter(({ pack }) => !running.has(pack));
  return (
    <section className="zp-card" aria-label="政策库里的计划">
      <h2>政策库里的其他计划</h2>
      {others.length > 1 ? (
        <label className="zp-field">
          <span className="zp-field-label">组建单位</span>
          <select className="zp-input" value={organiser.id} onChange={(event) => props.onOrganiser(event.target.value)}>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {packs.length === 0 ? (
        <p className="zp-muted">政策库里的计划都已公布。新年度的计划由政策管理员导入并由两人发布后，列在这里。</p>
      ) : (
        <ul className="zp-list zp-stack">
          {packs.map((pack) => (
            <li key={pack.pack} className="zp-row" style={{ justifyContent: 'space-between' }}>
              <span>
                <strong>{pack.name}</strong>
                <br />
                <span className="zp-muted">
                  第 {pack.number} 版，{formatInstant(pack.publishedAt)}发布
                </span>
              </span>
              <button type="button" className="zp-button" onClick={() => props.onChoose(pack.pack)}>
                核对并提出公布<span className="zp-hidden">：{pack.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Decided({ openings }: { openings: readonly PlanOpening[] }) {
  const decided = openings.filter(({ state }) => state !== 'proposed');
  if (decided.length === 0) return null;
  return (
    <section className="zp-card" aria-label="办理记录">
      <h2>办理记录</h2>
      <ul className="zp-list">
        {decided.map((opening) => (
          <li key={opening.id}>
            {opening.name}（第 {opening.number} 版）：<strong>{STATES[opening.state]}</strong>
            <span className="zp-muted">
              ，{formatInstant(opening.proposedAt)}提出
              {opening.decidedAt === null ? '' : `，${formatInstant(opening.decidedAt)}办理`}。说明：{opening.note}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
