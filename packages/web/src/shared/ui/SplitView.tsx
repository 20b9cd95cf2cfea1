import { type ReactNode, useEffect, useRef } from 'react';

/**
 * Staff work: list on the left, facts and evidence beside it. J and K move through the list (not while typing), the
 * page supplies further keys through `keys`. The selected id belongs in the address (see `useAddressState`).
 */
export function SplitView<T extends { readonly id: string }>(props: {
  items: readonly T[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** One list entry; the frame and the selection mark are drawn here. */
  entry: (item: T) => ReactNode;
  /** Heading for the list, also its name for screen readers. */
  title: string;
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
      <section className="zp-split-list" aria-label={props.title}>
        <div className="zp-split-head">
          <h2>{props.title}</h2>
          <span className="zp-muted zp-small">{items.length} 条</span>
        </div>
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
                  onClick={() => onSelect(item.id)}
                >
                  {props.entry(item)}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="zp-split-hint zp-small zp-muted">{props.hint ?? '按 J、K 键上下移动'}</p>
      </section>
      <section className="zp-split-detail" aria-label="详情">
        {props.detail ?? <p className="zp-muted">从左边的列表选择一条，详情显示在这里。</p>}
      </section>
      {props.beside ? (
        <section className="zp-split-beside" aria-label="佐证材料">
          {props.beside}
        </section>
      ) : null}
    </div>
  );
}
