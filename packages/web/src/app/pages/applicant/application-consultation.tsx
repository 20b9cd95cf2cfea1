import { Link } from '@tanstack/react-router';
import { readConsultation } from '@zhiping/contract';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { ConsultationFacts } from '../../parts/ConsultationFacts.tsx';
import { ConsultationPaper } from '../../parts/ConsultationPaper.tsx';

/** What one asked before an application: the state, the papers still to hand in, the answer, and the way on. */
export default function ApplicationConsultation() {
  const params = { id: usePathParam('id') };
  const { data, error, refetch } = useEndpoint(readConsultation, { params });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <article className="zp-stack">
      <h1>申报前提出的事项</h1>
      <ConsultationFacts of={data} />
      <ConsultationPaper of={data} by="applicant" />
      {data.state === 'asked' ? <p className="zp-muted">答复以后才能建立申报。请留意申报截止时间。</p> : null}
      {data.state === 'declined' ? <p>可以补充业绩和理由后重新提出，或改选其他申报方式。</p> : null}
      {data.state === 'asked' ? null : (
        <div>
          <Link className="zp-button zp-button-main" to="/applications/new" search={{ plan: data.planId }}>
            {data.state === 'agreed' ? '建立申报' : '返回选择'}
          </Link>
        </div>
      )}
    </article>
  );
}
