import { type OfficeBoard, readOfficeBoard } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Deadline, Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import '../../parts/material.css';

type Plan = OfficeBoard['plans'][number];

/** 计划看板: where all applications stand, what is due soon, how many came in on each day. */
export default function Board() {
  const { data, error, refetch } = useEndpoint(readOfficeBoard, {}, { refetchInterval: 30_000 });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>计划看板</h1>
      {data.plans.length === 0 ? (
        <Empty title="还没有评审计划">公布评审计划以后，这里显示各环节的件数和期限。</Empty>
      ) : null}
      {data.plans.map((plan) => (
        <PlanBoard key={plan.id} plan={plan} now={data.now} />
      ))}
    </>
  );
}

function PlanBoard({ plan, now }: { plan: Plan; now: string }) {
  const most = Math.max(1, ...plan.stages.map(({ count }) => count));
  const total = plan.stages.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>{plan.name}</h2>
        {plan.windows.map((window) => (
          <p key={window.name}>
            {window.name}：{formatInstant(window.opensAt)} 开放，
            {now < window.closesAt ? (
              <>
                截止 <Deadline until={window.closesAt} now={now} />
              </>
            ) : (
              <>已于{formatInstant(window.closesAt)}截止</>
            )}
          </p>
        ))}
      </section>
      <section className="zp-card">
        <h2>各环节件数（共 {total} 件）</h2>
        <div className="zp-funnel" role="list">
          {plan.stages.map(({ stage, name, count, soon, end, waitsFor }) => (
            <div key={stage} role="listitem" className={end ? 'zp-funnel-row zp-funnel-end' : 'zp-funnel-row'}>
              <span>
                {count > 0 && !end ? (
                  <Link to="/office/applications" search={{ stage } as never}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </span>
              <span>
                {count === 0 ? null : (
                  <span className="zp-funnel-bar" style={{ display: 'block', width: `${(count / most) * 100}%` }} />
                )}
              </span>
              <span className="zp-small">
                {count} 件{soon > 0 ? `，${soon} 件将到期` : ''}
                {end ? null : <span className="zp-hidden">，由{waitsFor}办理</span>}
              </span>
            </div>
          ))}
        </div>
      </section>
      <section className="zp-card">
        <h2>每日提交</h2>
        {plan.submitted.length === 0 ? (
          <p className="zp-muted">还没有人提交。</p>
        ) : (
          <div className="zp-funnel" role="list">
            {plan.submitted.map(({ date, count }) => (
              <div key={date} role="listitem" className="zp-funnel-row">
                <span>{formatDate(date)}</span>
                <span>
                  <span
                    className="zp-funnel-bar"
                    style={{
                      display: 'block',
                      width: `${(count / Math.max(...plan.submitted.map((day) => day.count))) * 100}%`,
                    }}
                  />
                </span>
                <span className="zp-small">{count} 件</span>
              </div>
            ))}
          </div>
        )}
      </section>
    </div>
  );
}
