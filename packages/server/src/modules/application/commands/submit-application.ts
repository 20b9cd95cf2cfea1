import { AppError } from '@zhiping/contract';
import {
  canonicalJson,
  catalogueAsks,
  type ContentLack,
  type Receipt,
  sha256Hex,
  windowOf,
  windowTimes,
} from '@zhiping/core';
import type { Dossier } from '@zhiping/standard';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { acceptIntoWindow } from '../../../jobs/window.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { assertStaffed } from '../../archive/index.ts';
import { noteCatalogueAsks } from '../../codes/index.ts';
import { noteUses } from '../../reuse/index.ts';
import { advance } from '../advance.ts';
import { contentOf } from '../content.ts';
import { lacksOf } from '../lacks.ts';
import { readMaterial } from '../material.ts';
import { processOf } from '../process-of.ts';
import { reportOn } from '../report.ts';
import { snapshotFor } from '../snapshot-for.ts';
import { loadApplication } from '../target.ts';

/** Where only the photo is in the way, that is said by its own code. */
function assertPhoto(lacks: readonly ContentLack[]): void {
  const [first] = lacks;
  if (first === undefined || lacks.some(({ place }) => place !== 'photo')) return;
  const fields = lacks.map(({ place, words }) => ({ path: place, message: words }));
  throw new AppError(first.missing === true ? 'PHOTO_MISSING' : 'PHOTO_UNFIT', { fields });
}

export interface Submitted {
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly ordinal: number;
  readonly receivedAt: string;
  readonly snapshotHash: string;
  readonly receipt: Receipt;
}

/**
 * The online submission, LN-2024 五(五)1: accepted iff received before the window closes; counts as one of three;
 * freezes what it rests on with its hash and the engine's report. The row's lock and version let exactly one of many
 * parallel submissions through.
 */
export async function submitApplication(ctx: Ctx, applicationId: string, version: number): Promise<Submitted> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  const { row } = target;
  if (row.version !== version) throw new AppError('STALE');
  const process = await processOf(ctx, row);
  const submit = process.stages.get(row.stage)?.actions.find(({ id }) => id === 'submit');
  const leadsTo = typeof submit?.to === 'string' ? [submit.to] : (submit?.to ?? []).map(({ stage }) => stage);
  if (leadsTo.some((stage) => process.stages.get(stage)?.waitsFor === 'unit')) {
    await assertStaffed(ctx, row.unit_id, row.person_id);
  }
  for (const rule of submit?.needs ?? []) {
    if (rule.rule !== 'window-open') continue;
    const { closesAt } = windowTimes(windowOf(process.plan, rule.window));
    await acceptIntoWindow(ctx, { organiserId: row.organiser_id, name: `${row.pack}/${rule.window}`, closesAt });
  }

  const content = contentOf(row);
  const lacks = await lacksOf(ctx, process, row, content);
  assertPhoto(lacks);
  const material = await readMaterial(ctx, row.person_id);
  const snapshot = await snapshotFor(ctx, process, row, content, material);
  const used = material.filter(({ stored }) => content.rows.includes(stored.id));
  const otherUses = await noteUses(ctx, row, used, content.selfReport);
  const snapshotHash = sha256Hex(canonicalJson(snapshot));
  const report = await reportOn(ctx, process, row, snapshot, snapshotHash);
  const { after, outcome, receipt } = await advance(
    ctx,
    applicationId,
    'submit',
    { contentProblems: lacks.map(({ words }) => words) },
    {
      version,
      data: { otherUses, snapshotHash, standardHash: report?.standardHash ?? null, verdict: report?.verdict ?? null },
    },
  );
  const ordinal = outcome.state.submissions;
  await ctx.tx
    .insertInto('application_submission')
    .values({
      id: ctx.newId(),
      organiser_id: row.organiser_id,
      application_id: row.id,
      ordinal,
      snapshot: sql`${JSON.stringify(snapshot)}::jsonb`,
      snapshot_hash: snapshotHash,
      report: report === null || report.decision ? null : sql`${JSON.stringify(report.evaluation)}::jsonb`,
      decision: report?.decision ? sql`${JSON.stringify(report.decision)}::jsonb` : null,
      verdict: report?.verdict ?? null,
      standard_pack: report?.standardPack ?? null,
      standard_hash: report?.standardHash ?? null,
      received_at: ctx.receivedAt,
      receipt: sql`${JSON.stringify(receipt)}::jsonb`,
    })
    .execute();
  const { achievements = [] } = snapshot.dossier as Dossier;
  const asks = catalogueAsks(achievements);
  if (asks.length > 0 || ordinal > 1) await noteCatalogueAsks(ctx, row, asks, dateInShanghai(ctx.receivedAt));
  return {
    id: row.id,
    stage: after.stage,
    version: after.version,
    ordinal,
    receivedAt: ctx.receivedAt,
    snapshotHash,
    receipt,
  };
}
