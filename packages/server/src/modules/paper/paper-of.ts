import { AppError } from '@zhiping/contract';
import { type PaperItem, paperItemsOf, paperStageOf, type PlanRoute, type Process } from '@zhiping/core';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { type ApplicationRow, loadApplication, processOf } from '../application/index.ts';
import type { PaperTables } from './tables.ts';

/** The papers of one application: what the plan asks for, and what has been found so far. */
export interface PaperOf {
  readonly process: Process;
  /** Stage that waits for them; null where the plan takes none. */
  readonly stage: string | null;
  readonly items: readonly PaperItem[];
  readonly stored: Selectable<PaperTables['paper']> | null;
}

export async function paperOf(ctx: Ctx, row: ApplicationRow): Promise<PaperOf> {
  const process = await processOf(ctx, row);
  const stage = paperStageOf(process.plan);
  const stored = await ctx.tx.selectFrom('paper').selectAll().where('application_id', '=', row.id).executeTakeFirst();
  const items = stage === null ? [] : paperItemsOf(process.plan, row.route as PlanRoute);
  return { process, stage, items, stored: stored ?? null };
}

/** What the desk found of the papers of these applications, by application; those it has not looked at are left out. */
export async function papersFound(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('paper')
    .select(['application_id', 'state', 'found'])
    .where(sql<boolean>`application_id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ application_id: id, ...found }) => [id, found] as const));
}

/** The application locked, with its papers. @throws AppError `NO_PAPER` where the plan takes none */
export async function lockedPaper(ctx: Ctx, applicationId: string): Promise<{ row: ApplicationRow; paper: PaperOf }> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  const paper = await paperOf(ctx, target.row);
  if (paper.stage === null) throw new AppError('NO_PAPER');
  return { row: target.row, paper };
}

/** What the desk has begun to check is taken in only when it is complete. @throws AppError `PAPER_INCOMPLETE` */
export async function refuseIncompletePaper(ctx: Ctx, applicationId: string): Promise<void> {
  const stored = await ctx.tx
    .selectFrom('paper')
    .select('lacks')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  if (stored !== undefined && stored.lacks > 0) throw new AppError('PAPER_INCOMPLETE');
}
