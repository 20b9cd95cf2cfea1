import { AppError, type sourceComparison } from '@zhiping/contract';
import { sha256Hex } from '@zhiping/core';
import { compareSource } from '@zhiping/standard/source/compare';
import { type LabelsFile, labelsOf } from '@zhiping/standard/source/labels';
import { splitClauses } from '@zhiping/standard/source/split';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { materialOf } from '../queries/version-files.ts';
import { policySubject } from '../subject.ts';

export interface PolicyNamed {
  readonly pack: string;
  readonly number: number;
  readonly hash: string;
}

/**
 * Keeps an official text beside a pack, clause by clause, in place of one attached before, and answers how it compares
 * with the labels of the pack. The text is the operator's: it never becomes part of a version. Throws
 * `POLICY_TEXT_WITHOUT_NUMBERS` where no printed number is found.
 */
export async function attachOfficialText(
  ctx: Ctx,
  policy: PolicyNamed,
  text: string,
): Promise<z.output<typeof sourceComparison>> {
  const clauses = splitClauses(text);
  if (clauses.length < 2) throw new AppError('POLICY_TEXT_WITHOUT_NUMBERS');
  const { pack } = policy;
  const kept = await labelsFileOf(ctx, pack);
  const comparison = compareSource(labelsOf('', clauses, sha256Hex), kept, new Set(), new Set());
  await ctx.asPlatform(async () => {
    await ctx.tx.deleteFrom('policy_official_clause').where('pack', '=', pack).execute();
    await ctx.tx
      .insertInto('policy_official_clause')
      .values(clauses.map((clause, ordinal) => ({ pack, ordinal, ...clause, attached_at: ctx.systemNow })))
      .execute();
  });
  await ctx.record({
    organiserId: null,
    action: 'policy.attach-official-text',
    subject: policySubject(policy.hash),
    data: { pack, clauses: clauses.length, sha256: sha256Hex(text) },
  });
  const { missingInText, missingInLabels, changed } = comparison;
  return {
    clauses: clauses.length,
    missingInText: [...missingInText],
    missingInLabels: [...missingInLabels],
    changed: [...changed],
  };
}

/** Takes the attached text away again. Answers how many clauses were there. */
export async function removeOfficialText(ctx: Ctx, policy: PolicyNamed): Promise<number> {
  const gone = await ctx.asPlatform(() =>
    ctx.tx.deleteFrom('policy_official_clause').where('pack', '=', policy.pack).executeTakeFirst(),
  );
  const removed = Number(gone.numDeletedRows);
  await ctx.record({
    organiserId: null,
    action: 'policy.remove-official-text',
    subject: policySubject(policy.hash),
    data: { pack: policy.pack, clauses: removed },
  });
  return removed;
}

async function labelsFileOf(ctx: Ctx, pack: string): Promise<LabelsFile> {
  const text = (await materialOf(ctx, pack))['labels.json'];
  return text === undefined ? { document: '', normalisation: '', clauses: [] } : (JSON.parse(text) as LabelsFile);
}
