import { type ConsultationLine, listOfficeConsultations, readConsultation } from '@zhiping/contract';
import { Empty, ErrorNote, formatInstant, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { CONSULTATION_KINDS, CONSULTATION_STATES, ConsultationFacts } from '../../parts/ConsultationFacts.tsx';
import { ConsultationPaper } from '../../parts/ConsultationPaper.tsx';
import { GreenChannelAnswer } from './green-channel-answer.tsx';

type State = keyof typeof CONSULTATION_STATES;

/** 申报前初审: who asks for the green channel or to be evaluated as an entrusted case, and the office's answers. */
export default function GreenChannel() {
  const address = useAddressState();
  const state = (address.get('state') ?? 'asked') as State;
  const { data, error, refetch } = useEndpoint(listOfficeConsultations, { query: { state } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const selected = address.get('selected') ?? data.items[0]?.id ?? null;
  return (
    <article className="zp-stack">
      <h1>申报前初审</h1>
      <p className="zp-muted">绿色通道经初步审核同意、委托评审接到书面反馈并受理后，申报人才能网上申报。</p>
      <SplitView<ConsultationLine>
        title="申报前提出的事项"
        items={data.items}
        selected={selected}
        onSelect={(id) => address.set({ selected: id })}
        filters={
          <Choice
            label="状态"
            value={state}
            onChange={(value) => address.set({ state: value === '' ? null : value, selected: null })}
            options={Object.entries(CONSULTATION_STATES).map(([value, label]) => ({ value, label }))}
          />
        }
        entry={(line) => (
          <>
            <strong>{line.applicantName}</strong> {CONSULTATION_KINDS[line.kind]}
            <p className="zp-small zp-muted">
              {line.unitName}，{line.specialtyName} {line.levelName}，{formatInstant(line.askedAt)}
            </p>
          </>
        )}
        empty={<Empty title="没有这样的事项">申报人在申报前提出后，会列在这里。</Empty>}
        detail={selected === null ? null : <Detail key={selected} id={selected} />}
        hint="J/K 移动"
      />
    </article>
  );
}

function Detail({ id }: { id: string }) {
  const { data, error } = useEndpoint(readConsultation, { params: { id } });
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <ConsultationFacts of={data} />
      <ConsultationPaper of={data} by="office" />
      {data.state === 'asked' ? <GreenChannelAnswer of={data} /> : null}
    </div>
  );
}
