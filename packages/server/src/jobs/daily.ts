import type { Ctx } from '../context.ts';

/** The daily round of an organiser: what `modules/message` does every morning. */
export const DAILY = 'message.daily';

/** Sets the next daily round of an organiser. `dueAt` in its business time. */
export async function startDaily(ctx: Ctx, organiserId: string, dueAt: string): Promise<void> {
  await ctx.deadline.set({ what: DAILY, subjectId: organiserId, organiserId, dueAt });
}
