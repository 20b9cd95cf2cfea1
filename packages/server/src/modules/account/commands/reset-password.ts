import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { hashPassword } from '../../../security/passwords.ts';
import { secretText } from '../../../security/random.ts';
import { assertAccount } from './change-relations.ts';
import { forgetSecondFactor } from './second-factor.ts';

/** Gives an account a new password, shown once, and ends all its sessions. Runs as the platform. */
export async function resetPassword(ctx: Ctx, personId: string): Promise<{ personId: string; password: string }> {
  if (personId === ctx.actor.personId) throw new AppError('NOT_FOR_ONESELF');
  await assertAccount(ctx, personId);
  const password = secretText();
  await ctx.tx
    .updateTable('account')
    .set({
      password_hash: await hashPassword(password),
      failed_attempts: 0,
      locked_until: null,
      changed_at: ctx.systemNow,
    })
    .where('person_id', '=', personId)
    .execute();
  await ctx.tx.deleteFrom('session').where('person_id', '=', personId).execute();
  await ctx.record({ organiserId: null, subject: { noun: 'person', id: personId }, data: {} });
  return { personId, password };
}

/** Lets a locked account sign in again before its quarter of an hour is over. Runs as the platform. */
export async function unlockAccount(ctx: Ctx, personId: string): Promise<void> {
  await assertAccount(ctx, personId);
  await ctx.tx
    .updateTable('account')
    .set({ failed_attempts: 0, locked_until: null })
    .where('person_id', '=', personId)
    .execute();
  await ctx.record({ organiserId: null, subject: { noun: 'person', id: personId }, data: {} });
}

/** Takes the second factor of somebody who lost the phone away and ends all their sessions. Runs as the platform. */
export async function resetSecondFactor(ctx: Ctx, personId: string): Promise<void> {
  if (personId === ctx.actor.personId) throw new AppError('NOT_FOR_ONESELF');
  await assertAccount(ctx, personId);
  await forgetSecondFactor(ctx, personId);
  await ctx.tx.deleteFrom('session').where('person_id', '=', personId).execute();
  await ctx.record({ organiserId: null, subject: { noun: 'person', id: personId }, data: {} });
}
