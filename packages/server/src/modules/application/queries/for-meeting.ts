import { specialtyOf } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { processOf } from '../process-of.ts';
import { keptReport } from '../report.ts';

/** What a meeting needs to know of one application. */
export interface CaseFacts {
  readonly applicationId: string;
  readonly number: string;
  readonly applicantPersonId: string;
  readonly applicantName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly level: string;
  readonly specialtyName: string;
}

/** Applications of an organiser that wait to be taken into a meeting. */
export async function readyCases(ctx: Ctx, organiserId: string): Promise<readonly CaseFacts[]> {
  const ids = await ctx.tx
    .selectFrom('application')
    .select('id')
    .where('organiser_id', '=', organiserId)
    .where('stage', '=', 'ready')
    .orderBy('number')
    .execute();
  return caseFacts(
    ctx,
    ids.map(({ id }) => id),
  );
}

/** Facts of the applications named, in order of their numbers. */
export async function caseFacts(ctx: Ctx, ids: readonly string[]): Promise<readonly CaseFacts[]> {
  const rows = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.number', 'a.person_id', 'a.unit_id', 'a.level', 'a.specialty', 'a.pack', 'a.pack_number'])
    .select(['a.organiser_id', 'p.name as applicantName', 'u.name as unitName'])
    .where(sql<boolean>`a.id = any(${[...ids]}::uuid[])`)
    .orderBy('a.number')
    .execute();
  const facts: CaseFacts[] = [];
  for (const row of rows) {
    const { plan } = await processOf(ctx, row);
    facts.push({
      applicationId: row.id,
      number: row.number,
      applicantPersonId: row.person_id,
      applicantName: row.applicantName,
      unitId: row.unit_id,
      unitName: row.unitName,
      level: row.level,
      specialtyName: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
    });
  }
  return facts;
}

/** Files of the photos frozen with the last submissions, by application; those without a photo are left out. */
export async function submittedPhotos(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.tx
    .selectFrom('application_submission')
    .distinctOn('application_id')
    .select(['application_id', sql<string | null>`snapshot -> 'photo' ->> 'fileId'`.as('fileId')])
    .where(sql<boolean>`application_id = any(${[...ids]}::uuid[])`)
    .orderBy('application_id')
    .orderBy('ordinal', 'desc')
    .execute();
  return new Map(rows.flatMap(({ application_id: id, fileId }) => (fileId === null ? [] : [[id, fileId] as const])));
}

/** Those of these applications for which a stamped page was handed in. */
export async function withStampedPage(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('application_stamped_page')
    .select('application_id')
    .distinct()
    .where(sql<boolean>`application_id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ application_id: id }) => id));
}

/** What was last submitted, as it was frozen; null before the first submission. */
export async function lastSubmission(ctx: Ctx, applicationId: string) {
  const row = await ctx.tx
    .selectFrom('application_submission')
    .select(['ordinal', 'snapshot', 'snapshot_hash as hash', 'report', 'decision', 'verdict'])
    .select('received_at as receivedAt')
    .where('application_id', '=', applicationId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, report: await keptReport(ctx, row) } : null;
}

/** The plan an organiser runs now: the version that new applications pin. */
export async function currentPlan(
  ctx: Ctx,
  organiserId: string,
): Promise<{ readonly pack: string; readonly number: number } | null> {
  const row = await ctx.tx
    .selectFrom('plan')
    .select(['pack', 'pack_number as number'])
    .where('organiser_id', '=', organiserId)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
