import {
  createWebhook,
  endWebhook,
  listWebhookDeliveries,
  listWebhooks,
  resendWebhookDelivery,
  type Webhook,
  WEBHOOK_DELIVERY_STATES,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { useWorkplaces } from '../../parts/use-workplaces.ts';
import { useCallCommand } from '../../use-command.ts';
import { relationName } from '../administration/words.ts';

/** 推送: tells a system of the organisation that a case moved; ids and stages only. */
export default function Webhooks() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listWebhooks, { query: { limit: 20, ...pages.after } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>推送</h1>
      <p className="zp-prose">
        申报换了环节时，平台向本单位的系统发出通知。通知只有申报的标识和环节，不含个人信息；要看内容的，由系统用接口令牌读取。
      </p>
      {data.items.length === 0 ? <Empty title="还没有推送">需要时在下面建立。</Empty> : null}
      {data.items.map((one) => (
        <Card key={one.id} webhook={one} />
      ))}
      <PageButtons pages={pages} next={data.next} />
      <NewWebhook />
    </div>
  );
}

function Card({ webhook }: { webhook: Webhook }) {
  const params = { webhookId: webhook.id };
  const end = useCallCommand(endWebhook, [listWebhooks]);
  const [open, setOpen] = useState(false);
  return (
    <section className="zp-card zp-stack" aria-label={webhook.name}>
      <h2>
        {webhook.name}　<span className="zp-label">{webhook.endedAt === null ? '使用中' : '已停止'}</span>
      </h2>
      <p style={{ overflowWrap: 'anywhere' }}>
        {relationName(webhook.relation)}（{webhook.subjectName}），{webhook.url}，{formatInstant(webhook.createdAt)}
        建立。
      </p>
      <ErrorNote error={end.error} />
      <div className="zp-row">
        <button type="button" className="zp-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          发送记录
        </button>
        {webhook.endedAt === null ? (
          <button type="button" className="zp-button" disabled={end.isPending} onClick={() => end.mutate({ params })}>
            停止<span className="zp-hidden">：{webhook.name}</span>
          </button>
        ) : null}
      </div>
      {open ? <Deliveries webhookId={webhook.id} /> : null}
    </section>
  );
}

function Deliveries({ webhookId }: { webhookId: string }) {
  const pages = usePages(webhookId);
  const asked = { params: { webhookId }, query: { limit: 20, ...pages.after } };
  const { data, error, refetch } = useEndpoint(listWebhookDeliveries, asked);
  const again = useCallCommand(resendWebhookDelivery, [listWebhookDeliveries]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <p className="zp-muted">还没有发送过。</p>;
  return (
    <>
      <ErrorNote error={again.error} />
      <div className="zp-over">
        <table className="zp-lines">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">结果</th>
              <th scope="col">次数</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={one.id}>
                <td className="zp-nowrap">{formatInstant(one.createdAt)}</td>
                <td>
                  {WEBHOOK_DELIVERY_STATES[one.state]}
                  {one.error === '' ? '' : `（${errorName(one.error)}）`}
                </td>
                <td>{one.attempts}</td>
                <td>
                  {one.state === 'failed' ? (
                    <button
                      type="button"
                      className="zp-button"
                      disabled={again.isPending}
                      onClick={() => again.mutate({ params: { webhookId, deliveryId: one.id } })}
                    >
                      再发送
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PageButtons pages={pages} next={data.next} />
    </>
  );
}

const ERRORS: Readonly<Record<string, string>> = {
  unreachable: '连接不上',
  'closed-address': '不是公网地址',
  ended: '推送已停止',
};
const errorName = (code: string): string => ERRORS[code] ?? `对方回答 ${code.replace('http-', '')}`;

function NewWebhook() {
  const create = useCallCommand(createWebhook, [listWebhooks]);
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [url, setUrl] = useState('');
  const [password, setPassword] = useState('');
  const places = useWorkplaces();
  const at = places.find(({ relation, subjectId }) => `${relation} ${subjectId}` === place);
  if (places.length === 0) return null;
  if (create.data) {
    return (
      <section className="zp-card zp-stack" role="status" aria-label="新推送">
        <h2>推送已建立</h2>
        <p>
          签名密钥 <code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{create.data.secret}</code>
        </p>
        <p>只显示这一次。接收系统用它核对每次推送的签名。</p>
        <div className="zp-row">
          <button type="button" className="zp-button" onClick={() => create.reset()}>
            已存好
          </button>
        </div>
      </section>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!at) return;
    create.mutate({ body: { name, relation: at.relation, subjectId: at.subjectId, url, password } });
    setPassword('');
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>建立推送</h2>
      <Field label="名称" value={name} onChange={setName} max={60} />
      <Choice
        label="哪个单位或机构的申报"
        value={place}
        onChange={setPlace}
        options={places.map(({ relation, subjectId, subjectName }) => ({
          value: `${relation} ${subjectId}`,
          label: `${relationName(relation)}（${subjectName}）`,
        }))}
      />
      <Field label="接收地址" value={url} onChange={setUrl} max={500} help="公网上以 https 开头的地址。" />
      <Field label="您的密码" type="password" autoComplete="current-password" value={password} onChange={setPassword} />
      <ErrorNote error={create.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={at === undefined || create.isPending}>
          建立推送
        </button>
      </div>
    </form>
  );
}
