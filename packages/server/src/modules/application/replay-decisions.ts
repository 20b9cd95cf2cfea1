import { canonicalJson, sha256Hex } from '@zhiping/core';
import type { Dossier } from '@zhiping/standard';
import { asPlatform, type Ctx } from '../../context.ts';
import type { Installation } from '../../installation.ts';
import { replay } from '../evaluation/index.ts';

/** A submission whose decision was rendered and evaluated again. */
export interface ReplayedSubmission {
  readonly number: string;
  readonly ordinal: number;
  readonly verdict: string | null;
  /** Bytes of the report as rendered from the decision, and of the decision as kept. */
  readonly bytes: number;
  readonly keptBytes: number;
  /** Empty where the decision renders to the same bytes as evaluating again. */
  readonly differences: readonly string[];
}

/** So many submissions are read at once. */
const PAGE = 50;

/**
 * Renders every kept decision again, of one application where `number` is given, and holds it against a new evaluation with the
 * same version of the standard, the same rules of the plan and the same frozen dossier. Reads only; `tell` hears of each.
 */
export async function replayDecisions(
  installation: Installation,
  number: string | null,
  tell: (one: ReplayedSubmission) => void,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Page = await asPlatform(installation, 'system.check', (ctx) => replayPage(ctx, number, after));
    for (const one of page.replayed) tell(one);
    if (page.last === null) return;
    after = page.last;
  }
}

interface Page {
  readonly replayed: readonly ReplayedSubmission[];
  /** Id of the last submission read; null when there are no more. */
  readonly last: string | null;
}

async function replayPage(ctx: Ctx, number: string | null, after: string | null): Promise<Page> {
  const rows = await ctx.tx
    .selectFrom('application_submission as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .select(['s.id', 'a.number', 's.ordinal', 's.verdict', 's.snapshot', 's.decision'])
    .where('s.decision', 'is not', null)
    .$if(number !== null, (query) => query.where('a.number', '=', number ?? ''))
    .$if(after !== null, (query) => query.where('s.id', '>', after ?? ''))
    .orderBy('s.id')
    .limit(PAGE)
    .execute();
  const replayed: ReplayedSubmission[] = [];
  for (const { decision, snapshot, ...row } of rows) {
    if (decision === null) continue;
    const snapshotHash = sha256Hex(canonicalJson(snapshot));
    const { report, differences } = await replay(ctx, decision, snapshot.dossier as Dossier, snapshotHash);
    replayed.push({
      number: row.number,
      ordinal: row.ordinal,
      verdict: row.verdict,
      bytes: report === null ? 0 : Buffer.byteLength(JSON.stringify(report)),
      keptBytes: Buffer.byteLength(JSON.stringify(decision)),
      differences,
    });
  }
  return { replayed, last: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) };
}
