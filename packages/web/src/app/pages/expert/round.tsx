import { castVote, checkIn, getRound, type RoundView } from '@zhiping/contract';
import { type Choice, envelopeHash, fromBase64, sealVote, toBase64 } from '@zhiping/core';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Tally } from '../../meeting/RoundCeremony.tsx';
import { randomBytes } from '../../meeting/secrets.ts';
import { useCallCommand } from '../../use-command.ts';
import { levelWord, ROUND_WORDS } from '../../meeting/words.ts';
import '../../meeting/meeting.css';

const CHOICES: readonly { readonly value: Choice; readonly label: string }[] = [
  { value: 'yes', label: '同意' },
  { value: 'no', label: '不同意' },
  { value: 'abstain', label: '弃权' },
];

/** 表决: check in, choose for every case, seal in this browser. */
export default function VotePage() {
  const id = usePathParam('id');
  const round = useEndpoint(getRound, { params: { id } }, { refetchInterval: 3000 });
  if (round.error) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  if (!round.data) return <Loading />;
  const view = round.data;
  return (
    <div className="zp-stack">
      <h1>
        {view.meetingTitle}　第 {view.number} 轮表决
      </h1>
      <p>{ROUND_WORDS[view.state]}</p>
      {view.state === 'check-in' ? <CheckIn round={view} /> : null}
      {view.state === 'open' ? view.mine?.checkedIn ? <Ballot round={view} /> : <NotAttending /> : null}
      {view.state === 'sealed' ? (
        <p>投票已截止，等待监督员开票。可以在公布的摘要中找到您自己选票的摘要，确认选票在内。</p>
      ) : null}
      {view.results ? <Tally round={view} /> : null}
      {view.state === 'void' ? <p>本轮已作废：{view.voidReason}。请等待重新表决。</p> : null}
    </div>
  );
}

function NotAttending() {
  return <p className="zp-caution">签到已结束，您没有签到，不能投票，也不能委托他人投票。</p>;
}

function CheckIn({ round }: { round: RoundView }) {
  const attend = useCallCommand(checkIn, [getRound]);
  if (round.mine?.checkedIn) return <p>您已签到，请等待主任委员开始投票。已签到 {round.checkedIn} 人。</p>;
  return (
    <>
      <Button type="primary" loading={attend.isPending} onClick={() => attend.mutate({ params: { id: round.id } })}>
        本人签到
      </Button>
      <ErrorNote error={attend.error} />
    </>
  );
}

function Ballot({ round }: { round: RoundView }) {
  const cast = useCallCommand(castVote, [getRound]);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const [hash, setHash] = useState<string | null>(null);
  const recused = round.mine?.recusedFrom ?? [];
  const complete = round.items.every(({ packetId }) => recused.includes(packetId) || chosen[packetId] !== undefined);
  const vote = () => {
    const key = fromBase64(round.roundKey ?? '');
    if (!key) return;
    const items = round.items.map(({ packetId }) => packetId);
    const sealed = sealVote(
      { roundId: round.id, items },
      items.map((item) => chosen[item] ?? 'abstain'),
      key,
      randomBytes(32),
    );
    cast.mutate(
      { params: { id: round.id }, body: { sealed: toBase64(sealed) } },
      { onSuccess: () => setHash(envelopeHash(sealed)) },
    );
  };
  return (
    <div className="zp-stack">
      <p className="zp-muted">
        选票在本机密封后送出，平台在开票前打不开；截止前可以重新投票，以最后一次为准。弃权仍计入出席人数。
      </p>
      {round.items.map(({ packetId, number, level }) => (
        <fieldset key={packetId} className="zp-vote">
          <legend>
            案卷 {number}　{levelWord(level)}
          </legend>
          {recused.includes(packetId) ? (
            <p className="zp-muted">您对本案卷回避，不参加表决。</p>
          ) : (
            <Radio.Group
              aria-label={`案卷 ${number}`}
              options={[...CHOICES]}
              value={chosen[packetId]}
              onChange={(event) => setChosen({ ...chosen, [packetId]: event.target.value as Choice })}
            />
          )}
        </fieldset>
      ))}
      <Button type="primary" size="large" disabled={!complete} loading={cast.isPending} onClick={vote}>
        {round.mine?.cast ? '密封并更换选票' : '密封并投票'}
      </Button>
      {hash !== null || round.mine?.cast ? (
        <p role="status">
          已投票。
          {hash === null ? null : (
            <>
              您选票的摘要：<span className="zp-mono">{hash}</span>
            </>
          )}
        </p>
      ) : null}
      <ErrorNote error={cast.error} />
    </div>
  );
}
