import { problemFrom } from '../api.ts';

/** What happened, what to do, a code to quote. Takes whatever was thrown; shows nothing for null. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (error === null || error === undefined) return null;
  const problem = problemFrom(error);
  return (
    <div className="zp-error" role="alert">
      <p className="zp-error-head">{problem.message}</p>
      {wordsOf(problem.details) === null ? null : <p>{wordsOf(problem.details)}</p>}
      <p>{problem.what}</p>
      {problem.fields ? (
        <ul>
          {problem.fields.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
      <p className="zp-small zp-muted">
        编号 <span className="zp-mono">{problem.code}</span>
        {problem.requestId ? (
          <>
            ，<span className="zp-mono">{problem.requestId}</span>
          </>
        ) : null}
      </p>
      {onRetry ? (
        <button type="button" className="zp-button" onClick={onRetry}>
          再试一次
        </button>
      ) : null}
    </div>
  );
}

/** The particulars of a refusal, as the server words them. */
function wordsOf(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('words' in details)) return null;
  return typeof details.words === 'string' && details.words !== '' ? details.words : null;
}
