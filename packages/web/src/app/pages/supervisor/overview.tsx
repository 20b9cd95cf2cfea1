import { getSupervision } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { MeetingList } from '../../meeting/MeetingList.tsx';
import { DRAW_WORDS, ROUND_WORDS } from '../../meeting/words.ts';
import { useMe } from '../../session.ts';
import '../../meeting/meeting.css';

/** 监督总览: the record's head to keep, draws, rounds, and the meetings to attend to. */
export default function OverviewPage() {
  const me = useMe();
  const organiserId = me.data?.relations.find(({ relation }) => relation === 'supervisor')?.organiserId ?? null;
  return organiserId === null ? <Loading /> : <Overview organiserId={organiserId} />;
}

function Overview({ organiserId }: { organiserId: string }) {
  const supervision = useEndpoint(getSupervision, { params: { organiserId } }, { refetchInterval: 5000 });
  if (supervision.error) return <ErrorNote error={supervision.error} onRetry={() => void supervision.refetch()} />;
  if (!supervision.data) return <Loading />;
  const { record, draws, rounds } = supervision.data;
  return (
    <div className="zp-stack">
      <h1>监督总览</h1>
      <section aria-label="会议">
        <h2>会议</h2>
        <MeetingList base="/supervisor/meetings" empty="评委会办公室建立会议后，会出现在这里。" />
      </section>
      <section className="zp-card" aria-label="专家抽取">
        <h2>专家抽取</h2>
        {draws.length === 0 ? <Empty title="还没有抽取" /> : null}
        <ul className="zp-list">
          {draws.map((draw) => (
            <li key={draw.id}>
              <strong>{draw.number}</strong>　{draw.meetingTitle}：{DRAW_WORDS[draw.stage]}，宣布于{' '}
              {formatInstant(draw.announcedAt)}
              {draw.repeated ? <strong>　同一会议不止一次抽取，请核实理由</strong> : null}
              {draw.stage === 'completed' ? (
                <>
                  　<a href={`/verify/?draw=${draw.id}`}>重算</a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="zp-card" aria-label="表决">
        <h2>表决</h2>
        {rounds.length === 0 ? <Empty title="还没有表决" /> : null}
        <ul className="zp-list">
          {rounds.map((round) => (
            <li key={round.id}>
              <Link to={`/supervisor/rounds/${round.id}`}>
                {round.meetingTitle}　第 {round.number} 轮
              </Link>
              ：{ROUND_WORDS[round.state]}
              {round.present === null ? '' : `，出席 ${round.present}/${round.members}`}
              {round.state === 'counted' ? `，通过 ${round.passed}，未通过 ${round.notPassed}` : ''}
            </li>
          ))}
        </ul>
      </section>
      <section className="zp-card zp-stack" aria-label="存证记录">
        <h2>存证记录</h2>
        <p>
          已链接 {record.size} 条{record.pending > 0 ? `，另有 ${record.pending} 条正在编号` : ''}
          。请定期留存下面的检查点；以后任何改动、删除或截断都会与它不符。
        </p>
        <pre className="zp-mono zp-note">{record.checkpoint}</pre>
        <p>
          <a href="/verify/">打开独立的核验页面</a>
        </p>
      </section>
    </div>
  );
}
