import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Database } from '../../db/tables.ts';

interface ById {
  readonly id: string;
}

/** One message: its reader stands to it as an applicant does to their case. */
export async function loadMessage(ctx: Ctx, { id }: ById): Promise<TargetFacts | null> {
  const row = await ctx.tx.selectFrom('message').select('person_id').where('id', '=', id).executeTakeFirst();
  return row ? { stage: 'any', applicantPersonId: row.person_id } : null;
}

export interface NoticePlan extends TargetFacts {
  readonly plan: Pick<Selectable<Database['plan']>, 'id' | 'organiser_id' | 'pack' | 'pack_number' | 'name'>;
}
const PLAN = ['id', 'organiser_id', 'pack', 'pack_number', 'name'] as const;

/** A plan whose applicants an office may write to. */
export async function loadNoticePlan(ctx: Ctx, { id }: ById): Promise<NoticePlan | null> {
  const plan = await ctx.tx.selectFrom('plan').select(PLAN).where('id', '=', id).executeTakeFirst();
  return plan ? { stage: 'any', organiserId: plan.organiser_id, plan } : null;
}

export type BulkRow = Selectable<Database['bulk_message']>;
export interface BulkTarget extends TargetFacts {
  readonly row: BulkRow;
}

/** A notice to many, locked: it is released or cancelled once. */
export async function loadBulk(ctx: Ctx, { id }: ById): Promise<BulkTarget | null> {
  const row = await ctx.tx.selectFrom('bulk_message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? { stage: row.state, organiserId: row.organiser_id, row } : null;
}

/** One delivery, locked for sending again. */
export async function loadDelivery(ctx: Ctx, { id }: ById): Promise<(TargetFacts & { readonly id: string }) | null> {
  const row = await ctx.tx
    .selectFrom('message_delivery')
    .select(['id', 'state', 'organiser_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { stage: row.state, organiserId: row.organiser_id, id: row.id } : null;
}
