import {
  checkIn,
  confirmVoid,
  countRound,
  getRound,
  getSupervision,
  holdKey,
  openRound,
  proposeVoid,
  type RoundView,
  sealRound,
} from '@zhiping/contract';
import { fromBase64, handOver, holderKeys, holderShare, takeOver, toBase64 } from '@zhiping/core';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Ceremony, ErrorNote, Loading } from '../../shared/index.ts';
import { usePathParam } from '../address.ts';
import { useEndpoint } from '../call.ts';
import { Scroll } from './Scroll.tsx';
import { holderSecret, keptSecret, newHolderSecret, randomBytes } from './secrets.ts';
import { useKeptText } from '../kept.ts';
import { useCallCommand } from '../use-command.ts';
import { levelWord, ROUND_WORDS } from './words.ts';
import './meeting.css';

type Role = 'chair' | 'supervisor' | 'office';
const CHANGES = [getRound, getSupervision];

/** A round of the ballot, to project: check-in, voting, sealing, counting. Chair and supervisor each have one action. */
export function RoundCeremony({ role }: { role: Role }) {
  const id = usePathParam('id');
  const round = useEndpoint(getRound, { params: { id } }, { refetchInterval: 2000 });
  if (round.error) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  if (!round.data) return <Loading />;
  const view = round.data;
  const proof = [
    { name: '本轮公钥', value: view.roundKey ?? '' },
    ...(view.envelopeHashes ?? []).map((value, index) => ({ name: `密封选票 ${index + 1}`, value })),
  ].filter(({ value }) => value !== '');
  return (
    <Ceremony
      title={`第 ${view.number} 轮表决`}
      subtitle={view.meetingTitle}
      proof={proof}
      onPrint={() => window.print()}
      action={role === 'office' ? null : <RoundAction round={view} role={role} />}
    >
      <p className="zp-wall">{ROUND_WORDS[view.state]}</p>
      <Progress round={view} />
      {view.results ? <Tally round={view} /> : null}
      {view.voidReason ? <p className="zp-caution">主任委员提议作废：{view.voidReason}</p> : null}
    </Ceremony>
  );
}

function Progress({ round }: { round: RoundView }) {
  const { members, quorum, checkedIn, present, cast } = round;
  if (round.state === 'check-in') {
    const enough = checkedIn >= quorum;
    return (
      <>
        <p>
          评委会 {members} 人，法定人数 {quorum} 人，已签到 <strong>{checkedIn}</strong> 人
          {enough ? '，已达到法定人数' : `，还差 ${quorum - checkedIn} 人`}。
        </p>
        <p className="zp-muted">
          主任委员密钥{round.chairKey ? '已交存' : '未交存'}，监督员密钥{round.supervisorKey ? '已交存' : '未交存'}。
        </p>
      </>
    );
  }
  return (
    <p>
      出席 {present} 人（评委会 {members} 人，法定人数 {quorum} 人），已投 <strong>{cast}</strong> 票。
    </p>
  );
}

/** The counts as they are announced; what each expert chose is kept nowhere. */
export function Tally({ round }: { round: Pick<RoundView, 'results' | 'items'> }) {
  return (
    <Scroll label="票数">
      <table className="zp-tally">
        <caption className="zp-muted zp-small">只保留票数；选票和密钥已在开票时销毁。</caption>
        <thead>
          <tr>
            {['案卷', '层级', '同意', '不同意', '弃权', '回避', '未投', '出席', '需要', '结果'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(round.results ?? []).map((one) => (
            <tr key={one.packetId}>
              <th scope="row">{one.number}</th>
              <td>{levelWord(round.items.find(({ packetId }) => packetId === one.packetId)?.level ?? '')}</td>
              <td>{one.yes}</td>
              <td>{one.no}</td>
              <td>{one.abstain}</td>
              <td>{one.recused}</td>
              <td>{one.missing}</td>
              <td>{one.n}</td>
              <td>{one.needed}</td>
              <td>
                <strong>{one.passed ? '✓ 通过' : '✗ 未通过'}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function RoundAction({ round, role }: { round: RoundView; role: 'chair' | 'supervisor' }) {
  if (round.state === 'counted' || round.state === 'void') return null;
  const held = role === 'chair' ? round.chairKey : round.supervisorKey;
  return (
    <div className="zp-stack">
      {held === null ? (
        <HoldKey round={round} role={role} />
      ) : role === 'chair' ? (
        <ChairStep round={round} />
      ) : (
        <SupervisorStep round={round} />
      )}
      <VoidPart round={round} role={role} />
    </div>
  );
}

const nameOf = (round: RoundView, role: 'chair' | 'supervisor') => `round.${round.id}.${role}`;

function HoldKey({ round, role }: { round: RoundView; role: 'chair' | 'supervisor' }) {
  const hold = useCallCommand(holdKey, CHANGES);
  const [secret, setSecret] = useState('');
  const leave = () => {
    const bytes = holderSecret(secret);
    if (!bytes) return;
    keptSecret.write(nameOf(round, role), secret);
    const { publicKey } = holderKeys(bytes, round.id, role);
    hold.mutate({ params: { id: round.id, holder: role }, body: { publicKey: toBase64(publicKey) } });
  };
  return (
    <>
      {secret === '' ? (
        <Button type="primary" onClick={() => setSecret(newHolderSecret())}>
          生成本人密钥
        </Button>
      ) : (
        <>
          <p className="zp-holder zp-mono">{secret}</p>
          <p className="zp-small zp-muted">
            请抄写保管。密钥只留在本机，开票时与另一位持有人的密钥合并；两把缺一不可，遗失只能作废本轮重新表决。
          </p>
          <Button type="primary" loading={hold.isPending} onClick={leave}>
            已抄写，交存公钥
          </Button>
        </>
      )}
      <ErrorNote error={hold.error} />
    </>
  );
}

/** The holder's key pair from what this device kept or what is typed; null while neither is right. */
function useHolder(round: RoundView, role: 'chair' | 'supervisor') {
  const [typed, setTyped] = useState('');
  const kept = keptSecret.read(nameOf(round, role));
  const bytes = holderSecret(kept === '' ? typed : kept);
  const field =
    kept === '' ? (
      <label className="zp-field zp-narrow">
        本机没有保存密钥，请录入抄写的密钥
        <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      </label>
    ) : null;
  return { keys: bytes && holderKeys(bytes, round.id, role), field };
}

function ChairStep({ round }: { round: RoundView }) {
  const attend = useCallCommand(checkIn, CHANGES);
  const open = useCallCommand(openRound, CHANGES);
  const seal = useCallCommand(sealRound, CHANGES);
  const { keys, field } = useHolder(round, 'chair');
  if (round.state === 'check-in') {
    return (
      <>
        <div className="zp-row" style={{ justifyContent: 'center' }}>
          {round.mine?.checkedIn ? null : (
            <Button loading={attend.isPending} onClick={() => attend.mutate({ params: { id: round.id } })}>
              主任委员签到
            </Button>
          )}
          <Button type="primary" loading={open.isPending} onClick={() => open.mutate({ params: { id: round.id } })}>
            结束签到，开始投票
          </Button>
        </div>
        <ErrorNote error={attend.error ?? open.error} />
      </>
    );
  }
  if (round.state === 'sealed') return <p className="zp-muted">请监督员开票。</p>;
  const finish = () => {
    const supervisorKey = fromBase64(round.supervisorKey ?? '');
    const wrapped = wrappedOf(round);
    if (!keys || !supervisorKey || !wrapped) return;
    const sealed = handOver(round.id, holderShare(keys, wrapped), supervisorKey, randomBytes(32));
    seal.mutate({ params: { id: round.id }, body: { handedShare: toBase64(sealed) } });
  };
  return (
    <>
      {field}
      <p className="zp-small zp-muted">
        截止后不能再投票、改票；全部密封选票的摘要随即公布，主任委员的密钥份额密封交给监督员。
      </p>
      <Button type="primary" loading={seal.isPending} disabled={!keys} onClick={finish}>
        截止投票
      </Button>
      <ErrorNote error={seal.error} />
    </>
  );
}

function SupervisorStep({ round }: { round: RoundView }) {
  const count = useCallCommand(countRound, CHANGES);
  const { keys, field } = useHolder(round, 'supervisor');
  const [wrong, setWrong] = useState(false);
  if (round.state !== 'sealed') return <p className="zp-muted">密钥已交存，等待主任委员主持签到和投票。</p>;
  const run = () => {
    const handed = fromBase64(round.handedShare ?? '');
    const wrapped = wrappedOf(round);
    const chairShare = keys && handed ? takeOver(round.id, keys, handed) : null;
    setWrong(chairShare === null);
    if (!keys || !wrapped || !chairShare) return;
    count.mutate(
      {
        params: { id: round.id },
        body: { chairShare: toBase64(chairShare), supervisorShare: toBase64(holderShare(keys, wrapped)) },
      },
      {
        onSuccess: () => {
          keptSecret.erase(nameOf(round, 'supervisor'));
          keptSecret.erase(nameOf(round, 'chair'));
        },
      },
    );
  };
  return (
    <>
      {field}
      <p className="zp-small zp-muted">开票后只保留票数，选票和密钥立即销毁，结果不能更改。</p>
      <Button type="primary" loading={count.isPending} disabled={!keys} onClick={run}>
        合并密钥，开票
      </Button>
      {wrong ? <p className="zp-caution">密钥不正确，打不开主任委员交来的份额。请核对抄写的密钥。</p> : null}
      <ErrorNote error={count.error} />
    </>
  );
}

function wrappedOf(round: RoundView) {
  const ephemeral = fromBase64(round.wrapped?.ephemeral ?? '');
  const box = fromBase64(round.wrapped?.box ?? '');
  return ephemeral && box && ephemeral.length > 0 ? { ephemeral, box } : null;
}

function VoidPart({ round, role }: { round: RoundView; role: 'chair' | 'supervisor' }) {
  const propose = useCallCommand(proposeVoid, CHANGES);
  const confirm = useCallCommand(confirmVoid, CHANGES);
  const [reason, setReason] = useKeptText(`void-${round.id}`);
  if (role === 'supervisor') {
    if (round.voidReason === null) return null;
    return (
      <>
        <Button danger loading={confirm.isPending} onClick={() => confirm.mutate({ params: { id: round.id } })}>
          同意作废本轮，重新表决
        </Button>
        <ErrorNote error={confirm.error} />
      </>
    );
  }
  if (round.voidReason !== null) return <p className="zp-muted">已提议作废，等待监督员同意。</p>;
  return (
    <details className="zp-aside">
      <summary>本轮需要作废</summary>
      <label className="zp-field zp-narrow">
        理由（写入存证记录）
        <Input.TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={propose.isPending}
        onClick={() =>
          propose.mutate({ params: { id: round.id }, body: { reason } }, { onSuccess: () => setReason('') })
        }
      >
        提议作废
      </Button>
      <ErrorNote error={propose.error} />
    </details>
  );
}
