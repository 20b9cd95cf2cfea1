import { useEffect, useState } from 'react';
import { api } from '../shared/api.ts';

/**
 * What a link of one use opens. Its secret stands behind the # of the address, which browsers never send, and goes to the
 * server in the body.
 */
export function useLink<T>(url: string): { readonly token: string; readonly data: T | null; readonly error: unknown } {
  const [token] = useState(() => location.hash.slice(1));
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    api.post<T>(url, { token }, { signal: stop.signal }).then(setData, (thrown: unknown) => {
      if (!stop.signal.aborted) setError(thrown);
    });
    return () => stop.abort();
  }, [url, token]);
  return { token, data, error };
}

/** Text fields and one picture, as an upload takes them: the fields stand before the file. */
export function withPicture(fields: Readonly<Record<string, string>>, picture: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', picture, 'signature.png');
  return form;
}
