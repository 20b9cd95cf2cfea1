import { Link } from '@tanstack/react-router';
import './section-tabs.css';

/** The pages of one section side by side, e.g. all about fees. */
const SECTIONS = {
  fees: {
    label: '缴费',
    pages: [
      ['/office/fees', '缴费清单'],
      ['/office/fees/online', '网上支付'],
      ['/office/fees/statement', '银行流水'],
      ['/office/fees/reconciliation', '对账'],
    ],
  },
  messages: {
    label: '消息与通知',
    pages: [
      ['/office/messages', '群发通知'],
      ['/office/messages/deliveries', '发送记录'],
      ['/office/messages/templates', '消息的样子'],
    ],
  },
  retention: {
    label: '保存期限与销毁',
    pages: [
      ['/security/retention', '保存期限'],
      ['/security/destruction', '销毁清册'],
    ],
  },
  'audit-retention': {
    label: '保存期限与销毁',
    pages: [
      ['/audit/retention', '保存期限'],
      ['/audit/destruction', '销毁清册'],
    ],
  },
} as const;

export function SectionTabs<S extends keyof typeof SECTIONS>({
  section,
  here,
}: {
  section: S;
  here: (typeof SECTIONS)[S]['pages'][number][0];
}) {
  const { label, pages } = SECTIONS[section];
  return (
    <nav className="zp-section-tabs" aria-label={label}>
      {pages.map(([to, name]) => (
        <Link
          key={to}
          to={to}
          className={to === here ? 'zp-button zp-button-main' : 'zp-button'}
          aria-current={to === here ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
