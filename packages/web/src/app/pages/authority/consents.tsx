import {
  answerConsent,
  CONSENT_STATES,
  type ConsentLine,
  listConsents,
  readConsent,
  readConsentFile,
} from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, formatInstant, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { FilePreview, fileHref } from '../../parts/FilePreview.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';
import { DocumentFields } from './seal-fields.tsx';

const STATES = ['waiting', 'granted', 'refused'] as const;
type State = (typeof STATES)[number];
const isState = (value: string | null): value is State => STATES.some((one) => one === value);

/** 征求意见: what applicants and units ask this department to consent to or to recognise. */
export default function Consents() {
  const address = useAddressState();
  const asked = address.get('state');
  const state = isState(asked) ? asked : 'waiting';
  const { data, error, refetch } = useEndpoint(listConsents, { query: { limit: 100, state } });
  const [file, setFile] = useState<ShownFile | null>(null);
  const selected = data?.items.find(({ id }) => id === address.get('id')) ?? data?.items[0] ?? null;
  return (
    <>
      <h1>征求意见</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="征求本部门同意或认可"
          items={data.items}
          selected={selected?.id ?? null}
          onSelect={(id) => {
            setFile(null);
            address.set({ id });
          }}
          filters={
            <div className="zp-row" role="group" aria-label="按答复筛选">
              {STATES.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="zp-button"
                  aria-pressed={state === one}
                  onClick={() => address.set({ state: one, id: null })}
                >
                  {CONSENT_STATES[one]}
                </button>
              ))}
            </div>
          }
          entry={(line) => <Entry line={line} />}
          empty={<Empty title="没有这样的征求意见">破格申报须业务主管部门同意的，由申报人或单位发来，列在这里。</Empty>}
          detail={selected === null ? null : <Detail key={selected.id} id={selected.id} onFile={setFile} />}
          beside={file === null ? undefined : <FilePreview {...file} onClose={() => setFile(null)} />}
        />
      )}
    </>
  );
}

function Entry({ line }: { line: ConsentLine }) {
  return (
    <>
      <strong>{line.applicantName}</strong>　{line.unitName}
      <br />
      <span className="zp-small">{line.rowTitle === null ? line.name : `认可“${line.rowTitle}”`}</span>
      <br />
      <span className="zp-small zp-muted">
        {line.number}　{line.specialty}　{formatInstant(line.askedAt)} 征求
      </span>
    </>
  );
}

function Detail({ id, onFile }: { id: string; onFile: (file: ShownFile) => void }) {
  const { data, error, refetch } = useEndpoint(readConsent, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { request, line, papers } = data;
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>{request.rowTitle === null ? request.name : `认可业绩“${request.rowTitle}”`}</h2>
        <Facts
          of={[
            ['申报人', papers.applicant.name],
            ['现职称', papers.applicant.currentTitle],
            ['用人单位', papers.unit.name],
            ['申报专业', line.specialty],
            ['征求人', `${request.askedBy}，${formatInstant(request.askedAt)}`],
            ['说明', request.note === '' ? null : request.note],
            ['答复', request.state === 'waiting' ? null : CONSENT_STATES[request.state]],
            [
              '文号',
              request.document === null ? null : `${request.document.number}，${formatDate(request.document.date)}`,
            ],
            ['理由', request.reason === '' ? null : request.reason],
          ]}
        />
      </section>
      {request.state === 'waiting' ? <Answer id={id} name={papers.applicant.name} /> : null}
      <section className="zp-card">
        <h2>业绩与佐证材料</h2>
        {papers.selfReport === '' ? null : (
          <>
            <h3>本人述职</h3>
            <p className="zp-prose zp-pre">{papers.selfReport}</p>
          </>
        )}
        <ul className="zp-list">
          {papers.rows.map((row) => (
            <li key={row.id} className="zp-material">
              <h3>
                <span className="zp-muted">{row.kindName}</span> {row.title}
                {row.id === request.rowId ? <span className="zp-label">征求认可</span> : null}
              </h3>
              <p className="zp-small">{row.facts.map(({ name, value }) => `${name}：${value}`).join('；')}</p>
              {row.ownPart === null ? null : <p className="zp-small">本人完成部分：{row.ownPart}</p>}
              <div className="zp-row">
                {row.files.map((file) => (
                  <button
                    key={file.fileId}
                    type="button"
                    className="zp-button zp-small"
                    onClick={() =>
                      onFile({ name: file.name, href: fileHref(readConsentFile, { id, fileId: file.fileId }) })
                    }
                  >
                    {file.purpose === '' ? file.name : file.purpose}
                  </button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Answer({ id, name }: { id: string; name: string }) {
  const [document, setDocument] = useState({ number: '', date: '' });
  const [refusing, setRefusing] = useState(false);
  const run = useCommand((send: () => Promise<unknown>) => send(), [keyOf(listConsents), keyOf(readConsent)]);
  if (refusing) {
    return (
      <ReasonForm
        name={`consent-refuse-${id}`}
        title="不同意"
        effect="申报人和单位会看到理由；须凭同意申报的，不能报到评审委员会。"
        button="不同意"
        onSend={(reason) =>
          run.mutateAsync(() => call(answerConsent, { params: { id }, body: { granted: false, reason } }))
        }
        onCancel={() => setRefusing(false)}
      />
    );
  }
  return (
    <>
      <ConfirmStep
        title="同意"
        effects={['文号和日期记入申报材料，作为破格条件的依据。', '答复以后不能更改。']}
        touches={`本次答复涉及 1 份申报：${name}`}
        agree="本部门已核实，同意或认可。"
        button="同意"
        onConfirm={() =>
          run.mutateAsync(() => call(answerConsent, { params: { id }, body: { granted: true, document } }))
        }
      >
        <DocumentFields document={document} onChange={setDocument} required />
      </ConfirmStep>
      <p>
        <button type="button" className="zp-button" onClick={() => setRefusing(true)}>
          不同意…
        </button>
      </p>
    </>
  );
}
