import { listOfficeWork, readOfficeBoard } from '@zhiping/contract';
import { type FormEvent, useId, useState } from 'react';
import { Empty, ErrorNote, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { FilePreview } from '../../parts/FilePreview.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { WorklistEntry } from '../../parts/WorklistEntry.tsx';
import { BULK, BulkWork } from './applications-bulk.tsx';
import { CheckDetail } from './check-detail.tsx';

const PAGE = 50;

/** 待办 and 资格审查: list, material with the engine's report, and the evidence beside each other; filters in the address. */
export default function Applications() {
  const address = useAddressState();
  const stage = address.get('stage') ?? 'office-check';
  const [plan, due, find] = [address.get('plan'), address.get('due'), address.get('find')];
  const pages = usePages(`${stage} ${plan} ${due} ${find}`);
  const { data, error, refetch } = useEndpoint(listOfficeWork, {
    query: {
      limit: PAGE,
      ...(stage === 'all' ? {} : { stage }),
      ...(plan === null ? {} : { plan }),
      ...(due === 'late' || due === 'soon' ? { due } : {}),
      ...(find === null ? {} : { find }),
      ...pages.after,
    },
  });
  const [file, setFile] = useState<ShownFile | null>(null);
  const [bulk, setBulk] = useState(false);
  const selected = address.get('id') ?? data?.items[0]?.id ?? null;
  const filtered = find !== null || due !== null || plan !== null;
  return (
    <>
      <h1>待办与资格审查</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : bulk ? (
        <BulkWork stage={stage} lines={data.items} onDone={() => setBulk(false)} />
      ) : (
        <SplitView
          title="申报"
          items={data.items}
          selected={selected}
          onSelect={(id) => {
            setFile(null);
            address.set({ id });
          }}
          search={{ fields: <Filters />, active: filtered }}
          filters={
            <div className="zp-stack">
              {stage in BULK && data.items.length > 1 ? (
                <button type="button" className="zp-button" onClick={() => setBulk(true)}>
                  批量办理…
                </button>
              ) : null}
              <PageButtons pages={pages} next={data.next} />
            </div>
          }
          entry={(line) => <WorklistEntry line={line} />}
          empty={<Empty title="没有等待办理的申报">{filtered ? '换一个条件再看。' : '申报人提交以后列在这里。'}</Empty>}
          detail={selected === null ? null : <CheckDetail key={selected} id={selected} onFile={setFile} />}
          beside={file === null ? undefined : <FilePreview {...file} onClose={() => setFile(null)} />}
        />
      )}
    </>
  );
}

/** Plan, stage, lateness, a number or name: each kept in the address, so that a view can be sent to a colleague. */
function Filters() {
  const address = useAddressState();
  const { data } = useEndpoint(readOfficeBoard, {});
  const [find, setFind] = useState(address.get('find') ?? '');
  const findId = useId();
  const plan = address.get('plan');
  const plans = data?.plans ?? [];
  const shown = plan === null ? plans : plans.filter(({ id }) => id === plan);
  const stages = new Map(
    shown.flatMap(({ stages: all }) =>
      all.map(({ stage, name, count, end }) => [stage, { name, count, end }] as const),
    ),
  );
  const set = (changes: Readonly<Record<string, string | null>>) => address.set({ id: null, ...changes });
  return (
    <>
      {plans.length > 1 ? (
        <label className="zp-field">
          <span className="zp-field-label">计划</span>
          <select
            className="zp-input"
            value={plan ?? ''}
            onChange={(event) => set({ plan: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">全部计划</option>
            {plans.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="zp-field">
        <span className="zp-field-label">环节</span>
        <select
          className="zp-input"
          value={address.get('stage') ?? 'office-check'}
          onChange={(event) => set({ stage: event.target.value })}
        >
          {[...stages].map(([id, { name, count }]) => (
            <option key={id} value={id}>
              {count === 0 ? name : `${name}（${count}）`}
            </option>
          ))}
          <option value="all">全部</option>
        </select>
      </label>
      <label className="zp-field">
        <span className="zp-field-label">期限</span>
        <select
          className="zp-input"
          value={address.get('due') ?? ''}
          onChange={(event) => set({ due: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">全部</option>
          <option value="late">已逾期</option>
          <option value="soon">三天内到期</option>
        </select>
      </label>
      <form
        role="search"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          set({ find: find.trim() === '' ? null : find.trim() });
        }}
      >
        <label className="zp-field-label" htmlFor={findId}>
          申报号或姓名
        </label>
        <span className="zp-search">
          <input
            id={findId}
            className="zp-input"
            maxLength={40}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
          <button type="submit" className="zp-button">
            查找
          </button>
        </span>
      </form>
    </>
  );
}
