import { AppError } from '@zhiping/contract';
import { isCreditCode } from '@zhiping/core';
import type { Insertable } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { startDaily } from '../../../jobs/daily.ts';
import type { AccountTables } from '../tables.ts';

type New<T extends 'unit' | 'authority' | 'association'> = Omit<Insertable<AccountTables[T]>, 'id' | 'created_at'>;

/** Registers an organisation once; its name (a unit: its credit code) is its identity. Runs as the platform. */
export async function addUnit(ctx: Ctx, unit: New<'unit'>): Promise<string> {
  if (!isCreditCode(unit.credit_code)) throw new AppError('CREDIT_CODE_INVALID');
  const id = ctx.newId();
  const added = await ctx.tx
    .insertInto('unit')
    .values({ id, ...unit })
    .onConflict((conflict) => conflict.column('credit_code').doNothing())
    .executeTakeFirst();
  return recordAdded(ctx, 'unit', id, added.numInsertedOrUpdatedRows);
}

export async function addAuthority(ctx: Ctx, authority: New<'authority'>): Promise<string> {
  const id = ctx.newId();
  const added = await ctx.tx
    .insertInto('authority')
    .values({ id, ...authority })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  return recordAdded(ctx, 'authority', id, added.numInsertedOrUpdatedRows);
}

export async function addAssociation(ctx: Ctx, association: New<'association'>): Promise<string> {
  const id = ctx.newId();
  const added = await ctx.tx
    .insertInto('association')
    .values({ id, ...association })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  return recordAdded(ctx, 'association', id, added.numInsertedOrUpdatedRows);
}

/**
 * One who forms committees and runs plans. Its business time is the real time; a demonstration may start it on another day.
 * @throws AppError `ORGANISATION_EXISTS`, `CLOCK_ONLY_IN_DEMONSTRATION`
 */
export async function addOrganiser(
  ctx: Ctx,
  organiser: { readonly name: string; readonly officeName: string; readonly startsAt: string | null },
): Promise<string> {
  const { mode } = ctx.installation.settings;
  if (organiser.startsAt !== null && mode !== 'demonstration') throw new AppError('CLOCK_ONLY_IN_DEMONSTRATION');
  const startsAt = organiser.startsAt ?? ctx.systemNow;
  const id = ctx.newId();
  const added = await ctx.tx
    .insertInto('organiser')
    .values({
      id,
      name: organiser.name,
      office_name: organiser.officeName,
      clock_offset_ms: organiser.startsAt === null ? 0n : BigInt(Date.parse(startsAt) - Date.parse(ctx.systemNow)),
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  await recordAdded(ctx, 'organiser', id, added.numInsertedOrUpdatedRows);
  await startDaily(ctx, id, startsAt);
  return id;
}

async function recordAdded(ctx: Ctx, noun: string, id: string, added: bigint | undefined): Promise<string> {
  if (added !== 1n) throw new AppError('ORGANISATION_EXISTS');
  await ctx.record({ organiserId: null, subject: { noun, id }, data: {} });
  return id;
}
