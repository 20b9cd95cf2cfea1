import { Link, useNavigate } from '@tanstack/react-router';
import {
  adviseRoutes,
  createApplication,
  listOpenPlans,
  listOwnApplications,
  type OpenPlan,
  urlFor,
} from '@zhiping/contract';
import type { PlanLevel, PlanRoute } from '@zhiping/core';
import { useState } from 'react';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useCommand } from '../../use-command.ts';
import { ApplicationRoutes } from './ApplicationRoutes.tsx';
import { ConsultationAsk } from './ConsultationAsk.tsx';
import './application-edit.css';

const MARKS = { open: '', ahead: '（还未开放）', over: '（申报已截止）', outside: '（不在申报范围内）' } as const;
const markOf = ({ outOfScope, time }: OpenPlan): keyof typeof MARKS => (outOfScope.length > 0 ? 'outside' : time);

/** 建立申报: plan, specialty, level and route, with the committee that accepts it and what is in the way said at once. */
export default function NewApplication() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(listOpenPlans, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) {
    return <Empty title="没有可以申报的计划">评委会办公室发布评审计划后，这里可以建立申报。</Empty>;
  }
  const plan = data.items.find(({ id }) => id === address.get('plan')) ?? data.items[0];
  if (!plan) return <Loading />;
  return (
    <article className="zp-stack">
      <h1>建立申报</h1>
      {data.items.length === 1 ? (
        <p className="zp-muted">{plan.name}</p>
      ) : (
        <Choice
          label="评审计划"
          value={plan.id}
          onChange={(id) => address.set({ plan: id })}
          options={data.items.map((item) => ({ value: item.id, label: `${item.name}${MARKS[markOf(item)]}` }))}
        />
      )}
      <Choose key={plan.id} plan={plan} unitName={data.unitName} staffed={data.unitStaffed} basics={data.basics} />
    </article>
  );
}

function Choose({
  plan,
  unitName,
  staffed,
  basics,
}: {
  plan: OpenPlan;
  unitName: string | null;
  staffed: boolean;
  basics: string | null;
}) {
  const navigate = useNavigate();
  const only = plan.specialties.length === 1 ? plan.specialties[0] : undefined;
  const [specialtyId, setSpecialty] = useState(only?.id ?? '');
  const [level, setLevel] = useState<PlanLevel | ''>('');
  const [route, setRoute] = useState<PlanRoute>('normal');
  const specialty = plan.specialties.find(({ id }) => id === specialtyId);
  const offered = specialty?.levels.find((one) => one.level === level);
  const chosen = plan.routes.find((one) => one.route === route);
  const command = useCommand(async () => {
    if (level === '') return;
    const made = await call(createApplication, { body: { planId: plan.id, specialty: specialtyId, level, route } });
    await navigate({ to: `/applications/${made.id}/edit` });
  }, [keyOf(listOwnApplications), keyOf(listOpenPlans)]);
  if (plan.applicationId !== null) {
    return (
      <p>
        您在这个计划中已有申报。
        <Link to={urlFor('/applications/:id', { id: plan.applicationId })}>打开申报</Link>
      </p>
    );
  }
  const entrusted = offered?.acceptance.entrusted === true;
  const accepted = (offered?.acceptance.accepted === true || entrusted) && specialty?.obstacle === null;
  const open =
    chosen !== undefined && chosen.decidedBy === null && (chosen.levels?.includes(level as PlanLevel) ?? true);
  const ready = accepted && open && plan.outOfScope.length === 0 && unitName !== null && staffed && basics === null;
  return (
    <>
      {plan.outOfScope.length === 0 ? null : (
        <section className="zp-card" role="status">
          <h2>不在本计划的申报范围内</h2>
          <ul className="zp-list">
            {plan.outOfScope.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {plan.elsewhere === null ? null : <p>{plan.elsewhere}。</p>}
          <p className="zp-muted">按业绩档案的基本信息得出；如有误，请先在业绩档案中更正。</p>
        </section>
      )}
      <Before unitName={unitName} staffed={staffed} basics={basics} time={plan.time} />
      <section className="zp-card">
        <p className="zp-muted">
          组建单位：{plan.organiserName}。
          {unitName === null ? '您还没有关联用人单位，暂不能建立申报。' : `用人单位：${unitName}。`}
        </p>
        <Choice
          label="申报专业"
          value={specialtyId}
          onChange={(value) => {
            setSpecialty(value);
            setLevel('');
          }}
          options={plan.specialties.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {specialty ? (
          <p className="zp-muted">
            执行标准：{specialty.standard}
            {specialty.checked ? '' : '。该标准尚未录入平台，条件由人工审核。'}
            {specialty.association === null ? '' : `。推荐材料还须经${specialty.association}审核盖章。`}
          </p>
        ) : null}
        {specialty?.obstacle ? <p role="status">不能选择：{specialty.obstacle}</p> : null}
        <Choice
          label="申报层级"
          value={level}
          onChange={(value) => setLevel(value as PlanLevel | '')}
          disabled={!specialty}
          options={(specialty?.levels ?? []).map((one) => ({ value: one.level, label: one.name }))}
        />
        {offered ? (
          <p role="status">
            {offered.acceptance.words}
            {offered.acceptance.label === '' ? null : <span className="zp-label">{offered.acceptance.label}</span>}
          </p>
        ) : null}
      </section>
      {specialty && level !== '' && unitName !== null ? (
        <Routes plan={plan} specialty={specialty.id} level={level} value={route} onChange={setRoute} />
      ) : null}
      {ready && level !== '' && entrusted ? (
        <ConsultationAsk about={{ planId: plan.id, kind: 'entrusted', specialty: specialtyId, level }} />
      ) : null}
      {ready && level !== '' && chosen?.needsConsent === true ? (
        <ConsultationAsk about={{ planId: plan.id, kind: 'green', specialty: specialtyId, level }} />
      ) : null}
      <ErrorNote error={command.error} />
      <div>
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={!ready || command.isPending}
          onClick={() => command.mutate(undefined)}
        >
          建立申报
        </button>
      </div>
    </>
  );
}

/** What has to be done before an application can be made, with the way there. */
function Before({
  unitName,
  staffed,
  basics,
  time,
}: {
  unitName: string | null;
  staffed: boolean;
  basics: string | null;
  time: OpenPlan['time'];
}) {
  if (unitName !== null && staffed && basics === null && time !== 'over') return null;
  return (
    <section className="zp-card" role="status" aria-label="建立申报之前">
      <h2>现在还不能建立申报</h2>
      <ul className="zp-list">
        {unitName === null ? (
          <li>
            您还没有关联用人单位，<Link to="/account/unit">去加入用人单位</Link>
          </li>
        ) : null}
        {unitName === null || staffed ? null : (
          <li>
            {unitName}在平台上没有可以办理的经办人（您本人除外），材料报上去没有人核验。
            <Link to="/account/unit">看看怎么办</Link>
          </li>
        )}
        {basics === null ? null : (
          <li>
            {basics}，<Link to="/archive">打开业绩档案</Link>
          </li>
        )}
        {time === 'over' ? <li>本计划的个人申报时间已经结束</li> : null}
      </ul>
    </section>
  );
}

function Routes(props: {
  plan: OpenPlan;
  specialty: string;
  level: PlanLevel;
  value: PlanRoute;
  onChange: (route: PlanRoute) => void;
}) {
  const { plan, specialty, level } = props;
  const { data, error } = useEndpoint(adviseRoutes, { params: { id: plan.id }, query: { specialty, level } });
  if (error) return <ErrorNote error={error} />;
  if (!data) return <p className="zp-muted">正在对照申报条件…</p>;
  return <ApplicationRoutes advice={data} plan={plan} value={props.value} onChange={props.onChange} />;
}
