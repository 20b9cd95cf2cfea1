import type { PhotoVerdict } from '@zhiping/contract';
import { photoRuleWords } from '@zhiping/core';

/** What is wrong with the photo by the rule of one plan, and the whole rule with its clause. */
export function PhotoRuleWords({ plan }: { plan: PhotoVerdict }) {
  const { checked, seen } = photoRuleWords(plan.rule);
  return (
    <>
      {plan.problems.map((words) => (
        <p key={words} className="zp-small zp-reason">
          {words}
        </p>
      ))}
      <p className="zp-small zp-muted">
        {[...checked, ...seen].join('；')}。<span className="zp-label">{plan.label}</span>
      </p>
    </>
  );
}
