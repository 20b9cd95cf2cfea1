import type { ReactNode } from 'react';

/** Opens whatever an element of this page is folded into, so that a link leads to it in every browser. */
function unfoldTo(id: string): void {
  for (let at: Element | null = document.getElementById(id); at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
}

/** A link to a place of the same page, also where it is folded away. */
export function JumpLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={`#${to}`} onClick={() => unfoldTo(to)}>
      {children}
    </a>
  );
}
