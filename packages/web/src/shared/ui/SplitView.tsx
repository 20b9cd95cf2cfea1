import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** Below this width the columns stand under each other; the same as in `components.css`. */
const STACKED = '(max-width: 48rem)';

/**
 * Staff work: list on the left, facts and evidence beside it; on a phone one under the other. J and K move through the list
 * (not while typing), the page supplies further keys through `keys`. The selected id belongs in the address (see `useAddressState`).
 */
export function SplitView<T extends { readonly id: string }>(props: {
  items: readonly T[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** One list entry; the frame and the selection mark are drawn here. */
  entry: (item: T) => ReactNode;
  /** Heading for the list, also its name for screen readers. */
  title: string;
  /** What narrows the list; on a phone folded behind a button, so that the list stands at the top. */
  search?: { readonly fields: ReactNode; readonly active: boolean };
  /** What always stands over the list: one short choice, bulk work, pages. */
  filters?: ReactNode;
  empty: ReactNode;
  detail: ReactNode;
  /** Third column, usually the evidence viewer. */
  beside?: ReactNode;
  /** Further keys, e.g. { y: confirm, n: back }. */
  keys?: Readonly<Record<string, () => void>>;
  /** e.g. J/K 移动，Y 通过，N 退回. */
  hint?: string;
}) {
  const { items, selected, onSelect, keys } = props;
  const list = useRef<HTMLUListElement>(null);
  const detail = useRef<HTMLElement>(null);
  const top = useRef<HTMLElement>(null);
  const choose = (id: string) => {
    onSelect(id);
    if (window.matchMedia(STACKED).matches) detail.current?.scrollIntoView({ block: 'start' });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target?.closest('input,textarea,select,[contenteditable]')
      ) {
        return;
      }
      const key = event.key.toLowerCase();
      const own = keys?.[key];
      if (own) {
        event.preventDefault();
        own();
        return;
      }
      if (key !== 'j' && key !== 'k') return;
      const at = items.findIndex((item) => item.id === selected);
      const next = items[Math.min(items.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))];
      if (next) onSelect(next.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [items, selected, onSelect, keys]);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div className={props.beside ? 'zp-split zp-split-three' : 'zp-split'}>
      <section ref={top} className="zp-split-list" aria-label={props.title}>
        <div className="zp-split-head">
          <h2>{props.title}</h2>
          <span className="zp-muted zp-small">{items.length} 条</span>
        </div>
        {props.search ? <Search {...props.search} /> : null}
        {props.filters}
        {items.length === 0 ? (
          props.empty
        ) : (
          <ul ref={list} className="zp-list">
            {items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  className="zp-split-entry"
                  aria-current={item.id === selected}
                  onClick={() => choose(item.id)}
                >
                  {props.entry(item)}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="zp-split-hint zp-small zp-muted">{props.hint ?? '按 J、K 键上下移动'}</p>
      </section>
      <section ref={detail} className="zp-split-detail" aria-label="详情">
        {selected === null || items.length === 0 ? null : (
          <button
            type="button"
            className="zp-button zp-small zp-split-back"
            onClick={() => top.current?.scrollIntoView()}
          >
            返回列表
          </button>
        )}
        {props.detail ?? <p className="zp-muted">在列表中选择一条，详情显示在这里。</p>}
      </section>
      {props.beside ? (
        <section className="zp-split-beside" aria-label="佐证材料">
          {props.beside}
        </section>
      ) : null}
    </div>
  );
}

/** The fields stay where they are when folded: only a phone hides them, and what was typed is kept. */
function Search({ fields, active }: { fields: ReactNode; active: boolean }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="zp-button zp-split-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? '收起筛选和查找' : active ? '筛选和查找（已设条件）' : '筛选和查找'}
      </button>
      <div id={id} className="zp-stack zp-split-search" data-open={open}>
        {fields}
      </div>
    </>
  );
}
