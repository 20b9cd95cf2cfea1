import { type Bulk, cancelBulk, listBulk, releaseBulk } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useCallCommand } from '../../use-command.ts';
import { SectionTabs } from '../../parts/SectionTabs.tsx';
import { NoticeForm } from './messages-form.tsx';

const STATES: Readonly<Record<Bulk['state'], string>> = { held: '尚未发出', released: '已发出', cancelled: '已取消' };

/** 群发通知: write, see who would receive it, keep it, then send it or not. */
export default function OfficeMessages() {
  const { data, error, refetch } = useEndpoint(listBulk, { query: {} });
  return (
    <article className="zp-stack">
      <h1>群发通知</h1>
      <SectionTabs section="messages" here="/office/messages" />
      <NoticeForm />
      <section className="zp-stack" aria-label="写好的通知">
        <h2>写好的通知</h2>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {data === undefined && !error ? <Loading /> : null}
        {data?.items.length === 0 ? <Empty title="没有通知">写好并保存的通知列在这里，确认后才发出。</Empty> : null}
        {data?.items.map((one) => (
          <Notice key={`${one.id} ${one.version}`} of={one} />
        ))}
      </section>
    </article>
  );
}

function Notice({ of }: { of: Bulk }) {
  const [asking, setAsking] = useState(false);
  const release = useCallCommand(releaseBulk, [listBulk]);
  const cancel = useCallCommand(cancelBulk, [listBulk]);
  const input = { params: { id: of.id }, body: { version: of.version } };
  const stages = of.stageNames.length === 0 ? '全部环节' : of.stageNames.join('、');
  return (
    <section className="zp-card zp-stack zp-message" aria-label={of.title}>
      <p className="zp-small zp-muted">
        {STATES[of.state]}，{of.recipients} 人，{of.planName}，{stages}，{formatInstant(of.decidedAt ?? of.heldAt)}
      </p>
      <h2>{of.title}</h2>
      <p className="zp-message-body">{of.body}</p>
      {of.state === 'held' && !asking ? (
        <div className="zp-row">
          <button type="button" className="zp-button zp-button-main" onClick={() => setAsking(true)}>
            发出
          </button>
          <button type="button" className="zp-button" disabled={cancel.isPending} onClick={() => cancel.mutate(input)}>
            取消这份通知
          </button>
        </div>
      ) : null}
      {asking ? (
        <ConfirmStep
          title="发出通知"
          effects={['每位收件人收到一条站内消息，设置了邮件和短信的同时发出。', '发出后不能收回。']}
          touches={`写好时有 ${of.recipients} 位收件人；以发出时在这些环节的申报为准。`}
          agree="我已核对文字和收件人"
          button="发出"
          onConfirm={() => release.mutateAsync(input)}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      <ErrorNote error={cancel.error} />
    </section>
  );
}
