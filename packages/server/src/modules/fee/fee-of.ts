import { AppError } from '@zhiping/contract';
import { type FeeState, feeStageOf, paymentReference, type Plan, type Process } from '@zhiping/core';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { type ApplicationRow, loadApplication, processOf } from '../application/index.ts';
import type { FeeTables } from './tables.ts';

/** The fee of one application: what the plan charges, and what happened to it so far. */
export interface FeeOf {
  readonly process: Process;
  readonly charged: NonNullable<Plan['fee']>;
  /** Stage that waits for it. */
  readonly stage: string;
  readonly reference: string;
  /** Null until something happened. */
  readonly stored: Selectable<FeeTables['fee']> | null;
  readonly state: FeeState;
}

/** Null where the plan charges nothing. */
export async function findFee(ctx: Ctx, row: ApplicationRow): Promise<FeeOf | null> {
  const process = await processOf(ctx, row);
  const charged = process.plan.fee;
  const stage = feeStageOf(process.plan);
  if (charged === undefined || stage === null) return null;
  const stored =
    (await ctx.tx.selectFrom('fee').selectAll().where('application_id', '=', row.id).executeTakeFirst()) ?? null;
  return { process, charged, stage, reference: paymentReference(row.number), stored, state: stored?.state ?? 'due' };
}

/** Where the fees of these applications stand, by application; those of which nothing happened yet are left out. */
export async function feeStates(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, FeeState>> {
  const rows = await ctx.tx
    .selectFrom('fee')
    .select(['application_id', 'state'])
    .where(sql<boolean>`application_id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ application_id: id, state }) => [id, state]));
}

/**
 * The application locked, with its fee: what is written is what was decided on.
 * @throws AppError `NO_FEE` where the plan charges nothing
 */
export async function lockedFee(ctx: Ctx, applicationId: string): Promise<{ row: ApplicationRow; fee: FeeOf }> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  const fee = await findFee(ctx, target.row);
  if (!fee) throw new AppError('NO_FEE');
  return { row: target.row, fee };
}

/** Writes the row of a fee as it was read; its application must be locked, so that only one writes the first. */
export async function writeFee(
  ctx: Ctx,
  row: ApplicationRow,
  fee: FeeOf,
  changes: Partial<Omit<Selectable<FeeTables['fee']>, 'application_id'>> & { readonly state: FeeState },
): Promise<void> {
  const values = { ...changes, changed_at: ctx.businessNowOf(row.organiser_id) };
  if (fee.stored !== null) {
    await ctx.tx.updateTable('fee').set(values).where('application_id', '=', row.id).execute();
    return;
  }
  await ctx.tx
    .insertInto('fee')
    .values({
      application_id: row.id,
      organiser_id: row.organiser_id,
      plan_id: row.plan_id,
      person_id: row.person_id,
      unit_id: row.unit_id,
      amount_fen: fee.charged.amountFen,
      ...values,
    })
    .execute();
}
