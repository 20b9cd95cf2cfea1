import { Link } from '@tanstack/react-router';
import './fee.css';

const TABS = [
  ['/office/fees', '缴费清单'],
  ['/office/fees/statement', '银行流水'],
  ['/office/fees/reconciliation', '对账'],
] as const;

/** The three pages about fees. */
export function FeeTabs({ here }: { here: (typeof TABS)[number][0] }) {
  return (
    <nav className="zp-fee-tabs" aria-label="缴费">
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
