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

/** The id in a fragment; an address somebody mangled names nothing. */
function placeNamed(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

/** Leads to the place the address names once what it is part of has been read: a link from another page finds it too. */
export function useNamedPlace(ready: boolean): void {
  useEffect(() => {
    const named = placeNamed(window.location.hash);
    if (!ready || named === '') return;
    // Once nothing is decided any more, the row stands in the material only.
    const id = document.getElementById(named) === null ? named.replace(/^check-/, '') : named;
    unfoldTo(id);
    document.getElementById(id)?.scrollIntoView();
  }, [ready]);
}
