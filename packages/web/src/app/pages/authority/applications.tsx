import {
  associationApprove,
  associationRefuse,
  associationReturn,
  authorityApprove,
  authorityRefuse,
  authorityReturn,
  listSealing,
  readSealing,
  readSubmission,
  redirectSeal,
  type SubmissionView,
  type WorklistLine,
} from '@zhiping/contract';
import { pointWords } from '@zhiping/core';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, Loading, SplitView, StatusLine } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { FilePreview } from '../../parts/FilePreview.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { ReportCard } from '../../parts/ReportCard.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import { SealingChain } from '../../parts/SealingChain.tsx';
import { ReturnForm, type ReturnPlace } from '../../parts/ReturnForm.tsx';
import { SubmissionMaterial } from '../../parts/SubmissionMaterial.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { WorklistEntry } from '../../parts/WorklistEntry.tsx';
import { useCommand } from '../../use-command.ts';
import { SealingDeadlines } from './deadlines.tsx';
import { BulkApprove } from './bulk-approve.tsx';
import { CommitteeChoice, DocumentFields } from './seal-fields.tsx';

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

const PAGE = 50;

/** 审核推荐: what waits for this authority's or association's seal. */
export default function Applications() {
  const address = useAddressState();
  const find = address.get('search') ?? '';
  const due = address.get('due');
  const pages = usePages(`${find} ${due}`);
  const { data, error, refetch } = useEndpoint(listSealing, {
    query: {
      limit: PAGE,
      ...pages.after,
      ...(find === '' ? {} : { find }),
      ...(due === 'late' || due === 'soon' ? { due } : {}),
    },
  });
  const [file, setFile] = useState<ShownFile | null>(null);
  const [bulk, setBulk] = useState(false);
  const selected = data?.items.find(({ id }) => id === address.get('id')) ?? data?.items[0] ?? null;
  return (
    <div className="zp-stack">
      <h1>审核推荐</h1>
      <SealingDeadlines />
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
          search={{
            active: due !== null || find !== '',
            fields: (
              <>
                <SearchField label="按编号、姓名或单位查找" placeholder="编号、姓名或单位开头" />
                <label className="zp-field">
                  <span className="zp-field-label">期限</span>
                  <select
                    className="zp-input"
                    value={due ?? ''}
                    onChange={(event) => address.set({ due: event.target.value === '' ? null : event.target.value })}
                  >
                    <option value="">全部</option>
                    <option value="soon">三天内到期</option>
                    <option value="late">已逾期</option>
                  </select>
                </label>
              </>
            ),
          }}
          filters={
            <div className="zp-stack">
              <PageButtons pages={pages} next={data.next} />
              {data.items.length > 1 ? (
                <button type="button" className="zp-button" onClick={() => setBulk(true)}>
                  批量同意…
                </button>
              ) : null}
            </div>
          }
          entry={(line) => <WorklistEntry line={line} />}
          empty={
            <Empty title="没有等待审核的申报">
              {find === '' && due === null ? '轮到本部门审核的申报列在这里。' : '换一个条件再看。'}
            </Empty>
          }
          detail={selected === null ? null : <Detail key={selected.id} line={selected} onFile={setFile} />}
          beside={file === null ? undefined : <FilePreview {...file} onClose={() => setFile(null)} />}
        />
      )}
    </div>
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
          provisional: line.until?.provisional ?? false,
          yours: true,
        }}
      />
      <Decisions line={line} places={submission === null ? [] : placesOf(submission, data.overstated)} />
      <SealingChain id={line.id} />
      {submission === null ? null : (
        <>
          <ReportCard submission={submission} />
          <SubmissionMaterial line={data.line} submission={submission} onFile={onFile} />
        </>
      )}
    </div>
  );
}

/** What may be named in a return: every line of the self-score, e.g. one that is over-estimated, and every row. */
function placesOf({ snapshot }: SubmissionView, overstated: string): readonly ReturnPlace[] {
  return [
    { place: 'form.self-report', title: '本人述职', label: '' },
    ...(snapshot.selfScore?.lines ?? []).map(({ line, name, points }) => ({
      place: `selfScore.${line}`,
      title: `自评分：${name}（${pointWords(points)} 分）`,
      label: overstated,
    })),
    ...snapshot.rows.map(({ id, kindName, title }) => ({
      place: `rows.${id}`,
      title: `${kindName}：${title}`,
      label: '',
    })),
  ];
}

function Decisions({ line, places }: { line: WorklistLine; places: readonly ReturnPlace[] }) {
  const [form, setForm] = useState<'approve' | 'return' | 'refuse' | 'redirect' | null>(null);
  const [committee, setCommittee] = useState<string | null>(null);
  const [document, setDocument] = useState({ number: '', date: '' });
  const { data: sealing } = useEndpoint(readSealing, { params: { id: line.id } });
  const run = useCommand((send: () => Promise<unknown>) => send(), [keyOf(listSealing)]);
  if (!isSealing(line.stage)) return null;
  const seal = SEALING[line.stage];
  const params = { id: line.id };
  const { version } = line;
  const cancel = () => setForm(null);
  const choice = (line.stage === 'authority-review' ? sealing?.choice : null) ?? null;
  const approve = () => {
    const body = {
      version,
      ...(document.number === '' || document.date === '' ? {} : { document }),
    };
    return line.stage === 'authority-review'
      ? call(authorityApprove, { params, body: { ...body, ...(committee === null ? {} : { committee }) } })
      : call(seal.approve, { params, body });
  };
  switch (form) {
    case 'approve':
      return (
        <ConfirmStep
          title={seal.verb}
          effects={[
            '本部门的决定记入存证记录，作为盖章的依据。',
            '由下一部门接着审核；各部门都同意后，申报进入下一环节。',
          ]}
          touches="本次操作涉及 1 份申报。"
          agree="我已审核，同意并负责盖章。"
          button={seal.verb}
          onConfirm={() => run.mutateAsync(approve)}
          onCancel={cancel}
        >
          {choice === null ? null : <CommitteeChoice choice={choice} chosen={committee} onChoose={setCommittee} />}
          <DocumentFields document={document} onChange={setDocument} />
        </ConfirmStep>
      );
    case 'return':
      return (
        <ReturnForm
          name={`seal-return-${line.id}`}
          title="退回修改"
          button="退回"
          place="form"
          places={places}
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
    case 'redirect':
      return (
        <ReasonForm
          name={`seal-redirect-${line.id}`}
          title="不归本部门审核"
          effect="申报转到评委会办公室，由其确定审核盖章的部门；期限不变。"
          button="转出"
          onSend={(reason) => run.mutateAsync(() => call(redirectSeal, { params, body: { version, reason } }))}
          onCancel={cancel}
        />
      );
    case null:
      return (
        <section className="zp-card">
          <h2>
            {line.applicantName} 申报 {line.specialty} {line.levelName}
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
            {line.stage === 'authority-review' ? (
              <button type="button" className="zp-button" onClick={() => setForm('redirect')}>
                不归本部门审核
              </button>
            ) : null}
          </div>
        </section>
      );
  }
}
