import { getMeeting } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { ErrorNote, formatDate, Loading, StatusLine } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { ScoreTable } from '../../meeting/ScoreTable.tsx';
import { drawWords, levelWord, ROUND_WORDS, SEAT_WORDS, STAGE_WAITS } from '../../meeting/words.ts';

/** One meeting for the supervisor. */
export default function SupervisorMeeting() {
  const id = usePathParam('id');
  const meeting = useEndpoint(getMeeting, { params: { id } }, { refetchInterval: 5000 });
  if (meeting.error) return <ErrorNote error={meeting.error} onRetry={() => void meeting.refetch()} />;
  if (!meeting.data) return <Loading />;
  const view = meeting.data;
  const reviewed = ['reviewing', 'voting', 'voted', 'publicised', 'closed'].includes(view.stage);
  return (
    <div className="zp-stack">
      <h1>{view.title}</h1>
      <StatusLine waiting={{ why: STAGE_WAITS[view.stage], who: null, until: null, yours: false }} />
      <p className="zp-muted">
        {formatDate(view.heldOn)}，{view.venue}；{view.filing.name}（{view.filing.number}）
        {view.filing.valid ? '，备案有效' : '，备案已过有效期'}
      </p>
      <section className="zp-card" aria-label="专家抽取">
        <h2>专家抽取</h2>
        <ul className="zp-list">
          {(view.draws ?? []).map((draw) => (
            <li key={draw.id}>
              {draw.number}：{drawWords(draw)}
            </li>
          ))}
        </ul>
        <Link className="zp-button" to={`/supervisor/meetings/${view.id}/draw`}>
          进入抽取
        </Link>
      </section>
      <section className="zp-card" aria-label="上会申报">
        <h2>上会申报</h2>
        <ul className="zp-list">
          {(view.cases ?? []).map((one) => (
            <li key={one.applicationId}>
              案卷 {one.number}：{one.applicantName}，{one.unitName}，{one.specialty}，{levelWord(one.level)}
            </li>
          ))}
        </ul>
      </section>
      {(view.seats ?? []).length > 0 ? (
        <section className="zp-card" aria-label="评审专家">
          <h2>评审专家</h2>
          <ul className="zp-list">
            {(view.seats ?? []).map((seat) => (
              <li key={seat.id}>
                {seat.name}
                {seat.chair ? '（主任委员）' : ''}：{SEAT_WORDS[seat.state]}
                {seat.reason ? `，${seat.reason}` : ''}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {reviewed ? (
        <section className="zp-card" aria-label="评议">
          <h2>评分与评议组意见</h2>
          <ScoreTable meetingId={view.id} />
        </section>
      ) : null}
      {(view.rounds ?? []).length > 0 ? (
        <section className="zp-card" aria-label="表决">
          <h2>表决</h2>
          <ul className="zp-list">
            {(view.rounds ?? []).map((round) => (
              <li key={round.id}>
                <Link to={`/supervisor/rounds/${round.id}`}>第 {round.number} 轮</Link>：{ROUND_WORDS[round.state]}
              </li>
            ))}
          </ul>
          <Link className="zp-button" to={`/supervisor/meetings/${view.id}/minutes`}>
            会议纪要
          </Link>
        </section>
      ) : null}
    </div>
  );
}
