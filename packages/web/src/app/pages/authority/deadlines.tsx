import { listSealingDeadlines, type SealingDeadline } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Deadline, ErrorNote, useClock } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';

/** 本部门的期限: by plan what ends when and how many cases wait, the nearest first. */
export function SealingDeadlines() {
  const { data, error, refetch } = useEndpoint(listSealingDeadlines, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="zp-card zp-over" aria-label="本部门的期限">
      <h2>本部门的期限</h2>
      <table className="zp-lines">
        <thead>
          <tr>
            <th scope="col">计划与环节</th>
            <th scope="col">等待办理</th>
            <th scope="col">截止</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((one) => (
            <Line key={`${one.planId} ${one.stageName}`} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ one }: { one: SealingDeadline }) {
  const now = useClock(one.organiserId)?.now;
  const at = now === undefined ? {} : { now };
  return (
    <tr>
      <td>
        {one.planName}
        <br />
        <span className="zp-muted">{one.stageName}</span>
      </td>
      <td>
        <strong>{one.waiting} 件</strong>
        {one.soon === 0 ? null : (
          <>
            ，
            <Link to="/authority/applications" search={{ due: 'soon' }}>
              {one.soon} 件三天内到期
            </Link>
          </>
        )}
        {one.late === 0 ? null : (
          <>
            ，
            <Link to="/authority/applications" search={{ due: 'late' }}>
              {one.late} 件已逾期
            </Link>
          </>
        )}
      </td>
      <td>
        {one.windows.map(({ name, label, closesAt }) => (
          <p key={name}>
            {name} <span className="zp-label">{label}</span> <Deadline until={closesAt} {...at} />
          </p>
        ))}
        {one.firstDue === null || one.windows.some(({ closesAt }) => closesAt === one.firstDue) ? null : (
          <p>
            最先到期的一件：
            <Deadline until={one.firstDue} {...at} />
          </p>
        )}
        {one.firstDue === null && one.windows.length === 0 ? <span className="zp-muted">没有规定截止日期</span> : null}
      </td>
    </tr>
  );
}
