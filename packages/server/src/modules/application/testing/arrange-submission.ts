import type { ApplicationSnapshot } from '@zhiping/contract';
import { canonicalJson, sha256Hex } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { DEMONSTRATION } from '../../../start/demonstration/organisations.ts';
import { processOf } from '../process-of.ts';
import { reportOn } from '../report.ts';
import { loadApplication } from '../target.ts';

const ROW_ID = '01900000-0000-7000-8000-0000000000a1';

/**
 * Puts a frozen submission beside an arranged application, for tests of what comes after it. With a dossier it carries the
 * engine's report on it, without one none.
 */
export async function arrangeSubmission(
  ctx: Ctx,
  applicationId: string,
  ordinal = 1,
  changes: Partial<ApplicationSnapshot> = {},
): Promise<ApplicationSnapshot> {
  const snapshot: ApplicationSnapshot = {
    applicant: { name: '王安防', currentTitle: '工程师' },
    unit: { id: DEMONSTRATION.enterprise, name: '沈阳安盾科技有限公司' },
    subject: { specialty: 'security', level: 'senior', route: 'normal' },
    selfReport: '任现职以来主持完成三个项目。',
    representativeRowId: ROW_ID,
    rows: [
      {
        id: ROW_ID,
        kind: 'project',
        kindName: '项目',
        title: '市级重点单位视频防范系统',
        effectiveOn: '2022-05-20',
        facts: [{ name: '角色', value: '主持' }],
        ownPart: '总体设计',
        files: [],
      },
    ],
    dossier: { format: 'zhiping-dossier-1' },
    ...changes,
  };
  const report = changes.dossier === undefined ? null : await reportOf(ctx, applicationId, snapshot);
  await ctx.tx
    .insertInto('application_submission')
    .values({
      id: ctx.newId(),
      organiser_id: DEMONSTRATION.organiser,
      application_id: applicationId,
      ordinal,
      snapshot: JSON.stringify(snapshot),
      snapshot_hash: 'arranged',
      report: report && !report.decision ? JSON.stringify(report.evaluation) : null,
      decision: report?.decision ? JSON.stringify(report.decision) : null,
      verdict: report?.verdict ?? null,
      standard_pack: report?.standardPack ?? null,
      standard_hash: report?.standardHash ?? null,
      received_at: ctx.businessNowOf(DEMONSTRATION.organiser),
      receipt: null,
    })
    .execute();
  await sql`update application
    set state = jsonb_set(state, '{submissions}', to_jsonb(greatest((state ->> 'submissions')::int, ${ordinal}::int)))
    where id = ${applicationId}`.execute(ctx.tx);
  return snapshot;
}

async function reportOf(ctx: Ctx, applicationId: string, snapshot: ApplicationSnapshot) {
  const target = await loadApplication(ctx, { id: applicationId });
  if (!target) throw new Error('arrange the application first');
  const { row } = target;
  return reportOn(ctx, await processOf(ctx, row), row, snapshot, sha256Hex(canonicalJson(snapshot)));
}
