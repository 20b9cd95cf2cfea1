import type { ChainPaper, ChainStep } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { processOf } from '../application/index.ts';
import type { ConsultationRow } from './target.ts';

/** The papers a request needs, in their order; none for the green channel. */
export async function chainOf(ctx: Ctx, row: ConsultationRow): Promise<readonly ChainStep[]> {
  if (row.kind !== 'entrusted') return [];
  const plan = await ctx.tx.selectFrom('plan').selectAll().where('id', '=', row.plan_id).executeTakeFirstOrThrow();
  const { plan: rules } = await processOf(ctx, plan);
  return rules.entrusted?.chain ?? [];
}

export interface StoredPaper extends ChainPaper {
  readonly id: string;
  readonly number: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly at: string;
}

/** All papers handed in, oldest first. */
export async function papersOf(ctx: Ctx, consultationId: string): Promise<readonly StoredPaper[]> {
  const rows = await ctx.tx
    .selectFrom('consultation_paper')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    number: row.number,
    datedOn: row.dated_on,
    fileId: row.file_id,
    fileName: row.file_name,
    at: row.handed_in_at,
  }));
}
