import type { ReactNode } from 'react';

/** A part that is wider than the page scrolls sideways by itself; reachable by key, named for screen readers. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="zp-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
