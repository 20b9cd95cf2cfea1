import { useQueryClient } from '@tanstack/react-query';
import type { AnyEndpoint } from '@zhiping/contract';
import { useState } from 'react';
import { ApiError } from '../../shared/index.ts';
import { keyOf } from '../call.ts';

/** What several applications have in common for a page that does one thing to each. */
export interface BulkItem {
  readonly id: string;
}

export interface Bulk<T extends BulkItem> {
  readonly chosen: ReadonlySet<string>;
  /** The chosen ones, in the order of the list. */
  readonly picked: readonly T[];
  readonly choose: (ids: readonly string[]) => void;
  /** What became of each one so far, in words. */
  readonly results: ReadonlyMap<string, string>;
  /** True from the first command on; the choice stands then. */
  readonly running: boolean;
  readonly run: () => Promise<void>;
}

/**
 * Several at once: one command an application, each its own transaction with its own outcome; one that is refused leaves
 * the others alone.
 * @param send does it to one and answers what was done, in words
 * @param changes what is read again when all are done
 */
export function useBulk<T extends BulkItem>(
  items: readonly T[],
  start: readonly string[],
  send: (item: T) => Promise<string>,
  changes: readonly AnyEndpoint[],
): Bulk<T> {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(start));
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map());
  const [running, setRunning] = useState(false);
  const picked = items.filter(({ id }) => chosen.has(id));
  const run = async () => {
    setRunning(true);
    for (const item of picked) {
      const result = await send(item).catch((error: unknown) =>
        error instanceof ApiError || error instanceof Error ? `没有办成：${error.message}` : '没有办成',
      );
      setResults((before) => new Map([...before, [item.id, result]]));
    }
    await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) })));
  };
  return { chosen, picked, choose: (ids) => setChosen(new Set(ids)), results, running, run };
}

/** The list with a box for each, and each one's outcome once it is done. */
export function BulkList<T extends BulkItem>(props: {
  title: string;
  items: readonly T[];
  bulk: Bulk<T>;
  words: (item: T) => string;
}) {
  const { title, items, bulk, words } = props;
  const { chosen, choose, results, running } = bulk;
  const all = chosen.size === items.length;
  return (
    <section className="zp-card">
      <h2>{title}</h2>
      <button
        type="button"
        className="zp-button"
        disabled={running}
        onClick={() => choose(all ? [] : items.map(({ id }) => id))}
      >
        {all ? '全部不选' : '选本页全部'}
      </button>
      <ul className="zp-list">
        {items.map((item) => (
          <li key={item.id}>
            <label className="zp-check">
              <input
                type="checkbox"
                checked={chosen.has(item.id)}
                disabled={running}
                onChange={() =>
                  choose(chosen.has(item.id) ? [...chosen].filter((one) => one !== item.id) : [...chosen, item.id])
                }
              />
              <span>
                {words(item)}
                {results.has(item.id) ? <strong>　{results.get(item.id)}</strong> : null}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {running ? (
        <p role="status">
          已办 {results.size} 件，共 {chosen.size} 件。
        </p>
      ) : null}
    </section>
  );
}
