import { downloadCountSheet, downloadMinutes, getMinutes, urlFor } from '@zhiping/contract';
import { ErrorNote, formatDate, formatInstant, Loading, PrintPage } from '../../shared/index.ts';
import { usePathParam } from '../address.ts';
import { useEndpoint } from '../call.ts';
import { Scroll } from './Scroll.tsx';
import { levelWord, points, ROUND_WORDS } from './words.ts';
import './meeting.css';

/** The minutes of a meeting as an official A4 page, with the head of the record printed on it. */
export function MinutesSheet() {
  const id = usePathParam('id');
  const minutes = useEndpoint(getMinutes, { params: { id } });
  if (minutes.error) return <ErrorNote error={minutes.error} onRetry={() => void minutes.refetch()} />;
  if (!minutes.data) return <Loading />;
  const m = minutes.data;
  const counted = m.rounds.find(({ state }) => state === 'counted');
  return (
    <PrintPage
      title="评审会议纪要"
      subtitle={m.meetingTitle}
      tools={
        counted === undefined ? null : (
          <>
            <a className="zp-button" href={urlFor(downloadMinutes.url, { id })} target="_blank" rel="noreferrer">
              会议纪要（PDF）
            </a>
            <a className="zp-button" href={urlFor(downloadCountSheet.url, { id })} target="_blank" rel="noreferrer">
              计票单（PDF）
            </a>
          </>
        )
      }
      foot={
        <>
          <p>主任委员（签字）：　　　　　　　　　监督员（签字）：　　　　　　　　　（评委会印章）</p>
          <p className="zp-small">
            存证记录 {m.recordSize} 条，末条链接 <span className="zp-mono">{m.recordLink}</span>
          </p>
        </>
      }
    >
      <dl className="zp-pairs">
        <dt>组建单位</dt>
        <dd>{m.organiser}</dd>
        <dt>评审委员会</dt>
        <dd>
          {m.committee}（备案 {m.filingNumber}）
        </dd>
        <dt>时间、地点</dt>
        <dd>
          {formatDate(m.heldOn)}，{m.venue}
        </dd>
        <dt>主任委员</dt>
        <dd>{m.chairName}</dd>
        <dt>委员人数</dt>
        <dd>
          总人数 {m.members} 人，出席 {counted?.present ?? '—'} 人，法定人数 {counted?.quorum ?? '—'} 人
        </dd>
        <dt>出席</dt>
        <dd>{m.attending.join('、') || '—'}</dd>
        <dt>专家抽取</dt>
        <dd>
          {m.drawNumber ?? '—'}，记录摘要 <span className="zp-mono">{m.drawHash ?? '—'}</span>
        </dd>
      </dl>
      <h2>表决情况</h2>
      <Scroll label="表决情况">
        <table className="zp-tally zp-tally-dense">
          <thead>
            <tr>
              {['案卷', '姓名', '单位', '层级', '参考分', '同意', '不同意', '弃权', '回避', '未投', '结果'].map(
                (head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {m.cases.map((one) => {
              const result = counted?.results.find(({ number }) => number === one.number);
              return (
                <tr key={one.number}>
                  <th scope="row">{one.number}</th>
                  <td>{one.applicantName}</td>
                  <td>{one.unitName}</td>
                  <td>{levelWord(one.level)}</td>
                  <td>{points(one.composite)}</td>
                  <td>{result?.yes ?? '—'}</td>
                  <td>{result?.no ?? '—'}</td>
                  <td>{result?.abstain ?? '—'}</td>
                  <td>{result?.recused ?? '—'}</td>
                  <td>{result?.missing ?? '—'}</td>
                  <td>{one.passed === null ? '—' : one.passed ? '通过' : '未通过'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {m.cases.map((one) =>
        one.opinion ? (
          <p key={one.number}>
            案卷 {one.number} 学科评议组意见：{one.opinion}
          </p>
        ) : null,
      )}
      <h2>各轮表决</h2>
      <ul>
        {m.rounds.map((round) => (
          <li key={round.number}>
            第 {round.number} 轮：{ROUND_WORDS[round.state]}
            {round.openedAt ? `，开始投票 ${formatInstant(round.openedAt)}` : ''}
            {round.sealedAt ? `，截止 ${formatInstant(round.sealedAt)}` : ''}
            {round.voidReason && round.state === 'void' ? `，作废理由：${round.voidReason}` : ''}
            {round.envelopeHashes.length > 0 ? `，密封选票 ${round.envelopeHashes.length} 份` : ''}
          </li>
        ))}
      </ul>
    </PrintPage>
  );
}
