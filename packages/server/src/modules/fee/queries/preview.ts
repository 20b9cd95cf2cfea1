import type { StatementPreview } from '@zhiping/contract';
import { UNMATCHED_WORDS } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { readFile } from '../statement.ts';
import type { PlanTarget } from '../target.ts';

/** What importing a bank's file would do, line by line. */
export async function previewStatement(ctx: Ctx, target: PlanTarget, content: string): Promise<StatementPreview> {
  const { entries, skipped, matching, waiting, digest } = await readFile(ctx, target, content);
  const matched = new Map(matching.matched.map((one) => [one.entryId, one]));
  const unmatched = new Map(matching.unmatched.map((one) => [one.entryId, one]));
  const lines = entries.map(({ line, bookedOn, amountFen, payer, remark, known, fingerprint }) => {
    const match = matched.get(fingerprint);
    const fee = match && waiting.get(match.applicationId);
    const left = unmatched.get(fingerprint);
    return {
      line,
      bookedOn,
      amountFen,
      payer,
      remark,
      known,
      matched:
        match && fee
          ? { number: fee.number, applicantName: fee.applicantName, by: match.by, otherPayer: match.otherPayer }
          : null,
      unmatched: left
        ? {
            words: UNMATCHED_WORDS[left.reason],
            candidates: left.candidates.flatMap((id) => waiting.get(id)?.number ?? []),
          }
        : null,
    };
  });
  return {
    lines,
    skipped: [...skipped],
    matches: matched.size,
    matchedFen: entries.reduce((sum, entry) => sum + (matched.has(entry.fingerprint) ? entry.amountFen : 0), 0),
    digest,
  };
}
