import { useEffect, useState } from 'react';
import { api } from '../shared/api.ts';

/** A thing read once from the server; read again when the address changes. */
export function useRead<T>(url: string): {
  readonly data: T | null;
  readonly error: unknown;
  readonly again: () => void;
} {
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    api.get<T>(url, stop.signal).then(
      (answer) => {
        setData(answer);
        setError(null);
      },
      (thrown: unknown) => {
        if (!stop.signal.aborted) setError(thrown);
      },
    );
    return () => stop.abort();
  }, [url, asked]);
  return { data, error, again: () => setAsked((count) => count + 1) };
}
