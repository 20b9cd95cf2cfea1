import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { ApplicationTables } from './tables.ts';

export type ApplicationRow = Selectable<ApplicationTables['application']>;

/** An application as the permission table sees it, with its row. */
export interface ApplicationTarget extends TargetFacts {
  readonly row: ApplicationRow;
}

/** Loads one application; null where there is none within the caller's reach. `lock` takes it for a change. */
export async function loadApplication(
  ctx: Ctx,
  { id }: { readonly id: string },
  lock = false,
): Promise<ApplicationTarget | null> {
  const query = ctx.tx.selectFrom('application').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? applicationTarget(row) : null;
}

export function applicationTarget(row: ApplicationRow): ApplicationTarget {
  return {
    stage: row.stage,
    organiserId: row.organiser_id,
    applicantPersonId: row.person_id,
    unitId: row.unit_id,
    authorityId: row.authority_id,
    associationId: row.association_id,
    confirmerId: row.confirmer_id,
    row,
  };
}
