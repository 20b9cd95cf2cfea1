import type { ArchiveHint } from '@zhiping/core';

/** One sentence of a plan with the clause it stands in. */
export type PlanHint = Pick<ArchiveHint, 'text' | 'source'>;

/** What plans say of the whole form, under its general words. */
export function ArchiveHints({ planNames, hints }: { planNames: readonly string[]; hints: readonly PlanHint[] }) {
  if (hints.length === 0) return null;
  return (
    <div className="zp-awide zp-ahints">
      <p className="zp-small zp-muted">{planNames.join('、')}：</p>
      <ul>
        {hints.map((hint) => (
          <li key={`${hint.text} ${hint.source}`}>
            <HintWords hint={hint} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The sentence, then where it stands. */
export function HintWords({ hint }: { hint: PlanHint }) {
  return (
    <>
      {hint.text}
      <span className="zp-small zp-muted">（{hint.source}）</span>
    </>
  );
}
