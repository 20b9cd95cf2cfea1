import {
  type BankEntryView,
  importStatement,
  listBankEntries,
  listFees,
  matchBankEntry,
  previewStatement,
  readReconciliation,
  setAsideBankEntry,
  type StatementPreview,
} from '@zhiping/contract';
import { yuanOf } from '@zhiping/core';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { base64Of } from '../../parts/base64.ts';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import { FileField } from '../../parts/files.tsx';
import { SectionTabs } from '../../parts/SectionTabs.tsx';

const REFRESH = [keyOf(listBankEntries), keyOf(readReconciliation), keyOf(listFees)];

/** 银行流水: import with a preview of what it settles, and what a person still has to claim. */
export default function FeeStatement() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(readReconciliation, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const plan = data.plans.find(({ id }) => id === address.get('plan')) ?? data.plans[0];
  return (
    <>
      <h1>缴费</h1>
      <SectionTabs section="fees" here="/office/fees/statement" />
      {plan === undefined ? (
        <Empty title="没有收费的计划">本办公室的计划都不收评审费。</Empty>
      ) : (
        <div className="zp-stack">
          {data.plans.length > 1 ? (
            <label className="zp-field">
              <span className="zp-field-label">计划</span>
              <select
                className="zp-input"
                value={plan.id}
                onChange={(event) => address.set({ plan: event.target.value })}
              >
                {data.plans.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <p className="zp-muted">{plan.name}</p>
          )}
          <Import key={plan.id} planId={plan.id} />
          <Entries planId={plan.id} />
        </div>
      )}
    </>
  );
}

function Import({ planId }: { planId: string }) {
  const [file, setFile] = useState<{ readonly name: string; readonly content: string } | null>(null);
  const [seen, setSeen] = useState<StatementPreview | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const params = { id: planId };
  const look = useCommand(async (chosen: File) => {
    setDone(null);
    const content = await base64Of(chosen);
    const read = { name: chosen.name, content };
    setSeen(await call(previewStatement, { params, body: read }));
    setFile(read);
  }, []);
  const keep = useCommand(async () => {
    if (file === null || seen === null) return;
    const { imported, matches } = await call(importStatement, { params, body: { ...file, digest: seen.digest } });
    setSeen(null);
    setDone(`已导入 ${imported} 笔，其中 ${matches} 件确认到账。`);
  }, REFRESH);
  return (
    <section className="zp-card">
      <h2>导入银行流水</h2>
      <p>
        从网上银行导出 CSV 文件（UTF-8 或 GB18030 均可）或 Excel
        工作簿（.xlsx）。先预览，再确认；同一笔流水重复导入不会重复计。
      </p>
      <FileField
        label="流水文件"
        accept=".csv,.txt,text/csv,.xlsx"
        onFile={(chosen) => chosen && look.mutate(chosen)}
      />
      <ErrorNote error={look.error} />
      {done === null ? null : <p role="status">{done}</p>}
      {seen === null ? null : (
        <>
          <PreviewTable seen={seen} />
          <ConfirmStep
            title="导入流水"
            effects={[
              `${seen.matches} 件申报确认到账，共 ${yuanOf(seen.matchedFen)} 元，进入下一环节。`,
              `${seen.lines.filter(({ unmatched }) => unmatched !== null).length} 笔留待人工认领。`,
              `${seen.lines.filter(({ known }) => known).length} 笔以前已导入，不再计。`,
            ]}
            touches={`本次操作涉及 ${seen.matches} 份申报。`}
            agree="我已看过预览，对应关系无误。"
            button="确认导入"
            onConfirm={() => keep.mutateAsync(undefined)}
            onCancel={() => setSeen(null)}
          />
        </>
      )}
    </section>
  );
}

function PreviewTable({ seen }: { seen: StatementPreview }) {
  return (
    <>
      <div className="zp-table-scroll">
        <table className="zp-table">
          <caption className="zp-hidden">预览</caption>
          <thead>
            <tr>
              <th>日期</th>
              <th className="zp-number">金额（元）</th>
              <th>付款人</th>
              <th>附言</th>
              <th>对应</th>
            </tr>
          </thead>
          <tbody>
            {seen.lines.map((line) => (
              <tr key={line.line}>
                <td>{line.bookedOn}</td>
                <td className="zp-number">{yuanOf(line.amountFen)}</td>
                <td>{line.payer}</td>
                <td className="zp-break">{line.remark}</td>
                <td>{outcome(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {seen.skipped.length === 0 ? null : (
        <details>
          <summary>另有 {seen.skipped.length} 行没有读入</summary>
          <ul>
            {seen.skipped.map(({ line, why }) => (
              <li key={line}>
                第 {line} 行：{why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function outcome(line: StatementPreview['lines'][number]): string {
  if (line.known) return '以前已导入';
  if (line.matched !== null) {
    const how = line.matched.by === 'reference' ? '附言相符' : '姓名、金额相符';
    return `${line.matched.applicantName}（${line.matched.number}），${how}${line.matched.otherPayer ? '，付款人是他人' : ''}`;
  }
  const candidates = line.unmatched?.candidates ?? [];
  return `待认领：${line.unmatched?.words ?? ''}${candidates.length > 0 ? `（${candidates.join('、')}）` : ''}`;
}

const STATES = [
  ['open', '待认领'],
  ['matched', '已认领'],
  ['set-aside', '不计入评审费'],
] as const;

function Entries({ planId }: { planId: string }) {
  const address = useAddressState();
  const state = STATES.find(([value]) => value === address.get('state'))?.[0] ?? 'open';
  const after = address.get('after');
  const { data, error, refetch } = useEndpoint(listBankEntries, {
    query: { plan: planId, state, limit: 50, ...(after === null ? {} : { after }) },
  });
  return (
    <section className="zp-card">
      <h2>流水</h2>
      <label className="zp-field">
        <span className="zp-field-label">状态</span>
        <select
          className="zp-input"
          value={state}
          onChange={(event) => address.set({ state: event.target.value, after: null })}
        >
          {STATES.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <p className="zp-muted">这里没有流水。</p> : null}
      <ul className="zp-list">
        {data?.items.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {data?.next ? (
        <button type="button" className="zp-button" onClick={() => address.set({ after: data.next })}>
          下一页
        </button>
      ) : null}
    </section>
  );
}

function Entry({ entry }: { entry: BankEntryView }) {
  const [form, setForm] = useState<'match' | 'aside' | null>(null);
  const [number, setNumber] = useState('');
  const [note, setNote] = useState('');
  const params = { id: entry.id };
  const run = useCommand(async (send: () => Promise<unknown>) => {
    await send();
    setForm(null);
  }, REFRESH);
  return (
    <li>
      <p>
        {formatDate(entry.bookedOn)}　<strong>{yuanOf(entry.amountFen)} 元</strong>　{entry.payer}
        <br />
        <span className="zp-muted zp-break">{entry.remark}</span>
      </p>
      {entry.application === null ? null : (
        <p>
          归于 {entry.application.applicantName}（{entry.application.number}）
          {entry.matchedBy === 'person' ? '，人工认领' : '，自动核对'}
        </p>
      )}
      {entry.note === '' ? null : <p>说明：{entry.note}</p>}
      {entry.state === 'open' && form === null ? (
        <div className="zp-row">
          <button type="button" className="zp-button" onClick={() => setForm('match')}>
            归到一件申报…
          </button>
          <button type="button" className="zp-button" onClick={() => setForm('aside')}>
            不计入评审费…
          </button>
        </div>
      ) : null}
      {form === null ? null : (
        <form
          className="zp-stack"
          onSubmit={(event) => {
            event.preventDefault();
            run.mutate(() =>
              form === 'match'
                ? call(matchBankEntry, { params, body: { number: number.trim(), note: note.trim() } })
                : call(setAsideBankEntry, { params, body: { note: note.trim() } }),
            );
          }}
        >
          {form === 'match' ? <Field label="申报号" value={number} onChange={setNumber} max={40} /> : null}
          <Field
            label={form === 'match' ? '说明' : '为什么不计入'}
            value={note}
            onChange={setNote}
            max={500}
            required={form === 'aside'}
            help={form === 'match' ? '如由家属代缴' : '如货款、重复缴费已退回付款人'}
          />
          <ErrorNote error={run.error} />
          <div className="zp-row">
            <button type="submit" className="zp-button zp-button-main" disabled={run.isPending}>
              {form === 'match' ? '确认到账' : '不计入评审费'}
            </button>
            <button type="button" className="zp-button" onClick={() => setForm(null)}>
              返回
            </button>
          </div>
        </form>
      )}
    </li>
  );
}

/** In slices: one call with a whole file as arguments would be too long. */
