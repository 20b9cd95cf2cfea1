import { listUnitApplications, type WorklistLine } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty, ErrorNote, Loading, SplitView, StatusLine } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { CasePost } from '../../parts/CasePost.tsx';
import { ConsentCard } from '../../parts/ConsentCard.tsx';
import { FilePreview } from '../../parts/FilePreview.tsx';
import { SealingChain } from '../../parts/SealingChain.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { WorklistEntry } from '../../parts/WorklistEntry.tsx';
import { Appraisal } from './appraisal.tsx';
import { UnitReview } from './unit-review.tsx';

const YOURS = new Set(['unit-review', 'unit-appraisal', 'unit-publicity', 'paper-delivery']);

/** 待办: applications of the unit, what waits for it first. */
export default function Applications() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(listUnitApplications, { query: { limit: 100 } });
  const [file, setFile] = useState<ShownFile | null>(null);
  const items = (data?.items ?? []).toSorted((a, b) => Number(YOURS.has(b.stage)) - Number(YOURS.has(a.stage)));
  const selected = items.find(({ id }) => id === address.get('id')) ?? items[0] ?? null;
  return (
    <>
      <h1>待办</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="本单位的申报"
          items={items}
          selected={selected?.id ?? null}
          onSelect={(id) => {
            setFile(null);
            address.set({ id });
          }}
          entry={(line) => <WorklistEntry line={line} />}
          empty={<Empty title="还没有申报">本单位人员把申报送来以后列在这里。请先核验他们的档案。</Empty>}
          detail={selected === null ? null : <Detail key={selected.id} line={selected} onFile={setFile} />}
          beside={file === null ? undefined : <FilePreview {...file} onClose={() => setFile(null)} />}
        />
      )}
    </>
  );
}

function Detail({ line, onFile }: { line: WorklistLine; onFile: (file: ShownFile) => void }) {
  return (
    <div className="zp-stack">
      <StatusLine
        waiting={{
          why: `${line.number}　${line.applicantName}：${line.why}`,
          who: line.who,
          until: line.until?.at ?? null,
          provisional: line.until?.provisional ?? false,
          yours: YOURS.has(line.stage),
        }}
      />
      {line.stage === 'unit-review' ? <UnitReview line={line} onFile={onFile} /> : null}
      {line.stage === 'unit-appraisal' ? <Appraisal line={line} /> : null}
      {line.stage === 'unit-publicity' ? (
        <section className="zp-card">
          <h2>单位公示</h2>
          <p>公示期满、异议都已核查答复的，由单位推荐。{line.next}</p>
          <Link className="zp-button zp-button-main" to="/unit/publicity" search={{ id: line.id }}>
            办理公示
          </Link>
        </section>
      ) : null}
      {line.stage === 'paper-delivery' ? (
        <section className="zp-card">
          <h2>报送纸质材料</h2>
          <p>请由单位人事部门把纸质材料统一送到评委会办公室指定的地点，收到后由办公室登记。</p>
        </section>
      ) : null}
      <CasePost id={line.id} mayRecord={line.stage === 'unit-review'} />
      <ConsentCard id={line.id} mayAsk />
      <SealingChain id={line.id} />
      <p>
        <Link to={`/applications/${line.id}`}>查看申报全部进程</Link>
      </p>
    </div>
  );
}
