import {
  actForExperts,
  admitCases,
  type CaseRow,
  downloadSubmittedFile,
  freezePackets,
  getMeeting,
  getScores,
  listCandidates,
  type MeetingView,
  recheckDefences,
  recordDefence,
  scheduleDefences,
} from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, DatePicker, Input, Table } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import {
  Empty,
  ErrorNote,
  formatDate,
  formatInstant,
  Loading,
  StatusLine,
  useClock,
  type Waiting,
} from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { DefenceReasons, isNamingOpen } from '../../meeting/DefenceReasons.tsx';
import { ScoreTable } from '../../meeting/ScoreTable.tsx';
import { fileHref } from '../../parts/FilePreview.tsx';
import { useCallCommand } from '../../use-command.ts';
import { DEFENCE_WORDS, drawWords, levelWord, ROUND_WORDS, SEAT_WORDS, STAGE_WAITS } from '../../meeting/words.ts';
import '../../meeting/meeting.css';

const CHANGES = [getMeeting, getScores, listCandidates];

/** 会议: agenda, admission, draw, seats, defence, review and ballot of one meeting. */
export default function MeetingPage() {
  const id = usePathParam('id');
  const meeting = useEndpoint(getMeeting, { params: { id } }, { refetchInterval: 5000 });
  if (meeting.error) return <ErrorNote error={meeting.error} onRetry={() => void meeting.refetch()} />;
  if (!meeting.data) return <Loading />;
  const view = meeting.data;
  return (
    <div className="zp-stack">
      <h1>{view.title}</h1>
      <StatusLine waiting={waitingOf(view)} />
      <p className="zp-muted">
        {formatDate(view.heldOn)}，{view.venue}；{view.filing.name}（{view.filing.number}）
        {view.filing.valid ? '' : '，备案已过有效期'}；委员 {view.members} 人，主任委员 {view.chairName}；
        {view.blind ? '案卷隐去申报人身份' : '案卷不隐名'}。
      </p>
      <Cases meeting={view} />
      {view.stage === 'preparing' ? <Admission meeting={view} /> : null}
      <Draws meeting={view} />
      {(view.seats ?? []).length > 0 ? <Seats meeting={view} /> : null}
      {view.stage === 'reviewing' || view.stage === 'voting' ? (
        <section className="zp-card" aria-label="评议">
          <h2>评分与评议组意见</h2>
          <ScoreTable meetingId={view.id} />
        </section>
      ) : null}
      <Rounds meeting={view} />
      <Demonstration meeting={view} />
    </div>
  );
}

/** What the meeting waits for, seen from the office. */
function waitingOf(meeting: MeetingView): Waiting {
  const { stage } = meeting;
  const answered = !(meeting.seats ?? []).some(({ state }) => state === 'invited');
  const ours = stage === 'preparing' || stage === 'voted' || (stage === 'drawn' && answered);
  const why = stage === 'drawn' && answered ? '受邀专家已全部答复，请冻结案卷，交专家评议。' : STAGE_WAITS[stage];
  return { why, who: ours ? '评委会办公室' : WAITS_FOR[stage], until: null, yours: stage === 'closed' ? null : ours };
}

const WAITS_FOR: Readonly<Record<MeetingView['stage'], string | null>> = {
  preparing: '评委会办公室',
  drawn: '评审专家',
  reviewing: '评审专家、主任委员',
  voting: '主任委员、监督员',
  voted: '评委会办公室',
  publicised: '评委会办公室',
  closed: null,
};

function Cases({ meeting }: { meeting: MeetingView }) {
  const cases = meeting.cases ?? [];
  const presence = useCallCommand(recordDefence, CHANGES);
  const recheck = useCallCommand(recheckDefences, CHANGES);
  return (
    <section className="zp-card" aria-label="上会申报">
      <h2>上会申报 {cases.length} 份</h2>
      {cases.length === 0 ? (
        <Empty title="还没有编入申报">从下面等待上会的申报中选择。</Empty>
      ) : (
        <Table<CaseRow>
          size="small"
          rowKey="applicationId"
          dataSource={cases}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: '案卷', dataIndex: 'number', fixed: 'left' },
            { title: '申报号', render: (_, row) => row.applicationNumber ?? '—' },
            {
              title: '姓名、单位',
              render: (_, row) => (
                <div className="zp-case-cell">
                  {row.applicantName}，{row.unitName}
                </div>
              ),
            },
            {
              title: '专业、层级',
              render: (_, row) => (
                <div className="zp-case-cell">
                  {row.specialty}，{levelWord(row.level)}
                </div>
              ),
            },
            { title: '回避专家', render: (_, row) => `${row.recusals} 人` },
            {
              title: '答辩',
              render: (_, row) => (
                <div className="zp-case-cell">
                  {DEFENCE_WORDS[row.defence]}
                  {row.defenceAt ? `，${formatInstant(row.defenceAt)}，${row.defenceRoom ?? ''}` : ''}
                  <DefenceReasons meeting={meeting} row={row} />
                  {meeting.stage === 'reviewing' && row.defence !== 'none' ? <CheckInPhoto row={row} /> : null}
                  {meeting.stage === 'reviewing' && row.defence !== 'none' ? (
                    <span className="zp-row">
                      {[true, false].map((present) => (
                        <Button
                          key={String(present)}
                          size="small"
                          loading={presence.isPending}
                          onClick={() =>
                            presence.mutate({
                              params: { id: meeting.id, applicationId: row.applicationId },
                              body: { present },
                            })
                          }
                        >
                          {present ? '到场' : '缺席'}
                          <span className="zp-hidden">：案卷 {row.number}</span>
                        </Button>
                      ))}
                    </span>
                  ) : null}
                </div>
              ),
            },
          ]}
        />
      )}
      <ErrorNote error={presence.error} />
      {isNamingOpen(meeting) &&
      cases.some(({ defenceReasons }) => defenceReasons.some(({ state }) => state === 'open')) ? (
        <p>
          <Button loading={recheck.isPending} onClick={() => recheck.mutate({ params: { id: meeting.id } })}>
            重新核对待定的答辩理由
          </Button>{' '}
          <span role="status">{recheck.data ? recheckedWords(recheck.data.changed) : ''}</span>
          <ErrorNote error={recheck.error} />
        </p>
      ) : null}
      {['drawn', 'reviewing'].includes(meeting.stage) && cases.some(({ defence }) => defence !== 'none') ? (
        <Timetable meeting={meeting} />
      ) : null}
    </section>
  );
}

/** The photo that was submitted, to hold against the person who comes in. */
function CheckInPhoto({ row }: { row: CaseRow }) {
  if (row.photoFileId === null) return <p className="zp-small zp-muted">没有照片，请核对证件</p>;
  const href = fileHref(downloadSubmittedFile, { id: row.applicationId, fileId: row.photoFileId });
  return (
    <p>
      <img className="zp-photo-small" src={href} alt={`${row.applicantName}提交的证件照`} loading="lazy" />
    </p>
  );
}

const recheckedWords = (changed: number): string => (changed === 0 ? '没有变化。' : `${changed} 份案卷有变化。`);

/** Cases one after another from a start time, in order of their numbers. */
function Timetable({ meeting }: { meeting: MeetingView }) {
  const schedule = useCallCommand(scheduleDefences, CHANGES);
  const [start, setStart] = useState<Dayjs | null>(null);
  const [room, setRoom] = useState('');
  const [minutes, setMinutes] = useState('20');
  const waiting = (meeting.cases ?? []).filter(({ defence }) => defence !== 'none');
  const save = () => {
    if (!start) return;
    schedule.mutate({
      params: { id: meeting.id },
      body: {
        defences: waiting.map(({ applicationId }, index) => ({
          applicationId,
          room,
          at: new Date(
            Date.parse(`${start.format('YYYY-MM-DDTHH:mm')}:00+08:00`) + index * Number(minutes) * 60_000,
          ).toISOString(),
        })),
      },
    });
  };
  return (
    <details className="zp-stack">
      <summary>安排答辩（{waiting.length} 人）</summary>
      <div className="zp-fields">
        <label>
          第一人开始时间
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={start} onChange={setStart} />
        </label>
        <label>
          每人分钟数
          <Input type="number" min={5} value={minutes} onChange={(event) => setMinutes(event.target.value)} />
        </label>
        <label>
          地点
          <Input value={room} onChange={(event) => setRoom(event.target.value)} />
        </label>
      </div>
      <Button loading={schedule.isPending} disabled={!start || room.trim() === ''} onClick={save}>
        按案卷次序排定
      </Button>
      <ErrorNote error={schedule.error} />
    </details>
  );
}

function Admission({ meeting }: { meeting: MeetingView }) {
  const candidates = useEndpoint(listCandidates, { params: { id: meeting.id } });
  const admit = useCallCommand(admitCases, CHANGES);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (candidates.error) return <ErrorNote error={candidates.error} />;
  if (!candidates.data) return <Loading />;
  const list = candidates.data.candidates;
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <section className="zp-card zp-stack" aria-label="等待上会的申报">
      <h2>等待上会的申报</h2>
      {list.length === 0 ? (
        <Empty title="没有等待上会的申报">盖章页通过、纸质材料收到后，申报会出现在这里。</Empty>
      ) : (
        <>
          <ul className="zp-list">
            {list.map((one) => (
              <li key={one.applicationId}>
                <Checkbox
                  disabled={one.obstacle !== null}
                  checked={chosen.includes(one.applicationId)}
                  onChange={(event) => toggle(one.applicationId, event.target.checked)}
                >
                  {one.number ?? ''} {one.applicantName}，{one.unitName}，{one.specialty}，{levelWord(one.level)}
                  {one.obstacle === null ? '' : `（${one.obstacle}）`}
                </Checkbox>
              </li>
            ))}
          </ul>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={admit.isPending}
            onClick={() =>
              admit.mutate(
                { params: { id: meeting.id }, body: { applicationIds: [...chosen] } },
                { onSuccess: () => setChosen([]) },
              )
            }
          >
            编入会议（{chosen.length} 份）
          </Button>
        </>
      )}
      <ErrorNote error={admit.error} />
    </section>
  );
}

function Draws({ meeting }: { meeting: MeetingView }) {
  const draws = meeting.draws ?? [];
  return (
    <section className="zp-card" aria-label="专家抽取">
      <h2>专家抽取</h2>
      {draws.length === 0 ? <p>还没有抽取。编入申报后，由办公室和监督员共同抽取。</p> : null}
      <ul className="zp-list">
        {draws.map((draw) => (
          <li key={draw.id}>
            {draw.number}：{drawWords(draw)}
          </li>
        ))}
      </ul>
      <Link className="zp-button" to={`/office/meetings/${meeting.id}/draw`}>
        {meeting.stage === 'preparing' ? '进入抽取' : '查看抽取'}
      </Link>
    </section>
  );
}

function Seats({ meeting }: { meeting: MeetingView }) {
  const freeze = useCallCommand(freezePackets, CHANGES);
  const seats = meeting.seats ?? [];
  const count = (state: string) => seats.filter((seat) => seat.state === state).length;
  return (
    <section className="zp-card zp-stack" aria-label="评审专家">
      <h2>评审专家</h2>
      <p>
        已接受 {count('accepted')} 人，等待答复 {count('invited')} 人，谢绝或回避 {count('declined') + count('recused')}{' '}
        人，候补 {count('reserve')} 人。名单不对外公布。
      </p>
      <Table
        size="small"
        rowKey="id"
        dataSource={seats}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '次序', render: (_, seat) => (seat.chair ? '主任' : seat.position) },
          { title: '姓名', dataIndex: 'name' },
          { title: '代号', render: (_, seat) => <span className="zp-mono">{seat.code ?? '—'}</span> },
          { title: '状态', render: (_, seat) => SEAT_WORDS[seat.state] },
          { title: '说明', render: (_, seat) => seat.reason ?? '' },
        ]}
      />
      {meeting.stage === 'drawn' ? (
        <>
          <Button
            type="primary"
            disabled={count('invited') > 0}
            loading={freeze.isPending}
            onClick={() => freeze.mutate({ params: { id: meeting.id } })}
          >
            冻结案卷，交专家评议
          </Button>
          <ErrorNote error={freeze.error} />
        </>
      ) : null}
    </section>
  );
}

function Rounds({ meeting }: { meeting: MeetingView }) {
  const rounds = meeting.rounds ?? [];
  if (rounds.length === 0) return null;
  return (
    <section className="zp-card" aria-label="表决">
      <h2>表决</h2>
      <ul className="zp-list">
        {rounds.map((round) => (
          <li key={round.id}>
            <Link to={`/office/rounds/${round.id}`}>第 {round.number} 轮</Link>：{ROUND_WORDS[round.state]}
          </li>
        ))}
      </ul>
      <Link className="zp-button" to={`/office/meetings/${meeting.id}/minutes`}>
        会议纪要
      </Link>
    </section>
  );
}

const STEPS = {
  drawn: [{ step: 'answer', label: '代其余专家接受邀请' }],
  reviewing: [
    { step: 'score', label: '代其余专家评分' },
    { step: 'opinion', label: '代其余专家签署评议组意见' },
  ],
  voting: [
    { step: 'check-in', label: '代其余专家签到' },
    { step: 'vote', label: '代其余专家投同意票' },
  ],
} as const;

/** 演示：由系统代其余专家办理. Only shown where the clock can be moved; the server refuses it elsewhere. */
function Demonstration({ meeting }: { meeting: MeetingView }) {
  const clock = useClock();
  const act = useCallCommand(actForExperts, CHANGES);
  const stage = meeting.stage;
  if (!clock?.demonstration || !(stage === 'drawn' || stage === 'reviewing' || stage === 'voting')) return null;
  return (
    <section className="zp-card zp-stack" aria-label="演示">
      <h2>演示：由系统代其余专家办理</h2>
      <p className="zp-muted">只在演示环境提供，经过与专家本人相同的步骤，存证记录注明由办公室代办。</p>
      <div className="zp-row">
        {STEPS[stage].map(({ step, label }) => (
          <Button
            key={step}
            loading={act.isPending && act.input?.body.step === step}
            onClick={() => act.mutate({ params: { id: meeting.id }, body: { step } })}
          >
            {label}
          </Button>
        ))}
        {stage === 'voting' ? (
          <Button
            onClick={() => act.mutate({ params: { id: meeting.id }, body: { step: 'vote', choice: 'no' } })}
            loading={act.isPending && act.input?.body.choice === 'no'}
          >
            代其余专家投不同意票
          </Button>
        ) : null}
      </div>
      {act.data ? <p role="status">已代办 {act.data.acted} 项。</p> : null}
      <ErrorNote error={act.error} />
    </section>
  );
}
