import { getScores, type ScoreSummary } from '@zhiping/contract';
import { Empty, ErrorNote, Loading } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';
import { Scroll } from './Scroll.tsx';
import { DEFENCE_WORDS, levelWord, points } from './words.ts';
import './meeting.css';

/** Difference of points from which the spread of the scores is pointed out. */
const WIDE = 1500;

/** Scores, composite and opinion of every case. They inform; the vote decides. */
export function ScoreTable({ meetingId }: { meetingId: string }) {
  const scores = useEndpoint(getScores, { params: { id: meetingId } }, { refetchInterval: 5000 });
  if (scores.error) return <ErrorNote error={scores.error} />;
  if (!scores.data) return <Loading />;
  const { packets } = scores.data;
  if (packets.length === 0) return <Empty title="还没有案卷" />;
  return (
    <Scroll label="评分与评议组意见">
      <table className="zp-tally">
        <caption className="zp-muted zp-small">
          评分只供参考，表决决定结果。五人以上评分的，去掉最高分和最低分。
        </caption>
        <thead>
          <tr>
            {['案卷', '层级', '阅卷评分', '答辩', '答辩评分', '综合分', '评议组意见'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {packets.map((one) => (
            <tr key={one.packetId}>
              <th scope="row">{one.number}</th>
              <td>{levelWord(one.level)}</td>
              <td>
                <Part part={one.review} expected={one.expected} />
              </td>
              <td>{DEFENCE_WORDS[one.defenceState]}</td>
              <td>{one.weights.defence === 0 ? '不答辩' : <Part part={one.defence} expected={one.expected} />}</td>
              <td>
                <strong>{points(one.composite)}</strong>
                <br />
                <span className="zp-small zp-muted">
                  {one.weights.score}% 与 {one.weights.defence}%
                </span>
              </td>
              <td>
                <Opinion opinion={one.opinion} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Part({ part, expected }: { part: ScoreSummary['review']; expected: number }) {
  if (part === null) return <>尚无（应有 {expected} 份）</>;
  return (
    <>
      {points(part.mean)}
      <br />
      <span className="zp-small zp-muted">
        {part.count}/{expected} 份，{points(part.lowest)} 至 {points(part.highest)}
        {part.range >= WIDE ? '，差距较大' : ''}
      </span>
    </>
  );
}

function Opinion({ opinion }: { opinion: ScoreSummary['opinion'] }) {
  if (opinion === null) return <>尚无</>;
  return (
    <>
      {opinion.recommended ? '建议通过' : '建议不通过'}
      <br />
      <span className="zp-small zp-muted">
        {opinion.signatures} 人签名{opinion.complete ? '' : '，至少 3 人'}
      </span>
    </>
  );
}
