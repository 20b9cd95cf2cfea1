import { noticeContent, type NoticeContent, type Plan, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type ApplicationRow, chosenRowIds, processOf } from '../application/index.ts';
import { factsOf, readRows } from '../archive/index.ts';
import { titleOf } from './title-of.ts';

/** Names a notice writes for an application: of the unit, the specialty and the title applied for. */
export interface CaseNames {
  readonly unitName: string;
  readonly personName: string;
  readonly specialty: string;
  readonly titleName: string;
}

export async function caseNames(ctx: Ctx, row: ApplicationRow, plan: Plan): Promise<CaseNames> {
  const unit = await ctx.tx.selectFrom('unit').select('name').where('id', '=', row.unit_id).executeTakeFirst();
  const person = await ctx.tx.selectFrom('person').select('name').where('id', '=', row.person_id).executeTakeFirst();
  return {
    unitName: unit?.name ?? '',
    personName: person?.name ?? '',
    specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
    titleName: titleOf(plan, row.level),
  };
}

/** What the unit would publicise of this application as it stands now. */
export async function noticeOf(ctx: Ctx, row: ApplicationRow): Promise<NoticeContent> {
  const rows = await readRows(ctx, row.person_id, 'masked');
  return noticeContent(rows.map(factsOf), new Set(chosenRowIds(row)));
}

export async function planOfApplication(ctx: Ctx, row: ApplicationRow) {
  return processOf(ctx, row);
}
