import { answerSeat, leaveSeat, listMySeats, listPackets, type MySeat } from '@zhiping/contract';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { useCallCommand } from '../../use-command.ts';
import { SEAT_WORDS } from '../../meeting/words.ts';
import '../../meeting/meeting.css';

const CHANGES = [listMySeats, listPackets];

/** 邀请与回避. */
export default function InvitationsPage() {
  const seats = useEndpoint(listMySeats, {});
  if (seats.error) return <ErrorNote error={seats.error} onRetry={() => void seats.refetch()} />;
  if (!seats.data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>邀请与回避</h1>
      {seats.data.seats.length === 0 ? (
        <Empty title="目前没有邀请">您在专家库中被抽中后，邀请会出现在这里。</Empty>
      ) : (
        seats.data.seats.map((seat) => <Seat key={seat.id} seat={seat} />)
      )}
    </div>
  );
}

function Seat({ seat }: { seat: MySeat }) {
  return (
    <section className="zp-card zp-stack" aria-label={seat.meetingTitle}>
      <h2>{seat.meetingTitle}</h2>
      <p>
        {formatDate(seat.heldOn)}，{seat.venue}；申报 {seat.cases} 份{seat.chair ? '；您是主任委员' : ''}。
        <strong>{SEAT_WORDS[seat.state]}</strong>
      </p>
      {seat.state === 'invited' ? <Answer seat={seat} /> : null}
      {seat.state === 'accepted' ? <Leave seat={seat} /> : null}
    </section>
  );
}

function Answer({ seat }: { seat: MySeat }) {
  const answer = useCallCommand(answerSeat, CHANGES);
  const [pledged, setPledged] = useState(false);
  const [avoid, setAvoid] = useKeptText(`seat-avoid-${seat.id}`);
  const [reason, setReason] = useKeptText(`seat-${seat.id}`);
  const done = {
    onSuccess: () => {
      setAvoid('');
      setReason('');
    },
  };
  const accept = () =>
    answer.mutate(
      {
        params: { id: seat.id },
        body: {
          accept: true,
          pledged: true,
          avoid: avoid
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
            .map((name) => ({ name, reason: '本人声明存在利害关系' })),
          version: seat.version,
        },
      },
      done,
    );
  return (
    <>
      <label className="zp-field zp-narrow">
        与您有利害关系的人员姓名或单位名称，每行一个（亲属、师生、共同署名或合作者、同一上级单位等）
        <Input.TextArea rows={3} value={avoid} onChange={(event) => setAvoid(event.target.value)} />
      </label>
      <p className="zp-small zp-muted">
        系统自动与上会申报比对；相符的案卷您将不能查看、评分和表决。系统不会告诉您比中的是谁。
      </p>
      <Checkbox checked={pledged} onChange={(event) => setPledged(event.target.checked)}>
        本人承诺遵守评审纪律：公正评审、不泄露评审内容和专家身份、不接受请托和材料，遇有应当回避的情形主动回避。
      </Checkbox>
      <div className="zp-row">
        <Button type="primary" disabled={!pledged} loading={answer.isPending} onClick={accept}>
          接受邀请
        </Button>
      </div>
      <details>
        <summary>不能参加</summary>
        <label className="zp-field zp-narrow">
          原因
          <Input.TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <Button
          disabled={reason.trim() === ''}
          loading={answer.isPending}
          onClick={() =>
            answer.mutate({ params: { id: seat.id }, body: { accept: false, reason, version: seat.version } }, done)
          }
        >
          谢绝邀请
        </Button>
      </details>
      <ErrorNote error={answer.error} />
    </>
  );
}

function Leave({ seat }: { seat: MySeat }) {
  const leave = useCallCommand(leaveSeat, CHANGES);
  const [reason, setReason] = useKeptText(`leave-seat-${seat.id}`);
  if (!['drawn', 'reviewing'].includes(seat.meetingStage)) return null;
  return (
    <details>
      <summary>我应当整体回避本次会议</summary>
      <label className="zp-field zp-narrow">
        理由
        <Input.TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className="zp-small zp-muted">
        声明后立即生效，由候补专家按抽取次序替补。只对某一份案卷回避的，请在该案卷页面声明。
      </p>
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={leave.isPending}
        onClick={() =>
          leave.mutate(
            { params: { id: seat.id }, body: { reason, version: seat.version } },
            { onSuccess: () => setReason('') },
          )
        }
      >
        声明整体回避
      </Button>
      <ErrorNote error={leave.error} />
    </details>
  );
}
