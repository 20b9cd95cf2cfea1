import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';

/** Behind a permission of relation `applicant` there is always a person. */
export function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
