import { listOwnApplications } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { OwnApplication } from '../../parts/OwnApplication.tsx';

/** 我的申报 on the first page: each case with what it waits for; without one, what comes first. */
export function OwnCases() {
  const { data, error, refetch } = useEndpoint(listOwnApplications, { query: {} });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (data.items.length > 0) return data.items.map((line) => <OwnApplication key={line.id} line={line} />);
  return (
    <section className="zp-card" aria-label="申报">
      <h2>还没有申报</h2>
      <p>
        先在<Link to="/archive">业绩档案</Link>中录入学历、职称和业绩，送单位核验；再从
        <Link to="/applications">我的申报</Link>中的评审计划建立申报。不确定是否符合条件的，可以先
        <a href="/self-check">自测</a>。
      </p>
    </section>
  );
}
