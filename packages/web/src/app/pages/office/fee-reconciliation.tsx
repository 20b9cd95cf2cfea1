import { type Reconciliation, readReconciliation } from '@zhiping/contract';
import { yuanOf } from '@zhiping/core';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { SectionTabs } from '../../parts/SectionTabs.tsx';

/** 对账: what should come in, what came in by which way, and whether the bank says the same. */
export default function FeeReconciliation() {
  const { data, error, refetch } = useEndpoint(readReconciliation, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>缴费</h1>
      <SectionTabs section="fees" here="/office/fees/reconciliation" />
      {data.plans.length === 0 ? <Empty title="没有收费的计划">本办公室的计划都不收评审费。</Empty> : null}
      {data.plans.map((plan) => (
        <Plan key={plan.id} plan={plan} />
      ))}
    </>
  );
}

function Plan({ plan }: { plan: Reconciliation['plans'][number] }) {
  const { entries } = plan;
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>{plan.name}</h2>
        <p>每人 {yuanOf(plan.amountFen)} 元。</p>
        <Sums
          caption="各状态的件数与金额"
          rows={plan.states.map(({ state, name, count, fen }) => ({ name, count, fen, to: `?state=${state}` }))}
        />
      </section>
      <section className="zp-card">
        <h2>账实核对</h2>
        <p role="status">
          {plan.differenceFen === 0
            ? '已认领的流水与按流水确认的评审费一致。'
            : `已认领的流水与按流水确认的评审费相差 ${yuanOf(plan.differenceFen)} 元，请逐笔查对。`}
        </p>
        <Sums
          caption="收款与流水"
          rows={[
            { name: '按流水确认到账', ...plan.byStatement },
            { name: '网上支付到账', ...plan.byOnline },
            { name: '人工确认到账', ...plan.byHand },
            { name: '流水：已认领', ...entries.matched },
            { name: '流水：待认领', ...entries.open },
            { name: '流水：不计入评审费', ...entries.setAside },
            { name: '网上支付：须退款', ...plan.orders.attention, to: '/online?shelf=attention' },
            { name: '网上支付：退款中', ...plan.orders.refunding, to: '/online?shelf=refunding' },
            { name: '网上支付：已退款', ...plan.orders.refunded, to: '/online?shelf=refunded' },
          ]}
        />
      </section>
      <section className="zp-card">
        <h2>导入过的流水</h2>
        {plan.statements.length === 0 ? <p className="zp-muted">还没有导入。</p> : null}
        <ul className="zp-list">
          {plan.statements.map((one) => (
            <li key={one.id}>
              {one.name}：{one.entries} 笔，{formatDate(one.firstDay)}至{formatDate(one.lastDay)}，
              {formatInstant(one.importedAt)}导入
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Sums(props: {
  caption: string;
  rows: readonly { readonly name: string; readonly count: number; readonly fen: number; readonly to?: string }[];
}) {
  return (
    <table className="zp-table">
      <caption className="zp-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th>项目</th>
          <th className="zp-number">件（笔）数</th>
          <th className="zp-number">金额（元）</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ name, count, fen, to }) => (
          <tr key={name}>
            <td>{to === undefined || count === 0 ? name : <Link to={`/office/fees${to}`}>{name}</Link>}</td>
            <td className="zp-number">{count}</td>
            <td className="zp-number">{yuanOf(fen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
