import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { ConsentTables } from './tables.ts';

export type ConsentRow = Selectable<ConsentTables['consent_request']>;

/** A request as the permission table sees it: its authority is the one that was asked, not the one that seals the case. */
export interface ConsentTarget extends TargetFacts {
  readonly row: ConsentRow;
}

export async function loadConsent(ctx: Ctx, { id }: { readonly id: string }): Promise<ConsentTarget | null> {
  const row = await ctx.tx.selectFrom('consent_request').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    stage: row.state,
    organiserId: row.organiser_id,
    applicantPersonId: row.person_id,
    unitId: row.unit_id,
    authorityId: row.authority_id,
    row,
  };
}
