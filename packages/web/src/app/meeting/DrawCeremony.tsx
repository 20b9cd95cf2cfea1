import {
  abandonDraw,
  announceDraw,
  commitDraw,
  completeDraw,
  type DrawRow,
  getMeeting,
  getSupervision,
  type MeetingView,
  nextDraw,
  revealDraw,
} from '@zhiping/contract';
import { commitSecret } from '@zhiping/core';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Ceremony, ConfirmStep, Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../shared/index.ts';
import { usePathParam } from '../address.ts';
import { useEndpoint } from '../call.ts';
import { keptSecret, newDrawSecret } from './secrets.ts';
import { useKeptText } from '../kept.ts';
import { useCallCommand } from '../use-command.ts';
import { DRAW_WORDS, drawWords, RECUSAL_WORDS } from './words.ts';
import './meeting.css';

const CHANGES = [getMeeting, nextDraw, getSupervision];

/** The draw of a meeting, to project: one step at a time, for office and supervisor in turn. */
export function DrawCeremony({ role }: { role: 'office' | 'supervisor' }) {
  const id = usePathParam('id');
  const meeting = useEndpoint(getMeeting, { params: { id } }, { refetchInterval: 3000 });
  if (meeting.error) return <ErrorNote error={meeting.error} onRetry={() => void meeting.refetch()} />;
  if (!meeting.data) return <Loading />;
  const draws = meeting.data.draws ?? [];
  const current = draws.at(-1);
  const over = current === undefined || current.stage === 'abandoned' || isShort(meeting.data, current);
  return (
    <div className="zp-stack">
      {over && meeting.data.stage === 'preparing' ? (
        role === 'office' ? (
          <Announce meeting={meeting.data} />
        ) : (
          <Empty title="还没有宣布抽取">评委会办公室宣布规则并交出承诺值后，请监督员在本页承诺。</Empty>
        )
      ) : null}
      {current === undefined ? null : <DrawCard meeting={meeting.data} draw={current} role={role} />}
      {draws.length > 1 ? <Earlier draws={draws.slice(0, -1)} /> : null}
    </div>
  );
}

const isShort = (meeting: MeetingView, draw: DrawRow) => draw.stage === 'completed' && meeting.stage === 'preparing';

function Announce({ meeting }: { meeting: MeetingView }) {
  const next = useEndpoint(nextDraw, { params: { id: meeting.id } });
  const announce = useCallCommand(announceDraw, CHANGES);
  const [reserves, setReserves] = useState(6);
  const [cap, setCap] = useState<number | null>(2);
  const [kind, setKind] = useState<'lottery' | 'drand' | 'none'>('lottery');
  const [name, setName] = useState('');
  if (next.error) return <ErrorNote error={next.error} onRetry={() => void next.refetch()} />;
  if (!next.data) return <Loading />;
  const { number, seats, eligible, pool, recused, specialties, obstacle } = next.data;
  const start = () => {
    const secret = newDrawSecret();
    keptSecret.write(`draw.${number}.office`, secret);
    return announce.mutateAsync({
      params: { id: meeting.id },
      body: {
        number,
        officeCommitment: commitSecret(number, 'office', secret),
        source: kind === 'none' ? { kind, name: '' } : { kind, name },
        reserves,
        employerCap: cap,
        quotas: [],
      },
    });
  };
  return (
    <section className="zp-card zp-stack" aria-label="宣布抽取">
      <h2>宣布第 {number} 号抽取</h2>
      <p>
        从专家库的 {pool} 人中抽取委员 {seats} 人（另有主任委员 1 人）。应当回避 {recused.length} 人，符合条件{' '}
        {eligible} 人：
        {specialties.map(({ specialty, eligible: n }) => `${specialty} ${n} 人`).join('，')}。
      </p>
      {recused.length > 0 ? (
        <details>
          <summary>应当回避的专家及原因</summary>
          <ul>
            {recused.map((one) => (
              <li key={one.name}>
                {one.name}：{one.kinds.map((kindOf) => RECUSAL_WORDS[kindOf]).join('、')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="zp-fields">
        <label>
          候补人数
          <InputNumber min={0} max={100} value={reserves} onChange={(value) => setReserves(value ?? 0)} />
        </label>
        <label>
          同一单位最多（留空不限）
          <InputNumber min={1} max={20} value={cap} onChange={setCap} />
        </label>
        <label>
          公开随机值
          <Select
            value={kind}
            onChange={setKind}
            options={[
              { value: 'lottery', label: '指定一期公开的彩票开奖号码' },
              { value: 'drand', label: '指定一轮 drand 公共随机数' },
              { value: 'none', label: '不使用（封闭网络）' },
            ]}
          />
        </label>
        {kind === 'none' ? null : (
          <label>
            期号或轮次（须在承诺时尚未公布）
            <Input
              value={name}
              onChange={(event) => setName(event.target.value)}
              placeholder="例如：双色球 2024105 期"
            />
          </label>
        )}
      </div>
      {eligible >= seats ? null : (
        <p className="zp-caution" role="status">
          符合条件的专家只有 {eligible} 人，不足 {seats}{' '}
          人，抽取后仍不能开会。请先补充专家库，或核对上会申报的层级和专业。
        </p>
      )}
      {obstacle === null ? null : (
        <p className="zp-caution" role="status">
          现在不能抽取：{obstacle}
        </p>
      )}
      <ConfirmStep
        title="宣布后不能修改"
        effects={[
          '专家库、规则和回避名单以代号锁定。',
          '本机生成办公室秘密值并交出承诺值；秘密值只留在本机，公布前请勿清除浏览器数据。',
          `监督员承诺后，第 ${number} 号抽取公开可查，不完成也会永久保留。`,
        ]}
        touches={`本次操作涉及 ${meeting.cases?.length ?? 0} 份申报和 ${pool} 名专家。`}
        agree="我已核对上会名单和抽取规则"
        button="宣布抽取"
        onConfirm={start}
      />
    </section>
  );
}

function DrawCard({ meeting, draw, role }: { meeting: MeetingView; draw: DrawRow; role: 'office' | 'supervisor' }) {
  const proof = [
    { name: '专家库摘要', value: draw.poolRoot ?? '' },
    { name: '规则摘要', value: draw.rulesHash ?? '' },
    { name: '回避名单摘要', value: draw.recusalRoot ?? '' },
    { name: '办公室承诺值', value: draw.officeCommitment },
    { name: '监督员承诺值', value: draw.supervisorCommitment ?? '' },
    { name: '公开随机值来源', value: draw.source.kind === 'none' ? '不使用' : draw.source.name },
    { name: '种子', value: draw.seed ?? '' },
    { name: '抽取记录摘要', value: draw.hash ?? '' },
  ].filter(({ value }) => value !== '');
  return (
    <Ceremony
      title={`专家抽取 ${draw.number}`}
      subtitle={`${meeting.title}　${formatDate(meeting.heldOn)}`}
      proof={proof}
      onPrint={() => window.print()}
      action={<DrawAction draw={draw} role={role} />}
    >
      <p className="zp-wall">{DRAW_WORDS[draw.stage]}</p>
      <p className="zp-muted">
        专家库 {draw.poolSize} 人，应当回避 {draw.recused} 人，抽取 {draw.members} 人，候补 {draw.reserves} 人
        {draw.employerCap === null ? '' : `，同一单位最多 ${draw.employerCap} 人`}
      </p>
      {draw.stage === 'completed' ? <DrawnSeats meeting={meeting} draw={draw} /> : null}
      {isShort(meeting, draw) ? (
        <p className="zp-caution">符合条件的专家不足，本次抽取如实保留。请放宽规则或补充专家库后重新宣布。</p>
      ) : null}
    </Ceremony>
  );
}

function DrawnSeats({ meeting, draw }: { meeting: MeetingView; draw: DrawRow }) {
  const nameOf = (code: string) => meeting.seats?.find((seat) => seat.code === code)?.name ?? '';
  return (
    <>
      <ol className="zp-drawn" aria-label="入选专家">
        {draw.memberCodes.map((code) => (
          <li key={code}>
            <span className="zp-mono">{code}</span>
            <strong className="zp-noprint-names">{nameOf(code)}</strong>
          </li>
        ))}
      </ol>
      <p className="zp-small">
        候补次序：
        {draw.reserveCodes.map((code) => nameOf(code) || code).join('、') || '无'}
      </p>
      <p className="zp-small">
        任何人都可以<a href={`/verify/?draw=${draw.id}`}>重算这次抽取</a>；公开的只有代号，没有姓名。
      </p>
    </>
  );
}

function DrawAction({ draw, role }: { draw: DrawRow; role: 'office' | 'supervisor' }) {
  const turn = role === 'office' ? draw.stage === 'committed' : draw.stage === 'announced' || draw.stage === 'revealed';
  if (draw.stage === 'completed' || draw.stage === 'abandoned') return null;
  return (
    <div className="zp-stack">
      {turn ? (
        role === 'office' ? (
          <Reveal draw={draw} />
        ) : draw.stage === 'announced' ? (
          <Commit draw={draw} />
        ) : (
          <Complete draw={draw} />
        )
      ) : (
        <p className="zp-muted">{role === 'office' ? '请监督员在监督页面上办理。' : '请评委会办公室公布秘密值。'}</p>
      )}
      {role === 'supervisor' ? <Abandon draw={draw} /> : null}
    </div>
  );
}

function Commit({ draw }: { draw: DrawRow }) {
  const commit = useCallCommand(commitDraw, CHANGES);
  const run = () => {
    const secret = newDrawSecret();
    keptSecret.write(`draw.${draw.number}.supervisor`, secret);
    commit.mutate({
      params: { id: draw.id },
      body: { supervisorCommitment: commitSecret(draw.number, 'supervisor', secret) },
    });
  };
  return (
    <>
      <Button type="primary" loading={commit.isPending} onClick={run}>
        监督员承诺并锁定抽取
      </Button>
      <p className="zp-small zp-muted">本机生成监督员秘密值，只留在本机，完成抽取前请勿清除浏览器数据。</p>
      <ErrorNote error={commit.error} />
    </>
  );
}

function SecretField(props: { name: string; value: string; onChange: (value: string) => void }) {
  if (keptSecret.read(props.name) !== '') return null;
  return (
    <label className="zp-field zp-narrow">
      本机没有保存秘密值，请录入
      <Input value={props.value} onChange={(event) => props.onChange(event.target.value)} />
    </label>
  );
}

function Reveal({ draw }: { draw: DrawRow }) {
  const name = `draw.${draw.number}.office`;
  const reveal = useCallCommand(revealDraw, CHANGES);
  const [typed, setTyped] = useState('');
  return (
    <>
      <SecretField name={name} value={typed} onChange={setTyped} />
      <Button
        type="primary"
        loading={reveal.isPending}
        onClick={() =>
          reveal.mutate({ params: { id: draw.id }, body: { secret: keptSecret.read(name) || typed.trim() } })
        }
      >
        公布办公室秘密值
      </Button>
      <ErrorNote error={reveal.error} />
    </>
  );
}

function Complete({ draw }: { draw: DrawRow }) {
  const name = `draw.${draw.number}.supervisor`;
  const complete = useCallCommand(completeDraw, CHANGES);
  const [typed, setTyped] = useState('');
  const [value, setValue] = useState('');
  return (
    <>
      {draw.source.kind === 'none' ? null : (
        <label className="zp-field zp-narrow">
          {draw.source.name} 的公开结果
          <Input value={value} onChange={(event) => setValue(event.target.value)} />
        </label>
      )}
      <SecretField name={name} value={typed} onChange={setTyped} />
      <Button
        type="primary"
        loading={complete.isPending}
        disabled={draw.source.kind !== 'none' && value.trim() === ''}
        onClick={() =>
          complete.mutate({
            params: { id: draw.id },
            body: { publicValue: value.trim(), secret: keptSecret.read(name) || typed.trim() },
          })
        }
      >
        完成抽取
      </Button>
      <ErrorNote error={complete.error} />
    </>
  );
}

function Abandon({ draw }: { draw: DrawRow }) {
  const abandon = useCallCommand(abandonDraw, CHANGES);
  const [reason, setReason] = useKeptText(`abandon-${draw.id}`);
  return (
    <details className="zp-aside">
      <summary>这次抽取无法完成</summary>
      <label className="zp-field zp-narrow">
        理由（永久公开）
        <Input.TextArea value={reason} onChange={(event) => setReason(event.target.value)} rows={2} />
      </label>
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={abandon.isPending}
        onClick={() =>
          abandon.mutate({ params: { id: draw.id }, body: { reason } }, { onSuccess: () => setReason('') })
        }
      >
        终止这次抽取
      </Button>
      <ErrorNote error={abandon.error} />
    </details>
  );
}

function Earlier({ draws }: { draws: readonly DrawRow[] }) {
  return (
    <section className="zp-card" aria-label="本次会议之前的抽取">
      <h2>本次会议之前的抽取</h2>
      <ul>
        {draws.map((draw) => (
          <li key={draw.id}>
            {draw.number}：{drawWords(draw)}，宣布于 {formatInstant(draw.announcedAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}
