import {
  changeRetention,
  readRetention,
  RETAINED_LOGS,
  type RetainedLog,
  type Retention as Months,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';

const LOGS = Object.keys(RETAINED_LOGS) as readonly RetainedLog[];

/** 记录保存期限: how long logs are kept before they are removed by themselves. */
export default function Retention() {
  const { data, error, refetch } = useEndpoint(readRetention, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { last } = data;
  return (
    <div className="zp-stack">
      <h1>记录保存期限</h1>
      <p className="zp-prose">
        超过期限的记录每小时自动清理，只记下清理了多少条。申报、评审、证书和存证记录不在此列，按档案规定长期保存。
      </p>
      <MonthsForm key={JSON.stringify(data.months)} from={data.months} />
      <section className="zp-card" aria-label="最近一次清理">
        <h2>最近一次清理</h2>
        {last === null ? (
          <p>还没有到期的记录。</p>
        ) : (
          <p>
            {formatInstant(last.at)}：
            {LOGS.map((log) => `${RETAINED_LOGS[log].name} ${last.removed[log] ?? 0} 条`).join('，')}。
          </p>
        )}
      </section>
    </div>
  );
}

function MonthsForm({ from }: { from: Months }) {
  const change = useCallCommand(changeRetention, [readRetention]);
  const [months, setMonths] = useState<Record<RetainedLog, string>>({
    'sign-in': String(from['sign-in']),
    access: String(from.access),
    delivery: String(from.delivery),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { access, delivery } = months;
    change.mutate({
      body: { 'sign-in': Number(months['sign-in']), access: Number(access), delivery: Number(delivery) },
    });
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>保存多少个月</h2>
      {LOGS.map((log) => (
        <Field
          key={log}
          label={RETAINED_LOGS[log].name}
          inputMode="numeric"
          max={3}
          value={months[log]}
          onChange={(typed) => setMonths({ ...months, [log]: typed.replace(/\D/g, '') })}
          help={`不少于 ${RETAINED_LOGS[log].least} 个月。`}
        />
      ))}
      <ErrorNote error={change.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={change.isPending}>
          保存
        </button>
        {change.isSuccess ? <span role="status">已保存</span> : null}
      </div>
    </form>
  );
}
