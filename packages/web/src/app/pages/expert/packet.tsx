import {
  DEFENCE_FACTORS,
  getPacket,
  listPackets,
  type PacketView,
  recuseFromPacket,
  REVIEW_FACTORS,
  saveScore,
  signOpinion,
  writeOpinion,
} from '@zhiping/contract';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, InputNumber, Radio, Tabs } from 'antd';
import { useState } from 'react';
import { ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState, usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useKept, useKeptText } from '../../kept.ts';
import { useCallCommand } from '../../use-command.ts';
import { DEFENCE_WORDS, levelWord, points } from '../../meeting/words.ts';
import { Facts, PacketMaterial } from './PacketMaterial.tsx';
import '../../meeting/meeting.css';

const CHANGES = [getPacket, listPackets];

/** A packet: the one-page summary first, then the material, scores, defence and opinion. */
export default function PacketPage() {
  const id = usePathParam('id');
  const address = useAddressState();
  const packet = useEndpoint(getPacket, { params: { id } });
  if (packet.error) return <ErrorNote error={packet.error} onRetry={() => void packet.refetch()} />;
  if (!packet.data) return <Loading />;
  const view = packet.data;
  return (
    <div className="zp-stack">
      <h1>
        案卷 {view.number}　{view.specialty}　{levelWord(view.level)}
      </h1>
      <Tabs
        activeKey={address.get('tab') ?? 'summary'}
        onChange={(tab) => address.set({ tab })}
        items={[
          { key: 'summary', label: '综合情况', children: <Summary packet={view} /> },
          { key: 'material', label: `业绩与佐证（${view.files.length}）`, children: <PacketMaterial packet={view} /> },
          {
            key: 'score',
            label: '评分',
            children: <Sheet key={view.reviewScore?.version} packet={view} kind="review" />,
          },
          ...(view.defence === 'none' ? [] : [{ key: 'defence', label: '答辩', children: <Defence packet={view} /> }]),
          { key: 'opinion', label: '评议组意见', children: <Opinion key={view.opinion?.version} packet={view} /> },
        ]}
      />
      <Recuse packet={view} />
    </div>
  );
}

function Summary({ packet }: { packet: PacketView }) {
  const { summary, representative, selfReport, unitOpinion, checks } = packet.content;
  return (
    <div className="zp-stack">
      <section className="zp-card" aria-label="综合情况">
        <Facts facts={summary} />
      </section>
      {representative.length > 0 ? (
        <section className="zp-card" aria-label="代表作">
          <h2>代表作</h2>
          <Facts facts={representative} />
        </section>
      ) : null}
      <section className="zp-card" aria-label="本人述职">
        <h2>本人述职</h2>
        <p className="zp-report">{selfReport}</p>
      </section>
      {unitOpinion.length > 0 ? (
        <section className="zp-card" aria-label="单位考评与推荐">
          <h2>单位考评与推荐</h2>
          <Facts facts={unitOpinion} />
        </section>
      ) : null}
      {checks.length > 0 ? (
        <section className="zp-card" aria-label="审核提示">
          <h2>审核提示</h2>
          <Facts facts={checks} />
        </section>
      ) : null}
    </div>
  );
}

interface SheetDraft {
  /** In hundredths of a point. */
  readonly factors: Readonly<Record<string, number | null>>;
  readonly comment: string;
}

function Sheet({ packet, kind }: { packet: PacketView; kind: 'review' | 'defence' }) {
  const given = kind === 'review' ? packet.reviewScore : packet.defenceScore;
  const names: readonly string[] = kind === 'review' ? REVIEW_FACTORS : DEFENCE_FACTORS;
  const save = useCallCommand(saveScore, CHANGES);
  const [sheet, setSheet, forget] = useKept<SheetDraft>(`score-${kind}-${packet.id}-${given?.version ?? 0}`, {
    factors: given?.factors ?? {},
    comment: given?.comment ?? '',
  });
  const { factors, comment } = sheet;
  const most = 100 / names.length;
  const filled = names.every((name) => typeof factors[name] === 'number');
  const total = names.reduce((sum, name) => sum + (factors[name] ?? 0), 0);
  return (
    <section className="zp-card zp-stack" aria-label={kind === 'review' ? '评分' : '答辩评分'}>
      <p className="zp-muted">每项 {most} 分，合计 100 分，可以填写小数（两位以内）。评分只供表决参考。</p>
      <div className="zp-sheet-grid">
        {names.map((name) => (
          <label key={name} className="zp-field zp-narrow">
            {name}
            <InputNumber
              min={0}
              max={most}
              step={0.5}
              precision={2}
              value={typeof factors[name] === 'number' ? factors[name] / 100 : null}
              onChange={(value) =>
                setSheet({ comment, factors: { ...factors, [name]: value === null ? null : Math.round(value * 100) } })
              }
            />
          </label>
        ))}
      </div>
      <p>
        合计 <strong>{points(total)}</strong> 分
      </p>
      <label className="zp-field zp-narrow">
        评语（可不填）
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={comment}
          onChange={(event) => setSheet({ factors, comment: event.target.value })}
        />
      </label>
      <Button
        type="primary"
        disabled={!filled}
        loading={save.isPending}
        onClick={() =>
          save.mutate(
            {
              params: { id: packet.id, kind },
              body: {
                factors: Object.fromEntries(names.map((name) => [name, factors[name] ?? 0])),
                comment,
                version: given?.version ?? null,
              },
            },
            { onSuccess: forget },
          )
        }
      >
        {given === null ? '提交评分' : '修改评分'}
      </Button>
      {save.isSuccess ? <p role="status">已保存。</p> : null}
      <ErrorNote error={save.error} />
    </section>
  );
}

function Defence({ packet }: { packet: PacketView }) {
  return (
    <div className="zp-stack">
      <p>
        {DEFENCE_WORDS[packet.defence]}
        {packet.defenceAt ? `；${formatInstant(packet.defenceAt)}，${packet.defenceRoom ?? ''}` : '；时间待定'}
        。答辩不预先规定内容，考察真实性、创新性、专业性和贡献性。
      </p>
      {packet.defence === 'present' ? (
        <Sheet key={packet.defenceScore?.version} packet={packet} kind="defence" />
      ) : (
        <p className="zp-muted">办公室登记到场后填写答辩评分。</p>
      )}
    </div>
  );
}

function Opinion({ packet }: { packet: PacketView }) {
  const { opinion } = packet;
  const write = useCallCommand(writeOpinion, CHANGES);
  const sign = useCallCommand(signOpinion, CHANGES);
  const [text, setText, forget] = useKept(`opinion-${packet.id}-${opinion?.version ?? 0}`, opinion?.text ?? '');
  const [recommended, setRecommended] = useState(opinion?.recommended ?? true);
  const changed = opinion === null || opinion.text !== text || opinion.recommended !== recommended;
  return (
    <section className="zp-card zp-stack" aria-label="学科评议组意见">
      <p className="zp-muted">
        评议组的书面意见至少由三位专家签名，在会议上报告，供表决参考。修改文字后，此前的签名作废。
        {opinion ? `现有 ${opinion.signatures} 人签名。` : ''}
      </p>
      <label className="zp-field zp-narrow" style={{ maxWidth: '48rem' }}>
        意见
        <Input.TextArea rows={5} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Radio.Group
        value={recommended}
        onChange={(event) => setRecommended(event.target.value === true)}
        options={[
          { value: true, label: '建议通过' },
          { value: false, label: '建议不通过' },
        ]}
      />
      <div className="zp-row">
        <Button
          disabled={!changed || text.trim() === ''}
          loading={write.isPending}
          onClick={() =>
            write.mutate(
              { params: { id: packet.id }, body: { text, recommended, version: opinion?.version ?? null } },
              { onSuccess: forget },
            )
          }
        >
          {opinion === null ? '起草并签名' : '修改并签名'}
        </Button>
        {opinion && !changed ? (
          <Button
            type="primary"
            disabled={opinion.signedByMe}
            loading={sign.isPending}
            onClick={() => sign.mutate({ params: { id: packet.id }, body: { version: opinion.version } })}
          >
            {opinion.signedByMe ? '已签名' : '签名'}
          </Button>
        ) : null}
      </div>
      <ErrorNote error={write.error ?? sign.error} />
    </section>
  );
}

function Recuse({ packet }: { packet: PacketView }) {
  const recuse = useCallCommand(recuseFromPacket, CHANGES);
  const navigate = useNavigate();
  const [reason, setReason] = useKeptText(`recusal-${packet.id}`);
  return (
    <details>
      <summary>我与本案卷的申报人有利害关系，应当回避</summary>
      <label className="zp-field zp-narrow">
        理由
        <Input.TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={recuse.isPending}
        onClick={() =>
          recuse.mutate(
            { params: { id: packet.id }, body: { reason } },
            {
              onSuccess: () => {
                setReason('');
                void navigate({ to: '/expert/packets' });
              },
            },
          )
        }
      >
        声明对本案卷回避
      </Button>
      <ErrorNote error={recuse.error} />
    </details>
  );
}
