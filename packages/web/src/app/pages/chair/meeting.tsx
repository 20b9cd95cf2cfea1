import { createRound, getMeeting, getScores, type MeetingView } from '@zhiping/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { ConfirmStep, ErrorNote, formatDate, Loading, StatusLine } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { ScoreTable } from '../../meeting/ScoreTable.tsx';
import { useCallCommand } from '../../use-command.ts';
import { ROUND_WORDS, STAGE_WAITS } from '../../meeting/words.ts';

/** One meeting for its chair: opinions and scores, then the ballot. */
export default function ChairMeeting() {
  const id = usePathParam('id');
  const meeting = useEndpoint(getMeeting, { params: { id } }, { refetchInterval: 5000 });
  if (meeting.error) return <ErrorNote error={meeting.error} onRetry={() => void meeting.refetch()} />;
  if (!meeting.data) return <Loading />;
  const view = meeting.data;
  const reviewing = ['reviewing', 'voting', 'voted', 'publicised', 'closed'].includes(view.stage);
  return (
    <div className="zp-stack">
      <h1>{view.title}</h1>
      <StatusLine waiting={{ why: STAGE_WAITS[view.stage], who: null, until: null, yours: isTurn(view) }} />
      <p className="zp-muted">
        {formatDate(view.heldOn)}，{view.venue}；委员 {view.members} 人
      </p>
      {reviewing ? (
        <section className="zp-card" aria-label="评议情况">
          <h2>评分与评议组意见</h2>
          <ScoreTable meetingId={view.id} />
        </section>
      ) : null}
      <Rounds meeting={view} />
    </div>
  );
}

const isTurn = ({ stage }: MeetingView) => (stage === 'closed' ? null : stage === 'reviewing' || stage === 'voting');

function Rounds({ meeting }: { meeting: MeetingView }) {
  const create = useCallCommand(createRound, [getMeeting, getScores]);
  const navigate = useNavigate();
  const rounds = meeting.rounds ?? [];
  const live = rounds.some(({ state }) => state !== 'void');
  const start = () =>
    create.mutateAsync({ params: { id: meeting.id } }).then(({ id }) => navigate({ to: `/chair/rounds/${id}` }));
  return (
    <section className="zp-stack" aria-label="表决">
      {rounds.length > 0 ? (
        <div className="zp-card">
          <h2>表决</h2>
          <ul className="zp-list">
            {rounds.map((round) => (
              <li key={round.id}>
                <Link to={`/chair/rounds/${round.id}`}>第 {round.number} 轮</Link>：{ROUND_WORDS[round.state]}
              </li>
            ))}
          </ul>
          <Link className="zp-button" to={`/chair/meetings/${meeting.id}/minutes`}>
            会议纪要
          </Link>
        </div>
      ) : null}
      {!live && (meeting.stage === 'reviewing' || meeting.stage === 'voting') ? (
        <ConfirmStep
          title="建立表决，开始签到"
          effects={[
            '专家不再修改评分和评议组意见。',
            '专家本人签到；出席达到三分之二才能投票。',
            '主任委员和监督员各自生成一把密钥。',
          ]}
          touches="每份申报须已有至少三位专家签名的意见，需要答辩的已登记到场或缺席。"
          agree="评议已经完成，可以表决"
          button="建立表决"
          onConfirm={start}
        />
      ) : null}
    </section>
  );
}
