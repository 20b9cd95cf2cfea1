import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { ConsultationTables } from './tables.ts';

export type ConsultationRow = Selectable<ConsultationTables['consultation']>;

export interface ConsultationTarget extends TargetFacts {
  readonly row: ConsultationRow;
}

/** A request as the permission table sees it; its stage is its state. */
export async function loadConsultation(
  ctx: Ctx,
  { id }: { readonly id: string },
  lock = false,
): Promise<ConsultationTarget | null> {
  const query = ctx.tx.selectFrom('consultation').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  return { stage: row.state, organiserId: row.organiser_id, applicantPersonId: row.person_id, row };
}
