import { listOfficeWork } from '@zhiping/contract';
import { useState } from 'react';
import { Empty, ErrorNote, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { FilePreview } from '../../parts/FilePreview.tsx';
import type { ShownFile } from '../../parts/SubmissionMaterial.tsx';
import { WorklistEntry } from '../../parts/WorklistEntry.tsx';
import { CheckDetail } from './check-detail.tsx';

/** Stages in which the office acts, first what is usual. */
const STAGES = [
  ['office-check', '资格审查'],
  ['stamped-page-check', '盖章页审核'],
  ['paper-delivery', '纸质材料'],
  ['ready', '等待上会'],
  ['online-submission', '申报人补正'],
  ['all', '全部'],
] as const;

/** 待办 and 资格审查: list, material with the engine's report, and the evidence beside each other. */
export default function Applications() {
  const address = useAddressState();
  const stage = address.get('stage') ?? 'office-check';
  const { data, error, refetch } = useEndpoint(listOfficeWork, {
    query: { limit: 100, ...(stage === 'all' ? {} : { stage }) },
  });
  const [file, setFile] = useState<ShownFile | null>(null);
  const selected = address.get('id') ?? data?.items[0]?.id ?? null;
  return (
    <>
      <h1>待办与资格审查</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="申报"
          items={data.items}
          selected={selected}
          onSelect={(id) => {
            setFile(null);
            address.set({ id });
          }}
          filters={
            <label className="zp-field">
              <span className="zp-field-label">环节</span>
              <select
                className="zp-input"
                value={stage}
                onChange={(event) => address.set({ stage: event.target.value, id: null })}
              >
                {STAGES.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          }
          entry={(line) => <WorklistEntry line={line} />}
          empty={<Empty title="没有等待办理的申报">申报人提交以后列在这里。</Empty>}
          detail={
            selected === null ? (
              <p className="zp-muted">请从左边选择一件申报。</p>
            ) : (
              <CheckDetail key={selected} id={selected} onFile={setFile} />
            )
          }
          beside={file === null ? undefined : <FilePreview href={file.href} name={file.name} />}
        />
      )}
    </>
  );
}
