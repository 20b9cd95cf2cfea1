import { type RefObject, useEffect, useRef } from 'react';

/** Brings the entry with `data-clause` into view and into focus where the address asks for one. */
export function useWanted(wanted: string | null): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    const name = CSS.escape(wanted);
    const target = page.current?.querySelector<HTMLElement>(`[data-clause="${name}"], [data-label="${name}"]`);
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return page;
}
