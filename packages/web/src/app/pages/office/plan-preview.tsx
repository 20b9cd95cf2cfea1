import {
  type AnswerOf,
  listPlanOpenings,
  type PlanPreview as Preview,
  previewPlan,
  proposePlan,
} from '@zhiping/contract';
import { ACTOR_NAMES } from '@zhiping/core';
import { useState } from 'react';
import { ConfirmStep, ErrorNote, formatDate, Loading, StateMark } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';
import './plan-preview.css';

type Organiser = AnswerOf<typeof listPlanOpenings>['organisers'][number];

/** What lacks keeps the plan closed; what is to be noted is for people to judge. */
const MARKS = { met: 'met', lacking: 'unmet', note: 'judge' } as const;

/** A plan of the library before it is opened: what it says, point by point what speaks against opening it, and the proposal. */
export function PlanPreview({ organiser, pack, onBack }: { organiser: Organiser; pack: string; onBack: () => void }) {
  const address = useAddressState();
  const confirmerId = address.get('confirmer');
  const { data, error, refetch } = useEndpoint(previewPlan, {
    params: { organiserId: organiser.id, pack },
    query: confirmerId === null ? {} : { confirmerId },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <p>
        <button type="button" className="zp-button" onClick={onBack}>
          返回评审计划
        </button>
      </p>
      <h1>{data.title}</h1>
      <div className="zp-stack">
        <Checks plan={data} organiser={organiser} />
        <section className="zp-card" aria-label="公布">
          <h2>公布</h2>
          <label className="zp-field">
            <span className="zp-field-label">结果确认部门</span>
            <select
              className="zp-input"
              value={confirmerId ?? ''}
              onChange={(event) => address.set({ confirmer: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">请选择人力资源和社会保障部门</option>
              {data.confirmers.map(({ id, name, area }) => (
                <option key={id} value={id}>
                  {name}（{area}）
                </option>
              ))}
            </select>
          </label>
          <Propose plan={data} organiser={organiser} onDone={() => address.set({ pack: null, confirmer: null })} />
        </section>
        <Content plan={data} />
      </div>
    </>
  );
}

function Checks({ plan, organiser }: { plan: Preview; organiser: Organiser }) {
  return (
    <section className="zp-card" aria-label="公布前的核对">
      <h2>公布前的核对</h2>
      <p className="zp-muted">
        {organiser.name}，业务日期{formatDate(organiser.today)}
      </p>
      <ul className="zp-opening-checks">
        {plan.checks.map((check) => (
          <li key={check.id}>
            <StateMark state={MARKS[check.state]} />
            <div>
              <strong>{check.name}</strong>
              <p>{check.words}</p>
              {check.what === null ? null : <p className="zp-muted">{check.what}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Propose({ plan, organiser, onDone }: { plan: Preview; organiser: Organiser; onDone: () => void }) {
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const propose = useCallCommand(proposePlan, [listPlanOpenings]);
  const { confirmerId } = plan;
  if (!plan.ready || confirmerId === null)
    return <p className="zp-muted">选定结果确认部门，并补齐上面不符合的各项以后，才能提出公布。</p>;
  if (!asked) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
        }}
      >
        <Field label="说明" value={note} onChange={setNote} max={500} help="写给批准的人，例如依据的通知和核对情况" />
        <button type="submit" className="zp-button zp-button-main">
          提出公布…
        </button>
      </form>
    );
  }
  return (
    <ConfirmStep
      title="提出公布"
      effects={[
        `由${organiser.name}公布《${plan.title}》第 ${plan.number} 版。`,
        '另一位工作人员或监督人员批准以后才开放；批准前可以撤销。',
      ]}
      touches="本次操作涉及 1 个计划。"
      agree="已逐项核对计划内容，适用于本组建单位。"
      button="提出公布"
      onConfirm={async () => {
        const body = { pack: plan.pack, hash: plan.hash, confirmerId, note: note.trim() };
        await propose.mutateAsync({ params: { organiserId: organiser.id }, body });
        onDone();
      }}
      onCancel={() => setAsked(false)}
    />
  );
}

function Content({ plan }: { plan: Preview }) {
  return (
    <section className="zp-card" aria-label="计划的主要内容">
      <h2>计划的主要内容</h2>
      <Facts
        of={[
          ['依据', plan.source],
          ['组织单位', plan.organiser],
          ['适用范围', `${plan.province}，${plan.year} 年度`],
          ['业绩截止', formatDate(plan.cutOff)],
          ['审核环节', plan.approvals.length === 0 ? null : plan.approvals.join(' → ')],
          ['评审费', plan.fee ?? '不收费'],
          ['纸质材料', plan.paper],
          ...plan.contacts.map(({ name, value }) => [name, value] as const),
        ]}
      />
      <h3>时间窗口</h3>
      <ul>
        {plan.windows.map((window) => (
          <li key={window.id}>
            <strong>{window.name}</strong>（{ACTOR_NAMES[window.actor]}，{window.label}）：{formatDate(window.opensOn)}
            至{formatDate(window.closesOn)} 24:00
          </li>
        ))}
      </ul>
      <h3>受理的专业和层级</h3>
      <ul>
        {plan.accepted.map(({ specialty, levels, standard }) => (
          <li key={specialty}>
            <strong>{specialty}</strong>：{levels.join('、')}
            <span className="zp-muted">，依据{standard}</span>
          </li>
        ))}
      </ul>
      {plan.readings.length === 0 ? null : (
        <details>
          <summary>文件没有写明、由计划选定的读法（{plan.readings.length} 项）</summary>
          <ul>
            {plan.readings.map(({ label, question, chosen }) => (
              <li key={`${label} ${question}`}>
                {label} {question}：{chosen}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <a href={`/policies/${plan.pack}?version=${plan.number}`} target="_blank" rel="noreferrer">
          查看计划全文
        </a>
      </p>
    </section>
  );
}
