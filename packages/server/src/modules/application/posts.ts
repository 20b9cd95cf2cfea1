import { levelOfGrade, type Plan, type Process, type RowFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { processOf } from './process-of.ts';
import type { ApplicationRow } from './target.ts';
import { unitTraitsOf } from './unit-traits.ts';

type Linked = NonNullable<Plan['posts']>;

/** What the plan asks of this application's unit about posts: 评聘结合; null where it asks nothing. */
export async function linkedPosts(ctx: Ctx, row: ApplicationRow, known?: Process): Promise<Linked | null> {
  const { plan } = known ?? (await processOf(ctx, row));
  if (!plan.posts) return null;
  const unit = await ctx.tx.selectFrom('unit').selectAll().where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const { nature } = unitTraitsOf(unit, plan.scope.province);
  return plan.posts.linked.includes(nature) ? plan.posts : null;
}

/** What was recorded about the post of an application; null before. */
export async function recordedPost(
  ctx: Ctx,
  applicationId: string,
): Promise<{ takes: boolean; reason: string; recordedAt: string } | null> {
  const row = await ctx.tx
    .selectFrom('application_post')
    .select(['takes', 'reason', 'recorded_at as recordedAt'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row ?? null;
}

/** The periods in posts that units registered, as verified archive rows: they count for “title and post N years”. */
export async function appointmentRows(ctx: Ctx, personId: string): Promise<readonly RowFacts[]> {
  const rows = await ctx.tx
    .selectFrom('appointment as a')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.grade', 'a.post_name', 'a.from_date', 'a.to_date', 'u.name'])
    .where('a.person_id', '=', personId)
    .orderBy('a.from_date')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'appointment',
    state: 'verified',
    fields: {
      post: row.post_name,
      level: levelOfGrade(row.grade),
      unitName: row.name,
      from: row.from_date,
      to: row.to_date,
    },
    evidence: [],
  }));
}
