import { listMessageTemplates } from '@zhiping/contract';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { SectionTabs } from '../../parts/SectionTabs.tsx';

/** 消息的样子: every kind of message with an invented case, and the ways it takes. */
export default function MessageTemplates() {
  const { data, error, refetch } = useEndpoint(listMessageTemplates, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const set = (on: boolean): string => (on ? '已设置' : '未设置，消息只留在站内');
  return (
    <article className="zp-stack">
      <h1>消息的样子</h1>
      <SectionTabs section="messages" here="/office/messages/templates" />
      <p className="zp-muted">
        电子邮件：{set(data.channels.mail)}。短信：{set(data.channels.sms)}。下面的申报编号和日期是虚构的。
      </p>
      <ul className="zp-list zp-stack" aria-label="消息的样子">
        {data.items.map(({ id, name, mail, phone, sample }) => (
          <li key={id} className="zp-card zp-message">
            <p className="zp-small zp-muted">
              {name}：{['站内', ...(mail ? ['邮件'] : []), ...(phone ? ['短信'] : [])].join('、')}
            </p>
            <h2>{sample.title}</h2>
            <p className="zp-message-body">{sample.body}</p>
          </li>
        ))}
      </ul>
    </article>
  );
}
