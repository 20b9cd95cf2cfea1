import {
  changeMessagePreferences,
  countUnread,
  listMessages,
  type Message,
  type MessagePreferences,
  readAllMessages,
  readMessage,
  readMessagePreferences,
} from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, formatInstant, Loading } from '../../shared/index.ts';
import { useAddressState } from '../address.ts';
import { useEndpoint } from '../call.ts';
import { PageButtons, usePages } from '../parts/pages.tsx';
import { useMe } from '../session.ts';
import { useCallCommand } from '../use-command.ts';
import { PressedChoice } from '../parts/PressedChoice.tsx';
import '../parts/form.css';
import './messages.css';

/** 消息: what the platform told the reader, latest first, and how they want to be told. */
export default function Messages() {
  const address = useAddressState();
  const only = address.get('only') === 'unread' ? 'unread' : 'all';
  const pages = usePages(only);
  const query = { only, limit: 30, ...pages.after } as const;
  const { data, error, refetch } = useEndpoint(listMessages, { query });
  const readAll = useCallCommand(readAllMessages, [listMessages, countUnread]);
  return (
    <div className="zp-stack">
      <h1>消息</h1>
      <div className="zp-row">
        <PressedChoice
          options={[
            ['all', '全部'],
            ['unread', '未读'],
          ]}
          value={only}
          onChange={(one) => {
            address.set({ only: one === 'all' ? null : one });
          }}
        />
        <button type="button" className="zp-button" disabled={readAll.isPending} onClick={() => readAll.mutate({})}>
          全部标为已读
        </button>
      </div>
      <ErrorNote error={error ?? readAll.error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loading /> : null}
      {data?.items.length === 0 ? (
        <Empty title={only === 'unread' ? '没有未读的消息' : '没有消息'}>
          申报有进展或轮到您办理时，会在这里告诉您。
        </Empty>
      ) : null}
      {data && data.items.length > 0 ? (
        <ul className="zp-list zp-stack" aria-label="消息">
          {data.items.map((one) => (
            <Item key={one.id} message={one} />
          ))}
        </ul>
      ) : null}
      <PageButtons pages={pages} next={data?.next} />
      <Preferences />
    </div>
  );
}

/** Messages to the applicant lead to the application; those to staff name the list they work from. */
const ABOUT_OWN = 'application.';

function Item({ message }: { message: Message }) {
  const read = useCallCommand(readMessage, [listMessages, countUnread]);
  const { id, title, body, at, readAt, about, template } = message;
  const own = template.startsWith(ABOUT_OWN) || template === 'office.notice';
  return (
    <li className={readAt === null ? 'zp-card zp-message zp-message-new' : 'zp-card zp-message'}>
      <h2>
        {readAt === null ? <span className="zp-message-mark">未读</span> : null}
        {title}
      </h2>
      <p className="zp-message-body">{body}</p>
      <div className="zp-row zp-small">
        <span className="zp-muted">{formatInstant(at)}</span>
        {own && about.noun === 'application' ? (
          <Link to={`/applications/${about.id}`} onClick={() => readAt ?? read.mutate({ params: { id } })}>
            打开申报
          </Link>
        ) : null}
        {about.noun === 'result-list' ? (
          <Link to="/archive" onClick={() => readAt ?? read.mutate({ params: { id } })}>
            打开业绩档案
          </Link>
        ) : null}
        {readAt === null ? (
          <button
            type="button"
            className="zp-link"
            disabled={read.isPending}
            onClick={() => read.mutate({ params: { id } })}
          >
            标为已读
          </button>
        ) : null}
      </div>
      <ErrorNote error={read.error} />
    </li>
  );
}

const WAYS = [
  ['mail', '同时发到我的电子邮箱'],
  ['phone', '重要的消息同时发短信到我的手机'],
  ['digest', '每天早上汇总等待我办理的事项'],
] as const;

function Preferences() {
  const me = useMe();
  const { data, error } = useEndpoint(readMessagePreferences, {});
  const change = useCallCommand(changeMessagePreferences, [readMessagePreferences]);
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  const staff = (me.data?.relations.length ?? 0) > 0;
  const set = (changed: Partial<MessagePreferences>) => change.mutate({ body: { ...data, ...changed } });
  return (
    <section className="zp-card zp-stack" aria-label="怎样收消息">
      <h2>怎样收消息</h2>
      <p className="zp-muted">站内消息总会保留。邮箱和手机号取自您的账户。</p>
      {WAYS.filter(([name]) => name !== 'digest' || staff).map(([name, label]) => (
        <label key={name} className="zp-check">
          <input
            type="checkbox"
            checked={data[name]}
            disabled={change.isPending}
            onChange={(event) => set({ [name]: event.target.checked })}
          />
          <span>{label}</span>
        </label>
      ))}
      <ErrorNote error={change.error} />
    </section>
  );
}
