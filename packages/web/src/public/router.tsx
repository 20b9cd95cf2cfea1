import { type AnchorHTMLAttributes, useSyncExternalStore } from 'react';

/**
 * Addresses of the light entry in some forty lines: the router of the application would double what the first visit
 * loads. Paths are matched segment by segment, `:name` takes one segment.
 */
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Goes to an address of the light entry; the top of the page is shown, unless one stays where one is to see a choice. */
export function go(to: string, { stay = false }: { readonly stay?: boolean } = {}): void {
  history.pushState(null, '', to);
  if (!stay) window.scrollTo(0, 0);
  tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

/** Path and query of the present address, e.g. `/verify?code=…`. */
export const useAddress = (): string => useSyncExternalStore(subscribe, () => location.pathname + location.search);

/** The parameters where `path` fits `pattern`, else null. */
export function match(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

/** A link that stays in the light entry; with a modifier key it is an ordinary link. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}
