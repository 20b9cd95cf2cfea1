import { readWaitingWork, type WaitingWork as Waiting } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';

/** Where the applications that wait for a body are worked on. */
const PLACE: Readonly<Partial<Record<Waiting['relation'], string>>> = {
  unit: '/unit/applications',
  authority: '/authority/applications',
  association: '/association/applications',
  office: '/office/applications',
  confirmer: '/confirmations',
};

/** 待办: how many applications wait for the reader's bodies, by stage, the late ones named. */
export function WaitingWork() {
  const { data, error, refetch } = useEndpoint(readWaitingWork, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="zp-card" aria-label="待办">
      <h2>待办</h2>
      {data.items.length === 0 ? <p>没有等待办理的申报。</p> : null}
      <ul className="zp-list">
        {data.items.map((item) => (
          <li key={`${item.relation} ${item.stage} ${item.stageName}`}>
            <Link
              to={PLACE[item.relation] ?? '/'}
              {...(item.relation === 'office' ? { search: { stage: item.stage } } : {})}
            >
              {item.stageName}
            </Link>
            ：<strong>{item.count} 件</strong>
            {item.late > 0 ? `，其中 ${item.late} 件已到期限` : ''}
            {item.soon > 0 ? `，${item.soon} 件三天内到期` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
