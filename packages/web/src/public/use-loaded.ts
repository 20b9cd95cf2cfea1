import { useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Loads for a key, and anew when the key changes or `again` is called. `load` must be the same function on every
 * drawing (a function of the module). For one GET of one address `useRead` is enough.
 */
export function useLoaded<T>(load: (key: string) => Promise<T>, key: string): Loaded<T> & { again: () => void } {
  const [state, setState] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { kind: 'loading' } });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let left = false;
    load(key).then(
      (value) => !left && setState({ key, loaded: { kind: 'ready', value } }),
      (error: unknown) => !left && setState({ key, loaded: { kind: 'failed', error } }),
    );
    return () => {
      left = true;
    };
  }, [load, key, tries]);
  const loaded: Loaded<T> = state.key === key ? state.loaded : { kind: 'loading' };
  return { ...loaded, again: () => setTries((count) => count + 1) };
}
