import { AppError } from '@zhiping/contract';
import { isCreditCode } from '@zhiping/core';
import type { Insertable } from 'kysely';
import type { Ctx } from '../../../context.ts';
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

async function recordAdded(ctx: Ctx, noun: string, id: string, added: bigint | undefined): Promise<string> {
  if (added !== 1n) throw new AppError('ORGANISATION_EXISTS');
  await ctx.record({ organiserId: null, subject: { noun, id }, data: {} });
  return id;
}
