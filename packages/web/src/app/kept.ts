import { useCallback, useState } from 'react';
import { keepInTab } from '../shared/device.ts';

/**
 * State of a form that is sent as a whole: kept in this tab while it is being written, so that a refused command, a session
 * that ended or a reload loses nothing. `forget` once it was accepted.
 * @param name names the form among all of this tab, e.g. `appraisal-<id>`
 */
export function useKept<T>(name: string, initial: T): readonly [T, (next: T) => void, () => void] {
  const place = `unsaved-${name}`;
  const [value, setValue] = useState<T>(() => {
    const text = keepInTab.read(place);
    return text === null ? initial : (JSON.parse(text) as T);
  });
  const change = useCallback(
    (next: T) => {
      setValue(next);
      keepInTab.write(place, JSON.stringify(next));
    },
    [place],
  );
  const forget = useCallback(() => keepInTab.erase(place), [place]);
  return [value, change, forget];
}

/** A text of such a form. Emptied once it was accepted, nothing is kept of it. */
export function useKeptText(name: string): readonly [string, (next: string) => void] {
  const [text, change, forget] = useKept(name, '');
  const set = useCallback(
    (next: string) => {
      change(next);
      if (next === '') forget();
    },
    [change, forget],
  );
  return [text, set];
}
