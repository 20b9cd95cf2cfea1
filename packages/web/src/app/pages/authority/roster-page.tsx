import {
  exportRoster,
  listRoster,
  listRosterPlans,
  printEntrustLetter,
  printRoster,
  type RosterLine,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, useEndpoint } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import { Bundle, BundleCheck } from './bundle.tsx';

/** 花名册与报送: the people of a plan this unit or authority reports, whether their papers are complete, and the papers. */
export function RosterPage({ entrust }: { entrust: boolean }) {
  const address = useAddressState();
  const plans = useEndpoint(listRosterPlans, {});
  const planId = address.get('plan') ?? plans.data?.items[0]?.id ?? null;
  return (
    <div className="zp-stack">
      <h1>花名册与报送</h1>
      {plans.error ? <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} /> : null}
      {plans.data === undefined ? <Loading /> : null}
      {plans.data?.items.length === 0 ? (
        <Empty title="还没有推荐人员">有申报报送以后，推荐人员列在这里。</Empty>
      ) : (
        <label className="zp-field">
          <span className="zp-field-label">评审计划</span>
          <select
            className="zp-input"
            value={planId ?? ''}
            onChange={(event) => address.set({ plan: event.target.value, after: null })}
          >
            {plans.data?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {planId === null ? null : <Roster key={planId} planId={planId} entrust={entrust} />}
    </div>
  );
}

function Roster({ planId, entrust }: { planId: string; entrust: boolean }) {
  const [after, setAfter] = useState<readonly string[]>([]);
  const [contact, setContact] = useState('');
  const [phone, setPhone] = useState('');
  const last = after.at(-1);
  const { data, error, refetch } = useEndpoint(listRoster, {
    query: { planId, limit: 50, ...(last === undefined ? {} : { after: last }) },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const lacking = data.items.filter(({ lacks }) => lacks.length > 0).length;
  const { next } = data;
  const papers = (
    <Papers
      planId={planId}
      entrust={entrust}
      contact={contact}
      phone={phone}
      onContact={setContact}
      onPhone={setPhone}
    />
  );
  return (
    <>
      {entrust ? (
        <>
          <BundleCheck planId={planId} />
          {papers}
          <Bundle planId={planId} contact={contact} phone={phone} />
        </>
      ) : null}
      <section className="zp-card">
        <h2>推荐人员</h2>
        <p>
          本页 {data.items.length} 人，{lacking === 0 ? '材料齐全。' : `${lacking} 人还有缺项，列在各人之下。`}
        </p>
        <ol className="zp-list">
          {data.items.map((line) => (
            <Person key={line.id} line={line} />
          ))}
        </ol>
        <div className="zp-row">
          {last === undefined ? null : (
            <button type="button" className="zp-button" onClick={() => setAfter(after.slice(0, -1))}>
              上一页
            </button>
          )}
          {next === null ? null : (
            <button type="button" className="zp-button" onClick={() => setAfter([...after, next])}>
              下一页
            </button>
          )}
        </div>
      </section>
      {entrust ? null : papers}
    </>
  );
}

function Person({ line }: { line: RosterLine }) {
  return (
    <li>
      <strong>{line.name}</strong>　{line.sex}　{line.unit}　{line.post}
      <br />
      {line.specialty}　{line.levelName}　{line.routeName}
      {line.selfScore === null ? '' : `　自评 ${line.selfScore / 100} 分`}
      <br />
      <span className="zp-small zp-muted">
        {line.education}　现资格 {line.currentTitle === '' ? '无' : line.currentTitle}
        {line.currentTitleSince === null ? '' : `（${line.currentTitleSince}）`}　{line.number}　{line.stageName}
      </span>
      {line.lacks.length === 0 ? null : <p className="zp-small">缺：{line.lacks.join('；')}</p>}
    </li>
  );
}

function Papers(props: {
  planId: string;
  entrust: boolean;
  contact: string;
  phone: string;
  onContact: (contact: string) => void;
  onPhone: (phone: string) => void;
}) {
  const { planId, entrust, contact, phone } = props;
  const run = useCommand(
    async ({ name, send }: { name: string; send: () => Promise<Blob> }) => save(name, await send()),
    [],
  );
  const body = { planId, contact, phone };
  const submit = (event: FormEvent) => event.preventDefault();
  const filled = contact.trim() !== '' && phone.trim() !== '';
  return (
    <form className="zp-card" onSubmit={submit} aria-label="报送材料">
      <h2>报送材料</h2>
      <p className="zp-muted">花名册含证件号码，导出和打印都记入存证记录。正式打印的花名册和委托书须人员材料齐全。</p>
      <div className="zp-row">
        <button
          type="button"
          className="zp-button"
          disabled={run.isPending}
          onClick={() =>
            run.mutate({ name: '推荐人员花名册.xlsx', send: () => call(exportRoster, { body: { planId } }) })
          }
        >
          导出花名册（Excel）
        </button>
      </div>
      <div className="zp-row">
        <Field label="填表人" value={contact} max={60} required={false} onChange={props.onContact} />
        <Field label="联系电话" type="tel" value={phone} max={60} required={false} onChange={props.onPhone} />
      </div>
      <div className="zp-row">
        <button
          type="button"
          className="zp-button"
          disabled={run.isPending || !filled}
          onClick={() => run.mutate({ name: '推荐人员花名册.pdf', send: () => call(printRoster, { body }) })}
        >
          打印花名册
        </button>
        {entrust ? (
          <button
            type="button"
            className="zp-button"
            disabled={run.isPending || !filled}
            onClick={() => run.mutate({ name: '评审委托书.pdf', send: () => call(printEntrustLetter, { body }) })}
          >
            打印评审委托书
          </button>
        ) : null}
      </div>
      <ErrorNote error={run.error} />
    </form>
  );
}

/** Hands a file to the browser. */
function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
