import { listPackets } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { levelWord } from '../../meeting/words.ts';

/** 我的案卷: what is there to read, and what of it is done. */
export default function PacketsPage() {
  const packets = useEndpoint(listPackets, {});
  if (packets.error) return <ErrorNote error={packets.error} onRetry={() => void packets.refetch()} />;
  if (!packets.data) return <Loading />;
  const list = packets.data.packets;
  return (
    <div className="zp-stack">
      <h1>我的案卷</h1>
      {list.length === 0 ? (
        <Empty title="目前没有案卷">接受邀请后，评委会办公室冻结案卷，案卷就会出现在这里；会议结束后不再提供。</Empty>
      ) : (
        <ul className="zp-list zp-stack">
          {list.map((packet) => (
            <li key={packet.id} className="zp-card">
              <h2>
                <Link to={`/expert/packets/${packet.id}`}>案卷 {packet.number}</Link>
              </h2>
              <p className="zp-muted">
                {packet.meetingTitle}；{packet.specialty}，{levelWord(packet.level)}
              </p>
              <p>
                {packet.reviewed ? '✓ 已评分' : '○ 待评分'}　
                {packet.defenceNeeded ? (packet.defenceScored ? '✓ 答辩已评分' : '○ 答辩待评分') : '不需要答辩'}　
                {packet.opinionSigned ? '✓ 已签署评议组意见' : '○ 评议组意见待签署'}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
