import { type OfficeBoard, readOfficeBoard } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { dateOf, Deadline, Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import '../../parts/material.css';
import './board.css';

type Plan = OfficeBoard['plans'][number];

/** 计划看板: windows, where all applications stand, what is late and for whom, the load before the closing. */
export default function Board() {
  const { data, error, refetch } = useEndpoint(readOfficeBoard, {}, { refetchInterval: 30_000 });
  const address = useAddressState();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const shown = data.plans.find(({ id }) => id === address.get('plan')) ?? null;
  return (
    <>
      <h1>计划看板</h1>
      {data.plans.length === 0 ? (
        <Empty title="还没有评审计划">公布评审计划以后，这里显示各环节的件数和期限。</Empty>
      ) : null}
      {data.plans.length > 1 ? (
        <Choice
          label="计划"
          value={shown?.id ?? 'all'}
          onChange={(plan) => address.set({ plan: plan === 'all' ? null : plan })}
          options={[
            { value: 'all', label: `全部计划（${data.plans.length} 个）` },
            ...data.plans.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      {data.plans.length > 1 && shown === null ? <Plans plans={data.plans} /> : null}
      {(shown === null ? (data.plans.length > 1 ? [] : data.plans) : [shown]).map((plan) => (
        <PlanBoard key={plan.id} plan={plan} now={data.now} />
      ))}
    </>
  );
}

/** All plans in one table: how many run, what is late or due soon, what came in on the last days; each opens its board. */
function Plans({ plans }: { plans: readonly Plan[] }) {
  const sum = (plan: Plan, part: 'count' | 'late' | 'soon') =>
    plan.stages.reduce((total, stage) => total + (stage.end && part === 'count' ? 0 : stage[part]), 0);
  return (
    <section className="zp-card zp-over" aria-label="各计划">
      <table className="zp-lines">
        <thead>
          <tr>
            <th scope="col">计划</th>
            <th scope="col">办理中</th>
            <th scope="col">已逾期</th>
            <th scope="col">三天内到期</th>
            <th scope="col">截止前提交</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <td>
                <Link to="/office" search={{ plan: plan.id }}>
                  {plan.name}
                </Link>
              </td>
              <td>{sum(plan, 'count')} 件</td>
              <td>{sum(plan, 'late') === 0 ? '没有' : <strong>{sum(plan, 'late')} 件</strong>}</td>
              <td>{sum(plan, 'soon') === 0 ? '没有' : `${sum(plan, 'soon')} 件`}</td>
              <td>
                {plan.load.days.reduce((total, { count }) => total + count, 0)} 次（
                {formatDate(plan.load.closesOn, true)}前 {plan.load.days.length} 天）
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PlanBoard({ plan, now }: { plan: Plan; now: string }) {
  const empty = plan.stages.every(({ count }) => count === 0);
  return (
    <div className="zp-stack zp-board">
      <section className="zp-card">
        <h2>{plan.name}</h2>
        <ul className="zp-list">
          {plan.windows.map((window) => (
            <li key={window.name}>
              <strong>{window.name}</strong>
              <span className="zp-muted">（{window.actor}）</span>：
              {now < window.opensAt ? (
                <>将于{formatInstant(window.opensAt)}开放</>
              ) : now < window.closesAt ? (
                <>
                  正在开放，截止 <Deadline until={window.closesAt} now={now} />
                </>
              ) : (
                <>已于{formatInstant(window.closesAt)}截止</>
              )}
            </li>
          ))}
        </ul>
      </section>
      {empty ? (
        <p className="zp-muted">这个计划还没有申报。</p>
      ) : (
        <>
          <Attention plan={plan} />
          <Funnel plan={plan} />
          <Load load={plan.load} today={dateOf(now)} />
        </>
      )}
    </div>
  );
}

/** What is late, then what is due soon, each with whose turn it is. */
function Attention({ plan }: { plan: Plan }) {
  const late = plan.stages.filter((stage) => stage.late > 0);
  const soon = plan.stages.filter((stage) => stage.soon > 0);
  return (
    <section className="zp-card">
      <h2>逾期与将到期</h2>
      {late.length + soon.length === 0 ? <p className="zp-muted">没有逾期的，三天内也没有到期的。</p> : null}
      <ul className="zp-list">
        {late.map(({ stage, name, late: count }) => (
          <li key={`late ${stage}`}>
            <Link to="/office/applications" search={{ plan: plan.id, stage, due: 'late' }}>
              {name}：{count} 件已逾期
            </Link>
            ，等待评委会办公室处理
          </li>
        ))}
        {soon.map(({ stage, name, soon: count, waitsFor }) => (
          <li key={`soon ${stage}`}>
            <Link to="/office/applications" search={{ plan: plan.id, stage, due: 'soon' }}>
              {name}：{count} 件三天内到期
            </Link>
            ，由{waitsFor}办理
          </li>
        ))}
      </ul>
    </section>
  );
}

function Funnel({ plan }: { plan: Plan }) {
  const most = Math.max(1, ...plan.stages.map(({ count }) => count));
  const total = plan.stages.reduce((sum, { count }) => sum + count, 0);
  const shown = plan.stages.filter(({ end, count }) => !end || count > 0);
  return (
    <section className="zp-card">
      <h2>各环节件数（共 {total} 件）</h2>
      <div className="zp-funnel" role="list">
        {shown.map(({ stage, name, count, soon, end, waitsFor }) => (
          <div key={stage} role="listitem" className={end ? 'zp-funnel-row zp-funnel-end' : 'zp-funnel-row'}>
            <span>
              {count > 0 ? (
                <Link to="/office/applications" search={{ plan: plan.id, stage }}>
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
  );
}

/** Submissions on each of the last days before the closing, as columns; the numbers are in the table below. */
function Load({ load, today }: { load: Plan['load']; today: string }) {
  const most = Math.max(1, ...load.days.map(({ count }) => count));
  const total = load.days.reduce((sum, { count }) => sum + count, 0);
  const peak = load.days.reduce<Plan['load']['days'][number] | null>(
    (best, day) => (day.count > (best?.count ?? 0) ? day : best),
    null,
  );
  return (
    <section className="zp-card">
      <h2>截止前各日提交量</h2>
      <p>
        {load.window}于{formatDate(load.closesOn)}截止，此前 {load.days.length} 天共提交 {total} 次
        {peak === null ? '' : `，最多的一天是${formatDate(peak.date)}，${peak.count} 次`}。
      </p>
      <div className="zp-load" aria-hidden="true">
        {load.days.map(({ date, count }) => (
          <div
            key={date}
            className={date === today ? 'zp-load-day zp-load-today' : 'zp-load-day'}
            title={`${date}：${count}`}
          >
            <span className="zp-load-count">{count === 0 ? '' : count}</span>
            <span className="zp-load-bar" style={{ height: `${(count / most) * 100}%` }} />
            <span className="zp-load-date">{Number(date.slice(8))}</span>
          </div>
        ))}
      </div>
      <details>
        <summary>逐日数字</summary>
        <table className="zp-table">
          <thead>
            <tr>
              <th>日期</th>
              <th>提交次数</th>
            </tr>
          </thead>
          <tbody>
            {load.days.map(({ date, count }) => (
              <tr key={date}>
                <td>
                  {formatDate(date)}
                  {date === today ? '（今天）' : ''}
                </td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
