import { type Delivery, DELIVERY_STATES, type DeliveryState, listDeliveries, resendDelivery } from '@zhiping/contract';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { useCallCommand } from '../../use-command.ts';
import { SectionTabs } from '../../parts/SectionTabs.tsx';

const STATES: Readonly<Record<DeliveryState, string>> = {
  waiting: '等待发送',
  sent: '已送交',
  failed: '没有送到',
  'no-address': '没有地址',
  declined: '本人不要',
  site: '只在站内（没有设置邮件和短信）',
};
const CHANNELS: Readonly<Record<Delivery['channel'], string>> = { mail: '邮件', sms: '短信', site: '站内' };

/** 发送记录: which message took which way and whether it arrived; neither addresses nor texts. */
export default function MessageDeliveries() {
  const address = useAddressState();
  const state = DELIVERY_STATES.find((one) => one === address.get('state'));
  const pages = usePages(state ?? '');
  const query = { limit: 50, ...(state === undefined ? {} : { state }), ...pages.after };
  const { data, error, refetch } = useEndpoint(listDeliveries, { query });
  return (
    <article className="zp-stack">
      <h1>发送记录</h1>
      <SectionTabs section="messages" here="/office/messages/deliveries" />
      <Choice
        label="状态"
        value={state ?? ''}
        onChange={(value) => {
          address.set({ state: value === '' ? null : value });
        }}
        options={DELIVERY_STATES.map((value) => ({ value, label: STATES[value] }))}
      />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loading /> : null}
      {data?.items.length === 0 ? <Empty title="没有记录">有消息发出后列在这里。</Empty> : null}
      {data && data.items.length > 0 ? (
        <section className="zp-card zp-over" aria-label="发送记录">
          <table className="zp-lines">
            <thead>
              <tr>
                <th scope="col">时间</th>
                <th scope="col">消息</th>
                <th scope="col">收件人</th>
                <th scope="col">渠道</th>
                <th scope="col">状态</th>
                <th scope="col">次数</th>
                <th scope="col">办理</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <Line key={one.id} of={one} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <PageButtons pages={pages} next={data?.next} />
    </article>
  );
}

function Line({ of }: { of: Delivery }) {
  const resend = useCallCommand(resendDelivery, [listDeliveries]);
  const again = of.state === 'failed' || of.state === 'no-address';
  return (
    <tr>
      <td className="zp-nowrap">{formatInstant(of.at)}</td>
      <td>{of.templateName}</td>
      <td>{of.personName}</td>
      <td>{CHANNELS[of.channel]}</td>
      <td>
        {STATES[of.state]}
        {of.error === '' ? null : <p className="zp-small zp-muted">{of.error}</p>}
      </td>
      <td>{of.attempts}</td>
      <td>
        {again ? (
          <button
            type="button"
            className="zp-link"
            disabled={resend.isPending}
            onClick={() => resend.mutate({ params: { id: of.id } })}
          >
            重发
          </button>
        ) : null}
        <ErrorNote error={resend.error} />
      </td>
    </tr>
  );
}
