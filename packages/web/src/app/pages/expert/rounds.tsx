import { listRounds } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { ROUND_WORDS } from '../../meeting/words.ts';

/** 表决: rounds the expert has a part in. */
export default function RoundsPage() {
  const rounds = useEndpoint(listRounds, {}, { refetchInterval: 5000 });
  if (rounds.error) return <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} />;
  if (!rounds.data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>表决</h1>
      {rounds.data.rounds.length === 0 ? (
        <Empty title="目前没有表决">主任委员建立表决并开始签到后，会出现在这里。</Empty>
      ) : (
        <ul className="zp-list zp-stack">
          {rounds.data.rounds.map((round) => (
            <li key={round.id} className="zp-card">
              <h2>
                <Link to={`/expert/rounds/${round.id}`}>
                  {round.meetingTitle}　第 {round.number} 轮
                </Link>
              </h2>
              <p>{ROUND_WORDS[round.state]}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
