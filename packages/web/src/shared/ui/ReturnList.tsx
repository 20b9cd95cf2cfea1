/** One item of a one-time notice or a return (interface rule 5). */
export interface ReturnItem {
  readonly id: string;
  /** 位置, e.g. 业绩成果 · 省级科技进步奖. */
  readonly place: string;
  /** Printed label of the clause, or null. */
  readonly clause: string | null;
  readonly wrong: string;
  readonly todo: string;
  readonly answered: boolean;
  /** Address of the field, usually `#id` on the same page or a page of the application. */
  readonly href?: string;
}

/** Returns are lists; each item jumps to its field, answered ones tick off. */
export function ReturnList({ items, title = '需要补正的内容' }: { items: readonly ReturnItem[]; title?: string }) {
  const done = items.filter((item) => item.answered).length;
  return (
    <section className="zp-returns" aria-label={title}>
      <h3>
        {title}
        <span className="zp-muted zp-small zp-returns-count">
          共 {items.length} 项，已办 {done} 项
        </span>
      </h3>
      <ol className="zp-list">
        {items.map((item, index) => (
          <li key={item.id} className={item.answered ? 'zp-return zp-return-done' : 'zp-return'}>
            <span className="zp-return-tick" aria-hidden="true">
              {item.answered ? '✓' : index + 1}
            </span>
            <div>
              <p className="zp-return-place">
                {item.href ? <a href={item.href}>{item.place}</a> : item.place}
                {item.clause ? <span className="zp-label">{item.clause}</span> : null}
                {item.answered ? <span className="zp-return-state">已办</span> : null}
              </p>
              <p>{item.wrong}</p>
              <p>
                <strong>怎么办：</strong>
                {item.todo}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
