import { Link } from '@tanstack/react-router';
import { listOpenPlans, listOwnApplications, type WorklistLine } from '@zhiping/contract';
import { PLAN_LEVEL_NAMES, type PlanLevel } from '@zhiping/core';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';

/** 我的申报: what runs, what to do, and the plans that can still be applied to. */
export default function Applications() {
  const own = useEndpoint(listOwnApplications, { query: {} });
  const plans = useEndpoint(listOpenPlans, {});
  if (own.error) return <ErrorNote error={own.error} onRetry={() => void own.refetch()} />;
  if (plans.error) return <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} />;
  if (!own.data || !plans.data) return <Loading />;
  const open = plans.data.items.filter(({ applicationId }) => applicationId === null);
  return (
    <article className="zp-stack">
      <h1>我的申报</h1>
      {own.data.items.length === 0 ? (
        <Empty title="还没有申报">先在“业绩档案”中录入学历、职称和业绩，送单位核验；再从下面的评审计划建立申报。</Empty>
      ) : (
        own.data.items.map((line) => <Line key={line.id} line={line} />)
      )}
      <section className="zp-card">
        <h2>可以申报的评审计划</h2>
        {plans.data.unitName === null ? (
          <p>您还没有关联用人单位。请先由单位人事登记您的人事关系，再建立申报。</p>
        ) : (
          <p className="zp-muted">用人单位：{plans.data.unitName}</p>
        )}
        {open.length === 0 ? <p>没有其他可以申报的计划。</p> : null}
        <ul className="zp-list">
          {open.map((plan) => (
            <li key={plan.id}>
              <p>
                <strong>{plan.name}</strong>
              </p>
              {plan.windows.map((window) => (
                <p key={window.id} className="zp-muted">
                  {window.name}：{formatDate(window.opensOn)}至{formatDate(window.closesOn)}24:00
                </p>
              ))}
              <Link className="zp-button zp-button-main" to="/applications/new" search={{ plan: plan.id }}>
                建立申报
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Line({ line }: { line: WorklistLine }) {
  return (
    <section className="zp-card">
      <h2>
        <Link to={`/applications/${line.id}`}>
          {line.specialty} {PLAN_LEVEL_NAMES[line.level as PlanLevel] ?? line.level}
        </Link>
      </h2>
      <p>
        <strong>{line.stageName}</strong>：{line.why}
      </p>
      <p className="zp-muted">
        申报号 {line.number}，{line.route}
        {line.until === null ? '' : `，截止到 ${line.until.words}`}
      </p>
    </section>
  );
}
