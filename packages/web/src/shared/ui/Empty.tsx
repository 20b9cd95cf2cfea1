import type { ReactNode } from 'react';

/** An empty page says what will be here and what to do first. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="zp-empty">
      <svg viewBox="0 0 64 48" aria-hidden="true">
        <rect x="8" y="6" width="48" height="36" rx="4" />
        <path d="M18 18h28M18 26h20M18 34h12" />
      </svg>
      <p className="zp-empty-title">{title}</p>
      {children ? <div className="zp-muted">{children}</div> : null}
      {action ? <div className="zp-empty-action">{action}</div> : null}
    </div>
  );
}
