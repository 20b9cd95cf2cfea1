import type { Ctx } from '../context.ts';

/** The person of a login, for arranging what is theirs. */
export async function personOf(ctx: Ctx, username: string): Promise<string> {
  const { person_id: id } = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return id;
}
