import { assignAuthority, findAuthorities, listUnassigned, type WorklistLine } from '@zhiping/contract';
import { useState } from 'react';
import { Empty, ErrorNote, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { SealingChain } from '../../parts/SealingChain.tsx';
import { WorklistEntry } from '../../parts/WorklistEntry.tsx';
import { useCommand } from '../../use-command.ts';

/** 待定盖章部门: cases no registered authority fits, or that the one they came to sent on. */
export default function UnassignedSeals() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(listUnassigned, { query: { limit: 100 } });
  const selected = data?.items.find(({ id }) => id === address.get('id')) ?? data?.items[0] ?? null;
  return (
    <>
      <h1>待定盖章部门</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="还没有部门审核的申报"
          items={data.items}
          selected={selected?.id ?? null}
          onSelect={(id) => address.set({ id })}
          entry={(line) => <WorklistEntry line={line} />}
          empty={
            <Empty title="没有待定的申报">
              盖章部门按计划的规定自动确定；确定不了的，或者部门认为不归其办理的，列在这里。
            </Empty>
          }
          detail={selected === null ? null : <Assign key={selected.id} line={selected} />}
        />
      )}
    </>
  );
}

function Assign({ line }: { line: WorklistLine }) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error } = useEndpoint(findAuthorities, { query: { name } });
  const run = useCommand((send: () => Promise<unknown>) => send(), [keyOf(listUnassigned)]);
  const authority = data?.items.find(({ id }) => id === chosen) ?? null;
  return (
    <div className="zp-stack">
      <SealingChain id={line.id} />
      <section className="zp-card">
        <h2>选择审核盖章部门</h2>
        <Field label="部门名称" value={name} onChange={setName} required={false} max={60} help="输入名称的一部分查找" />
        <ErrorNote error={error} />
        <ul className="zp-list">
          {data?.items.map((one) => (
            <li key={one.id}>
              <label className="zp-check">
                <input type="radio" name="authority" checked={chosen === one.id} onChange={() => setChosen(one.id)} />
                <span>
                  {one.name}
                  <span className="zp-muted">　{one.area}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </section>
      {authority === null ? null : (
        <ReasonForm
          name={`assign-authority-${line.id}`}
          title={`交由${authority.name}审核`}
          effect={`${line.applicantName}的申报由该部门接着办理，期限不变。`}
          button="确定部门"
          onSend={(reason) =>
            run.mutateAsync(() =>
              call(assignAuthority, {
                params: { id: line.id },
                body: { version: line.version, authorityId: authority.id, reason },
              }),
            )
          }
          onCancel={() => setChosen(null)}
        />
      )}
    </div>
  );
}
