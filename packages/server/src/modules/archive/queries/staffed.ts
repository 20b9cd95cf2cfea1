import { AppError } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** Whether somebody besides this person can act for the unit: nobody decides the own case. `besides` null: anybody. */
export async function isStaffed(ctx: Ctx, unitId: string, besides: string | null): Promise<boolean> {
  const { rows } = await sql<{ staffed: boolean }>`select unit_staffed(${unitId}, ${besides}) as staffed`.execute(
    ctx.tx,
  );
  return rows[0]?.staffed === true;
}

/** What goes to the unit must reach somebody there. @throws AppError `UNIT_UNSTAFFED` */
export async function assertStaffed(ctx: Ctx, unitId: string, personId: string): Promise<void> {
  if (!(await isStaffed(ctx, unitId, personId))) throw new AppError('UNIT_UNSTAFFED');
}
