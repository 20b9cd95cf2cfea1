import { AppError } from '@zhiping/contract';
import { missingProofs, openObjections, type Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance, processOf } from '../../application/index.ts';
import { objectionStates } from '../queries/read-objections.ts';
import { caseOfPublicity, proofsOf } from '../queries/read-unit-publicity.ts';
import type { PublicityRow } from '../target.ts';

export interface ClosedPublicity {
  readonly publicity: PublicityRow;
  readonly receipt: Receipt;
}

/**
 * The unit recommends: only after the last day, with every objection answered and the proofs uploaded that the plan
 * needs. The plan decides all of it, and the application moves on.
 */
export async function concludeUnitPublicity(ctx: Ctx, row: PublicityRow, version: number): Promise<ClosedPublicity> {
  return ctx.asPlatform(async () => {
    await lock(ctx, row, version);
    const { plan } = await processOf(ctx, await caseOfPublicity(ctx, row));
    const missing = missingProofs(plan, await proofsOf(ctx, row.id));
    if (missing.length > 0) {
      throw new AppError('PUBLICITY_PROOF_MISSING', { details: { missing: missing.map(({ name }) => name) } });
    }
    const states = await objectionStates(ctx, { publicityId: row.id });
    const { receipt } = await advance(ctx, applicationOf(row), 'conclude-publicity', {
      openObjections: openObjections(states),
    });
    return { publicity: await close(ctx, row, { closed: 'concluded', invalid_reason: null }), receipt };
  });
}

/** The office declares a publicity invalid, LN-2024 五(四): the unit has to publicise again. */
export async function invalidateUnitPublicity(
  ctx: Ctx,
  row: PublicityRow,
  version: number,
  reason: string,
): Promise<ClosedPublicity> {
  return ctx.asPlatform(async () => {
    await lock(ctx, row, version);
    const { receipt } = await advance(ctx, applicationOf(row), 'invalidate-publicity', { reason });
    return { publicity: await close(ctx, row, { closed: 'invalid', invalid_reason: reason }), receipt };
  });
}

async function lock(ctx: Ctx, row: PublicityRow, version: number): Promise<void> {
  const now = await ctx.tx
    .selectFrom('publicity')
    .select('version')
    .where('id', '=', row.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (now.version !== version) throw new AppError('STALE');
}

async function close(
  ctx: Ctx,
  row: PublicityRow,
  how: Pick<PublicityRow, 'closed' | 'invalid_reason'>,
): Promise<PublicityRow> {
  const changed = { ...how, closed_at: ctx.businessNow, version: row.version + 1 };
  await ctx.tx.updateTable('publicity').set(changed).where('id', '=', row.id).execute();
  return { ...row, ...changed };
}

function applicationOf(row: PublicityRow): string {
  if (row.application_id === null) throw new AppError('NOT_FOUND');
  return row.application_id;
}
