import { AppError, type Bulk } from '@zhiping/contract';
import { renderMessage } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { leadsOutside } from '../channels/channels.ts';
import { bulkLines } from '../queries/bulk.ts';
import { stageNames } from '../stage-names.ts';
import type { BulkRow, NoticePlan } from '../target.ts';

/** What an office wants to write to whom: the applicants of a plan, in some stages or (none named) in all. */
export interface Wanted {
  readonly stages: readonly string[];
  readonly title: string;
  readonly body: string;
}
/** Stands in a text for the number of the application; the only thing that differs between recipients. */
export const NUMBER = '〔申报编号〕';

/** How many would receive it, and how the first of them would read it. Keeps nothing. */
export async function previewNotice(ctx: Ctx, { plan }: NoticePlan, wanted: Wanted) {
  await checkStages(ctx, plan, wanted.stages);
  const recipients = await countRecipients(ctx, plan.id, wanted.stages);
  const first = await recipientsOf(ctx, plan.id, wanted.stages).select('a.number').orderBy('a.id').limit(1).execute();
  const [sample] = first.map(({ number }) => {
    const { title, body } = renderMessage('office.notice', { title: wanted.title, body: wanted.body });
    return { title: title.replaceAll(NUMBER, number), body: body.replaceAll(NUMBER, number) };
  });
  return { recipients, sample: sample ?? null };
}

/** Keeps a notice until somebody releases it. @throws AppError `NOTICE_NOBODY`, `NOTICE_STAGE` */
export async function holdNotice(ctx: Ctx, { plan }: NoticePlan, wanted: Wanted): Promise<Bulk> {
  await checkStages(ctx, plan, wanted.stages);
  const recipients = await countRecipients(ctx, plan.id, wanted.stages);
  if (recipients === 0) throw new AppError('NOTICE_NOBODY');
  const id = ctx.newId();
  const row = await ctx.tx
    .insertInto('bulk_message')
    .values({
      id,
      organiser_id: plan.organiser_id,
      plan_id: plan.id,
      stages: [...wanted.stages],
      title: wanted.title,
      body: wanted.body,
      state: 'held',
      recipients,
      held_by: ctx.actor.personId ?? '',
      held_at: ctx.businessNowOf(plan.organiser_id),
      decided_by: null,
      decided_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordBulk(ctx, row);
  return oneLine(ctx, row);
}

/** Writes a held notice to everybody whom it concerns now, once each. @throws AppError `STALE`, `NOTICE_NOBODY` */
export async function releaseNotice(ctx: Ctx, row: BulkRow, version: number): Promise<Bulk> {
  const at = ctx.businessNowOf(row.organiser_id);
  const { title, body } = renderMessage('office.notice', { title: row.title, body: row.body });
  const postings = sql`(
    select coalesce(jsonb_agg(jsonb_build_object('posting', ${row.id}::text, 'person', a.person_id,
      'organiser', a.organiser_id, 'template', 'office.notice', 'noun', 'application', 'about', a.id,
      'occasion', ${`notice ${row.id}`}::text, 'title', replace(${title}, ${NUMBER}, a.number),
      'body', replace(${body}, ${NUMBER}, a.number))), '[]')
    from application a where ${concerns(row.plan_id, row.stages)})`;
  const { rows } = await sql<{ written: bigint }>`
    select post_messages(${postings}, ${at}, ${leadsOutside(ctx.installation.settings)}) as written
  `.execute(ctx.tx);
  const recipients = Number(rows[0]?.written ?? 0);
  if (recipients === 0) throw new AppError('NOTICE_NOBODY');
  return decide(ctx, row, version, { state: 'released', recipients });
}

/** A held notice is not sent. @throws AppError `STALE` */
export function cancelNotice(ctx: Ctx, row: BulkRow, version: number): Promise<Bulk> {
  return decide(ctx, row, version, { state: 'cancelled' });
}

async function decide(
  ctx: Ctx,
  row: BulkRow,
  version: number,
  changes: { readonly state: 'released' | 'cancelled'; readonly recipients?: number },
): Promise<Bulk> {
  if (row.version !== version) throw new AppError('STALE');
  const decided = await ctx.tx
    .updateTable('bulk_message')
    .set({
      ...changes,
      decided_by: ctx.actor.personId,
      decided_at: ctx.businessNowOf(row.organiser_id),
      version: version + 1,
    })
    .where('id', '=', row.id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordBulk(ctx, decided);
  return oneLine(ctx, decided);
}

function recordBulk(ctx: Ctx, row: BulkRow) {
  const data = { plan: row.plan_id, stages: row.stages, state: row.state, recipients: row.recipients };
  return ctx.record({ organiserId: row.organiser_id, subject: { noun: 'notice', id: row.id }, data });
}

async function oneLine(ctx: Ctx, row: BulkRow): Promise<Bulk> {
  const [line] = await bulkLines(ctx, [row]);
  if (!line) throw new AppError('NOT_FOUND');
  return line;
}

async function checkStages(ctx: Ctx, plan: NoticePlan['plan'], stages: readonly string[]): Promise<void> {
  const names = await stageNames(ctx, plan.pack, plan.pack_number);
  if (stages.some((stage) => !names.has(stage))) throw new AppError('NOTICE_STAGE');
}

/** Without stages: all applications of the plan but those the applicants withdrew. */
const concerns = (planId: string, stages: readonly string[]) =>
  stages.length === 0
    ? sql<boolean>`a.plan_id = ${planId} and a.stage <> 'withdrawn'`
    : sql<boolean>`a.plan_id = ${planId} and a.stage = any(${[...stages]}::text[])`;

const recipientsOf = (ctx: Ctx, planId: string, stages: readonly string[]) =>
  ctx.tx.selectFrom('application as a').where(concerns(planId, stages));

async function countRecipients(ctx: Ctx, planId: string, stages: readonly string[]): Promise<number> {
  const { n } = await recipientsOf(ctx, planId, stages).select(sql<bigint>`count(*)`.as('n')).executeTakeFirstOrThrow();
  return Number(n);
}
