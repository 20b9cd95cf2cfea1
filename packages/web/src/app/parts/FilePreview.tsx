import { type AnyEndpoint, urlFor } from '@zhiping/contract';
import { useEffect, useState } from 'react';
import { send } from '../../shared/api.ts';
import { ErrorNote, Loading } from '../../shared/index.ts';
import './material.css';

/** A PDF or picture shown in the page. It is fetched first: files are never served as pages of this site. */
export function FilePreview({ href, name, onClose }: { href: string; name: string; onClose?: () => void }) {
  return (
    <>
      {onClose === undefined ? null : (
        <p className="zp-preview-close">
          <button type="button" className="zp-button zp-small" onClick={onClose}>
            收起
          </button>
        </p>
      )}
      <OneFile key={href} href={href} name={name} />
    </>
  );
}

function OneFile({ href, name }: { href: string; name: string }) {
  const [shown, setShown] = useState<{ readonly url: string; readonly type: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const abort = new AbortController();
    let made: string | null = null;
    send('GET', href, { signal: abort.signal })
      .then(async (response) => {
        const blob = await response.blob();
        made = URL.createObjectURL(blob);
        setShown({ url: made, type: blob.type });
      })
      .catch((thrown: unknown) => {
        if (!abort.signal.aborted) setError(thrown);
      });
    return () => {
      abort.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [href]);
  if (error) return <ErrorNote error={error} />;
  if (shown === null) return <Loading />;
  return (
    <figure className="zp-preview">
      {shown.type === 'application/pdf' ? <iframe src={shown.url} title={name} /> : <img src={shown.url} alt={name} />}
      <figcaption className="zp-small">
        {name}{' '}
        <a href={shown.url} target="_blank" rel="noreferrer">
          在新窗口打开
        </a>
      </figcaption>
    </figure>
  );
}

/** Address of a download endpoint, for links and previews. */
export const fileHref = (endpoint: AnyEndpoint, params: Readonly<Record<string, string | number>>) =>
  urlFor(endpoint.url, params);
