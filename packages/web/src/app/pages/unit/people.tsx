import { listUnitPeople } from '@zhiping/contract';
import { useState } from 'react';
import { Empty, ErrorNote, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { FilePreview } from '../../parts/FilePreview.tsx';
import type { ShownFile } from '../../parts/SubmissionMaterial.tsx';
import { PersonArchiveDetail } from './person-archive.tsx';

/** 人员与档案核验: people of the unit, their rows, the evidence beside. */
export default function People() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(listUnitPeople, {});
  const [file, setFile] = useState<ShownFile | null>(null);
  const people = (data?.items ?? []).map((person) => ({ ...person, id: person.personId }));
  const selected = address.get('id') ?? people[0]?.id ?? null;
  return (
    <>
      <h1>人员与档案核验</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="本单位人员"
          items={people}
          selected={selected}
          onSelect={(id) => {
            setFile(null);
            address.set({ id });
          }}
          entry={(person) => (
            <>
              <strong>{person.name}</strong>
              <span className="zp-muted">{person.post}</span>
              <span className="zp-small">
                {person.waiting > 0 ? `待核验 ${person.waiting} 项` : '没有待核验'}，已核验 {person.verified} 项
                {person.returned > 0 ? `，退回 ${person.returned} 项` : ''}
              </span>
            </>
          )}
          empty={<Empty title="还没有人提交档案">本单位人员提交核验后列在这里。</Empty>}
          detail={
            selected === null ? null : <PersonArchiveDetail key={selected} personId={selected} onFile={setFile} />
          }
          beside={file === null ? undefined : <FilePreview href={file.href} name={file.name} />}
        />
      )}
    </>
  );
}
