import { Link } from '@tanstack/react-router';
import '../messages.css';

const TABS = [
  ['/office/messages', '群发通知'],
  ['/office/messages/deliveries', '发送记录'],
  ['/office/messages/templates', '消息的样子'],
] as const;

/** The three pages about messages. */
export function MessageTabs({ here }: { here: (typeof TABS)[number][0] }) {
  return (
    <nav className="zp-message-tabs" aria-label="消息与通知">
      {TABS.map(([to, name]) => (
        <Link
          key={to}
          to={to as '/'}
          className={to === here ? 'zp-button zp-button-main' : 'zp-button'}
          aria-current={to === here ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
