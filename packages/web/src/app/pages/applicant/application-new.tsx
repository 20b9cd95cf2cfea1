import { useNavigate } from '@tanstack/react-router';
import { createApplication, listOpenPlans, listOwnApplications, type OpenPlan } from '@zhiping/contract';
import type { PlanLevel, PlanRoute } from '@zhiping/core';
import { useState } from 'react';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useCommand } from '../../use-command.ts';

/** 建立申报: specialty, level and route, with the committee that accepts it said at once. */
export default function NewApplication() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(listOpenPlans, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const plan = data.items.find(({ id }) => id === address.get('plan')) ?? data.items[0];
  if (!plan) return <Empty title="没有可以申报的计划">评委会办公室发布评审计划后，这里可以建立申报。</Empty>;
  return <Choose plan={plan} unitName={data.unitName} />;
}

function Choose({ plan, unitName }: { plan: OpenPlan; unitName: string | null }) {
  const navigate = useNavigate();
  const [specialtyId, setSpecialty] = useState('');
  const [level, setLevel] = useState<PlanLevel | ''>('');
  const [route, setRoute] = useState<PlanRoute>('normal');
  const specialty = plan.specialties.find(({ id }) => id === specialtyId);
  const offered = specialty?.levels.find((one) => one.level === level);
  const routes = plan.routes.filter(({ levels }) => levels === null || (level !== '' && levels.includes(level)));
  const command = useCommand(async () => {
    if (level === '') return;
    const made = await call(createApplication, { body: { planId: plan.id, specialty: specialtyId, level, route } });
    await navigate({ to: `/applications/${made.id}/edit` as '/' });
  }, [keyOf(listOwnApplications), keyOf(listOpenPlans)]);
  const ready = offered?.acceptance.accepted === true && routes.some((one) => one.route === route);
  return (
    <article className="zp-stack">
      <h1>建立申报</h1>
      <p className="zp-muted">{plan.name}</p>
      <section className="zp-card">
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
        <Choice
          label="申报层级"
          value={level}
          onChange={(value) => setLevel(value as PlanLevel | '')}
          disabled={!specialty}
          options={(specialty?.levels ?? []).map((one) => ({
            value: one.level,
            label: one.acceptance.accepted ? one.name : `${one.name}（${one.acceptance.words}）`,
          }))}
        />
        {offered ? (
          <p role="status">
            {offered.acceptance.words}
            {offered.acceptance.label === '' ? null : <span className="zp-label">{offered.acceptance.label}</span>}
          </p>
        ) : null}
        <Choice
          label="申报方式"
          value={route}
          onChange={(value) => setRoute(value as PlanRoute)}
          disabled={level === ''}
          options={routes.map((one) => ({ value: one.route, label: one.name }))}
        />
        {plan.routes.find((one) => one.route === route)?.needsConsent ? (
          <p>绿色通道须先把主要业绩和基本情况报评委会办公室，经初步审核同意后才能网上申报。</p>
        ) : null}
        {unitName === null ? <p>您还没有关联用人单位，暂不能建立申报。</p> : <p>用人单位：{unitName}</p>}
        <ErrorNote error={command.error} />
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={!ready || unitName === null || command.isPending}
          onClick={() => command.mutate(undefined)}
        >
          建立申报
        </button>
      </section>
    </article>
  );
}
