import { Link } from '@tanstack/react-router';
import { listOpenPlans, listOwnApplications, type OpenPlan } from '@zhiping/contract';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { OwnApplication } from '../../parts/OwnApplication.tsx';
import '../../parts/material.css';

/** 我的申报: what runs, what to do, and the plans that can still be applied to. */
export default function Applications() {
  const own = useEndpoint(listOwnApplications, { query: {} });
  const plans = useEndpoint(listOpenPlans, {});
  if (own.error) return <ErrorNote error={own.error} onRetry={() => void own.refetch()} />;
  if (plans.error) return <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} />;
  if (!own.data || !plans.data) return <Loading />;
  const others = plans.data.items.filter(({ applicationId }) => applicationId === null);
  const open = others.filter(({ outOfScope, time }) => outOfScope.length === 0 && time !== 'over');
  const over = others.filter(({ outOfScope, time }) => outOfScope.length === 0 && time === 'over');
  const outside = others.filter(({ outOfScope }) => outOfScope.length > 0);
  return (
    <article className="zp-stack">
      <h1>我的申报</h1>
      {own.data.items.length === 0 ? (
        <Empty title="还没有申报">先在“业绩档案”中录入学历、职称和业绩，送单位核验；再从下面的评审计划建立申报。</Empty>
      ) : (
        own.data.items.map((line) => <OwnApplication key={line.id} line={line} />)
      )}
      <section className="zp-card">
        <h2>可以申报的评审计划</h2>
        {plans.data.unitName === null ? (
          <p>您还没有关联用人单位。请先由单位人事登记您的人事关系，再建立申报。</p>
        ) : (
          <p className="zp-muted">用人单位：{plans.data.unitName}</p>
        )}
        {plans.data.unitName === null || plans.data.unitStaffed ? null : (
          <p role="status">
            {plans.data.unitName}在平台上没有可以办理的经办人（您本人除外），现在不能建立申报，
            <Link to="/account/unit">看看怎么办</Link>。
          </p>
        )}
        {plans.data.basics === null ? null : (
          <p role="status">
            {plans.data.basics}，<Link to="/archive">打开业绩档案</Link>。
          </p>
        )}
        {open.length === 0 ? <p>没有其他可以申报的计划。</p> : null}
        <ul className="zp-list">
          {open.map((plan) => (
            <li key={plan.id} className="zp-material">
              <p>
                <strong>{plan.name}</strong>
              </p>
              {plan.windows.map((window) => (
                <p key={window.id} className="zp-muted">
                  {window.name}：{formatDate(window.opensOn)}至{formatDate(window.closesOn)}24:00
                </p>
              ))}
              <Link className="zp-button zp-button-main" to="/applications/new" search={{ plan: plan.id }}>
                建立申报<span className="zp-hidden">：{plan.name}</span>
              </Link>
            </li>
          ))}
        </ul>
        {over.map((plan) => (
          <p key={plan.id} className="zp-muted">
            {plan.name}：个人申报已经截止
          </p>
        ))}
      </section>
      <Outside plans={outside} />
    </article>
  );
}

/** Plans that are not for this person, each with the reason and who takes such a case. */
function Outside({ plans }: { plans: readonly OpenPlan[] }) {
  if (plans.length === 0) return null;
  return (
    <section className="zp-card" aria-label="不在申报范围内的计划">
      <h2>不在申报范围内的计划</h2>
      <p className="zp-muted">按业绩档案的基本信息得出；如有误，请先在业绩档案中更正。</p>
      <ul className="zp-list zp-stack">
        {plans.map((plan) => (
          <li key={plan.id}>
            <strong>{plan.name}</strong>
            <br />
            {plan.outOfScope.join('；')}。{plan.elsewhere === null ? '' : `${plan.elsewhere}。`}
          </li>
        ))}
      </ul>
    </section>
  );
}
