import { type ReactNode, useEffect } from 'react';

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

/** Leads to the place the address names once what it is part of has been read: a link from another page finds it too. */
export function useNamedPlace(ready: boolean): void {
  useEffect(() => {
    const named = decodeURIComponent(window.location.hash.slice(1));
    if (!ready || named === '') return;
    // Once nothing is decided any more, the row stands in the material only.
    const id = document.getElementById(named) === null ? named.replace(/^check-/, '') : named;
    unfoldTo(id);
    document.getElementById(id)?.scrollIntoView();
  }, [ready]);
}
