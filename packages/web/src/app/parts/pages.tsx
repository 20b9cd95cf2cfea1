import { useState } from 'react';

/** Paging of a list by key: the keys of the pages behind are kept, so that one can go back. `what` names the list asked for; another one starts at the first page. */
export function usePages(what = ''): {
  /** For the query of the endpoint. */
  readonly after: { readonly after?: string };
  readonly forward: (next: string) => void;
  readonly back: (() => void) | null;
} {
  const [behind, setBehind] = useState<{ what: string; keys: readonly string[] }>({ what, keys: [] });
  const keys = behind.what === what ? behind.keys : [];
  const last = keys.at(-1);
  return {
    after: last === undefined ? {} : { after: last },
    forward: (next) => setBehind({ what, keys: [...keys, next] }),
    back: last === undefined ? null : () => setBehind({ what, keys: keys.slice(0, -1) }),
  };
}

/** The two buttons under a list; nothing where all of it is on one page. */
export function PageButtons(props: { pages: ReturnType<typeof usePages>; next: string | null | undefined }) {
  const { pages, next } = props;
  if (pages.back === null && !next) return null;
  return (
    <nav className="zp-row" aria-label="翻页">
      <button type="button" className="zp-button" disabled={pages.back === null} onClick={() => pages.back?.()}>
        上一页
      </button>
      <button
        type="button"
        className="zp-button"
        disabled={!next}
        onClick={() => (next ? pages.forward(next) : undefined)}
      >
        下一页
      </button>
    </nav>
  );
}
