import { useState } from 'react';
import { ErrorNote } from './ErrorNote.tsx';

/**
 * Personal data, masked until deliberately revealed. `reveal` asks the server, which records the act; without it the
 * value stays masked.
 */
export function Masked({ masked, label, reveal }: { masked: string; label: string; reveal?: () => Promise<string> }) {
  const [shown, setShown] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  return (
    <span className="zp-masked">
      <span className="zp-mono">{shown ?? masked}</span>
      {reveal && shown === null ? (
        <button
          type="button"
          className="zp-link"
          aria-label={`显示${label}，此操作会留下记录`}
          onClick={() => void reveal().then(setShown, setError)}
        >
          显示
        </button>
      ) : null}
      {shown === null ? null : (
        <button type="button" className="zp-link" aria-label={`隐藏${label}`} onClick={() => setShown(null)}>
          隐藏
        </button>
      )}
      <ErrorNote error={error} />
    </span>
  );
}
