import { listResults } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import '../../parts/form.css';

const PHASES = {
  ahead: '尚未开始',
  running: '公示中',
  over: '已期满',
  concluded: '公示结束',
  invalid: '已认定无效',
} as const;

/** 结果公示: meetings that have voted. */
export default function Results() {
  const { data, error, refetch } = useEndpoint(listResults, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>结果公示</h1>
      {data.items.length === 0 ? (
        <Empty title="还没有表决结果">评审会议表决、计票之后，会议列在这里，由办公室公示通过人员名单。</Empty>
      ) : (
        <div className="zp-over zp-card">
          <table className="zp-lines">
            <thead>
              <tr>
                <th scope="col">评审会议</th>
                <th scope="col">通过</th>
                <th scope="col">公示</th>
                <th scope="col">暂缓</th>
                <th scope="col">待确认</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <tr key={item.meetingId}>
                  <td>
                    <Link to={`/office/results/${item.meetingId}`}>{item.meetingName}</Link>
                    <br />
                    <span className="zp-muted">{item.committeeName}</span>
                  </td>
                  <td>{item.passed} 人</td>
                  <td>
                    {item.phase === null ? '待公示' : PHASES[item.phase]}
                    {item.lastDay === null ? '' : `，至${formatDate(item.lastDay, true)}`}
                  </td>
                  <td>{item.held} 人</td>
                  <td>{item.awaitingConfirmation} 人</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
