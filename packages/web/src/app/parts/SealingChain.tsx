import { readSealing, type SealView } from '@zhiping/contract';
import { ErrorNote, formatDate, formatInstant } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';

/** 审核盖章部门: which bodies act one after another, why just these, and what each decided. */
export function SealingChain({ id }: { id: string }) {
  const { data, error, refetch } = useEndpoint(readSealing, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const turn = data.begun ? data.seals.findIndex(({ decision }) => decision === null) : -1;
  return (
    <section className="zp-card" aria-label="审核盖章部门">
      <h2>审核盖章部门</h2>
      <p>{data.why}</p>
      <ol className="zp-list">
        {data.seals.map((seal, index) => (
          <li key={seal.position}>
            <strong>{seal.authorityName ?? `${seal.wanted}（平台上还没有登记，由评委会办公室确定）`}</strong>
            <span className="zp-muted">
              {' '}
              {seal.as}　{stateWords(seal, index === turn)}
            </span>
            {seal.reason === '' ? null : <p className="zp-small">说明：{seal.reason}</p>}
          </li>
        ))}
        {data.association === null ? null : (
          <li>
            <strong>{data.association}</strong>
            <span className="zp-muted"> 在上述部门之后审核盖章</span>
          </li>
        )}
      </ol>
      {data.via === null ? null : <p className="zp-small zp-muted">报送途径：{data.via}</p>}
    </section>
  );
}

function stateWords(seal: SealView, now: boolean): string {
  const document = seal.document === null ? '' : `，${seal.document.number}，${formatDate(seal.document.date)}`;
  const committee = seal.committeeName === null ? '' : `，报送${seal.committeeName}`;
  const when = seal.decidedAt === null ? '' : `${formatInstant(seal.decidedAt)} `;
  switch (seal.decision) {
    case 'approved':
      return `${when}已同意${document}${committee}`;
    case 'returned':
      return `${when}已退回修改`;
    case 'refused':
      return `${when}不同意`;
    case null:
      return now ? '正在办理' : '尚未开始';
  }
}
