import {
  associationApprove,
  associationRefuse,
  associationReturn,
  authorityApprove,
  authorityRefuse,
  authorityReturn,
  listSealing,
  readSubmission,
  type WorklistLine,
} from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, Loading, SplitView, StatusLine } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { FilePreview } from '../../parts/FilePreview.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { ReportCard } from '../../parts/ReportCard.tsx';
import { ReturnForm } from '../../parts/ReturnForm.tsx';
import { levelName, type ShownFile, SubmissionMaterial } from '../../parts/SubmissionMaterial.tsx';
import { WorklistEntry } from '../../parts/WorklistEntry.tsx';
import { useCommand } from '../../use-command.ts';
import { BulkApprove } from './bulk-approve.tsx';

/** The three decisions of each seal, LN-2024 五(六). */
export const SEALING = {
  'authority-review': { approve: authorityApprove, return: authorityReturn, refuse: authorityRefuse, verb: '同意推荐' },
  'association-review': {
    approve: associationApprove,
    return: associationReturn,
    refuse: associationRefuse,
    verb: '同意',
  },
} as const;
export const isSealing = (stage: string): stage is keyof typeof SEALING => stage in SEALING;

/** 审核推荐: what waits for this authority's or association's seal. */
export default function Applications() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(listSealing, { query: { limit: 100 } });
  const [file, setFile] = useState<ShownFile | null>(null);
  const [bulk, setBulk] = useState(false);
  const selected = data?.items.find(({ id }) => id === address.get('id')) ?? data?.items[0] ?? null;
  return (
    <>
      <h1>审核推荐</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : bulk ? (
        <BulkApprove lines={data.items} onDone={() => setBulk(false)} />
      ) : (
        <SplitView
          title="等待审核盖章"
          items={data.items}
          selected={selected?.id ?? null}
          onSelect={(id) => {
            setFile(null);
            address.set({ id });
          }}
          filters={
            data.items.length > 1 ? (
              <button type="button" className="zp-button" onClick={() => setBulk(true)}>
                批量同意…
              </button>
            ) : null
          }
          entry={(line) => <WorklistEntry line={line} />}
          empty={<Empty title="没有等待审核的申报">轮到本部门审核的申报列在这里。</Empty>}
          detail={selected === null ? null : <Detail key={selected.id} line={selected} onFile={setFile} />}
          beside={file === null ? undefined : <FilePreview href={file.href} name={file.name} />}
        />
      )}
    </>
  );
}

function Detail({ line, onFile }: { line: WorklistLine; onFile: (file: ShownFile) => void }) {
  const { data, error, refetch } = useEndpoint(readSubmission, { params: { id: line.id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { submission } = data;
  return (
    <div className="zp-stack">
      <StatusLine
        waiting={{
          why: `${line.number}　${line.applicantName}：${line.why}`,
          who: line.who,
          until: line.until?.at ?? null,
          yours: true,
        }}
      />
      <Decisions line={line} />
      {submission === null ? null : (
        <>
          <ReportCard submission={submission} />
          <SubmissionMaterial line={data.line} submission={submission} onFile={onFile} />
        </>
      )}
    </div>
  );
}

function Decisions({ line }: { line: WorklistLine }) {
  const [form, setForm] = useState<'approve' | 'return' | 'refuse' | null>(null);
  const run = useCommand((send: () => Promise<unknown>) => send(), [keyOf(listSealing)]);
  if (!isSealing(line.stage)) return null;
  const seal = SEALING[line.stage];
  const params = { id: line.id };
  const { version } = line;
  const cancel = () => setForm(null);
  switch (form) {
    case 'approve':
      return (
        <ConfirmStep
          title={seal.verb}
          effects={['在评定表“七、公示、推荐及学科评议组意见”页盖章的依据由此记入存证记录。', '申报进入下一环节。']}
          touches="本次操作涉及 1 份申报。"
          agree="我已审核，同意并负责盖章。"
          button={seal.verb}
          onConfirm={() => run.mutateAsync(() => call(seal.approve, { params, body: { version } }))}
          onCancel={cancel}
        />
      );
    case 'return':
      return (
        <ReturnForm
          name={`seal-return-${line.id}`}
          title="退回修改"
          button="退回"
          place="form"
          onSend={(items) => run.mutateAsync(() => call(seal.return, { params, body: { version, items: [...items] } }))}
          onCancel={cancel}
        />
      );
    case 'refuse':
      return (
        <ReasonForm
          name={`seal-refuse-${line.id}`}
          title={`不${seal.verb}`}
          effect="申报到此结束，申报人会看到理由。"
          button={`不${seal.verb}`}
          onSend={(reason) => run.mutateAsync(() => call(seal.refuse, { params, body: { version, reason } }))}
          onCancel={cancel}
        />
      );
    case null:
      return (
        <section className="zp-card">
          <h2>
            {line.applicantName} 申报 {line.specialty} {levelName(line.level)}
          </h2>
          <div className="zp-row">
            <button type="button" className="zp-button zp-button-main" onClick={() => setForm('approve')}>
              {seal.verb}
            </button>
            <button type="button" className="zp-button" onClick={() => setForm('return')}>
              退回修改
            </button>
            <button type="button" className="zp-button" onClick={() => setForm('refuse')}>
              不{seal.verb}
            </button>
          </div>
        </section>
      );
  }
}
